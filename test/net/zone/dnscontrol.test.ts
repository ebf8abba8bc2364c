import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printRr } from '../../../src/net/zone/master-file.ts';
import { readPlannedJson } from '../../../src/net/zone/planned-json.ts';
import { zoneWorld } from '../../../src/net/zone/world.ts';

type Fields = Readonly<Record<string, unknown>>;
const source = 'dns/dnsconfig.js';

async function parse(domains: readonly unknown[]) {
  const text = JSON.stringify({ registrars: [], dns_providers: [], domains });
  const read = await readPlannedJson(text, { file: 'ir.json', source });
  if (!('texts' in read)) throw new Error(JSON.stringify(read));
  return read.texts;
}
const domain = (records: readonly unknown[], rest: Fields = {}): object => ({ name: 'example.com', records, ...rest });
async function zoneOf(records: readonly unknown[], rest: Fields = {}) {
  const [zone] = await parse([domain(records, rest)]);
  if (zone === undefined) throw new Error('no zone');
  return zone;
}

test.each<[string, Fields, string]>([
  ['A', { target: '192.0.2.1' }, '192.0.2.1'],
  ['AAAA', { target: '2001:db8::1' }, '2001:db8::1'],
  ['CNAME', { target: 'Esp.Example.NET.' }, 'esp.example.net.'],
  ['MX', { mxpreference: 10, target: 'mx.example.net.' }, '10 mx.example.net.'],
  ['MX', { target: 'mx.example.net.' }, '0 mx.example.net.'],
  ['MX', { fields: { Preference: 7, Mx: 'mx.example.net.' }, target: 'mx.example.net.' }, '7 mx.example.net.'],
  ['SRV', { srvpriority: 1, srvweight: 2, srvport: 5060, target: 'sip.example.net.' }, '1 2 5060 sip.example.net.'],
  ['CAA', { caatag: 'issue', target: 'ca.example; account=1' }, '0 issue "ca.example; account=1"'],
  ['CAA', { caatag: 'iodef', caaflag: 128, target: 'mailto:x@example.com' }, '128 iodef "mailto:x@example.com"'],
  ['TLSA', { tlsausage: 3, tlsaselector: 1, tlsamatchingtype: 1, target: 'AABB' }, '3 1 1 aabb'],
  ['DS', { dskeytag: 1, dsalgorithm: 13, dsdigesttype: 2, dsdigest: 'ABCD', target: '' }, '1 13 2 abcd'],
  ['NS', { target: 'ns' }, 'ns.example.com.'],
  ['TXT', { target: 'v=spf1 "x" \\ -all' }, '"v=spf1 \\"x\\" \\\\ -all"'],
  ['TXT', { target: 'one', txtstrings: ['one', 'two'] }, '"one" "two"'],
  [
    'SOA',
    {
      target: 'ns.example.com.',
      soambox: 'h.example.com.',
      soaserial: 1,
      soarefresh: 2,
      soaretry: 3,
      soaexpire: 4,
      soaminttl: 5,
    },
    'ns.example.com. h.example.com. 1 2 3 4 5',
  ],
])('%s %j is read', async (type, fields, data) => {
  const zone = await zoneOf([{ type, name: 'a', ttl: 60, ...fields }]);
  expect(zone.problems).toEqual([]);
  expect(zone.records.map(printRr)).toEqual([`a.example.com. 60 IN ${type} ${data}`]);
});

test('a text is cut where it is too long for a string', async () =>
  expect((await zoneOf([{ type: 'TXT', name: '@', target: 'x'.repeat(300) }])).records).toMatchObject([
    { name: 'example.com', ttl: 300, strings: ['x'.repeat(255), 'x'.repeat(45)] },
  ]));

test('a record has the line of the configuration, else of the representation', async () => {
  const record = (filepos: unknown) => ({ type: 'A', name: '@', target: '192.0.2.1', filepos });
  const zone = await zoneOf(['[line:7:3]', 'dnsconfig.js:8:1', '[other.js:9:1]', 7, '[line:0:1]'].map(record));
  const json = { file: 'ir.json', line: 1 };
  expect(zone.records.map(({ place }) => place)).toEqual([
    { file: source, line: 7 },
    { file: source, line: 8 },
    json,
    json,
    json,
  ]);
});

describe('a zone', () => {
  test('is whole: what is not listed is not there', async () => {
    const net = zoneWorld(await zoneOf([{ type: 'A', name: '@', target: '192.0.2.1' }]), { outside: 'unrecorded' });
    expect(await net.resolve('example.com', 'MX')).toMatchObject({ status: 'nodata' });
    expect(await net.resolve('_dmarc.example.com', 'TXT')).toMatchObject({ status: 'nxdomain' });
  });

  test('has an SOA and name servers that only the provider knows', async () => {
    const net = zoneWorld(await zoneOf([]), { outside: 'unrecorded' });
    for (const type of ['SOA', 'NS', 'DNSKEY'] as const)
      expect(await net.resolve('example.com', type)).toMatchObject({ status: 'failed', failure: 'unrecorded' });
  });

  test.each<[Fields]>([
    [{ keepunknown: true }],
    [{ unmanaged: [{ label_pattern: 'acme' }] }],
    [{ ignored_names: ['x'] }],
    [{ ignore_external_dns: true }],
  ])('with %j is a piece of one', async (rest) => {
    const zone = await zoneOf([{ type: 'A', name: '@', target: '192.0.2.1' }], rest);
    expect(zone).toMatchObject({ apexes: [], origins: ['example.com'], piecemeal: true });
    const net = zoneWorld(zone, { outside: 'unrecorded' });
    expect(await net.resolve('_dmarc.example.com', 'TXT')).toMatchObject({ status: 'failed' });
  });

  test('loses what must be absent, unless it is listed', async () => {
    const record = { type: 'TXT', name: '_dmarc', target: 'x' };
    const rest = { keepunknown: true, recordsabsent: [record] };
    expect((await zoneOf([], rest)).removed).toMatchObject([{ name: '_dmarc.example.com', type: 'TXT' }]);
    expect((await zoneOf([record], rest)).removed).toEqual([]);
  });

  test('may have an alias in it, and redirections that are no records', async () => {
    const zone = await zoneOf([
      { type: 'ALIAS', name: '@', target: 'lb.example.net.' },
      { type: 'R53_ALIAS', name: 'b', target: 'lb.example.net.', r53_alias: { type: 'AAAA' } },
      { type: 'CF_REDIRECT', name: '@', target: 'a,b' },
    ]);
    expect(zone.problems).toEqual([]);
    expect(zone.opaque.filter(({ kind }) => kind === 'alias').map(({ name, types }) => [name, ...types])).toEqual([
      ['example.com', 'A', 'AAAA'],
      ['b.example.com', 'AAAA'],
    ]);
  });
});

test('relative targets are completed with the sub-domain they were written for', async () =>
  expect(
    (await zoneOf([{ type: 'CNAME', name: 'a.sub', subdomain: 'sub', target: 'b' }])).records.map(printRr),
  ).toEqual(['a.sub.example.com. 300 IN CNAME b.sub.example.com.']));

test('of a zone with several faces the one without a tag is read', async () => {
  const face = (name: string, target: string) => ({ name, records: [{ type: 'A', name: '@', target }] });
  const zones = await parse([face('example.com!inside', '10.0.0.1'), face('example.com', '192.0.2.1')]);
  expect(zones.flatMap(({ records }) => records)).toMatchObject([{ address: '192.0.2.1' }]);
  const [tagged] = await parse([face('example.com!inside', '10.0.0.1'), face('example.com!outside', '192.0.2.1')]);
  expect(tagged?.problems).toMatchObject([{ message: /several faces/ }]);
});

test.each<[string, unknown, RegExp]>([
  ['no type', { name: 'a', target: 'x' }, /has no type/],
  ['no target', { type: 'A', name: 'a' }, /the A record has no target/],
  ['bad data', { type: 'A', name: 'a', target: 'x' }, /"x" is no IPv4 address/],
  ['a bad name', { type: 'A', name: 'a..b', target: '192.0.2.1' }, /empty label/],
  ['a bad TTL', { type: 'A', name: 'a', ttl: 'x', target: '192.0.2.1' }, /"x" is no TTL/],
])('%s is a problem', async (_what, record, message) => {
  const zone = await zoneOf([record]);
  expect(zone.problems).toMatchObject([{ file: 'ir.json', line: 1, message }]);
});

test('whatever the representation, nothing is thrown', async () => {
  const scalar = fc.oneof(
    fc.constantFrom('MX', 'TXT', 'CAA', 'SOA', 'ALIAS', '@', '', '[line:3:1]', '..'),
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
  );
  const record = fc.dictionary(
    fc.constantFrom(
      'type',
      'name',
      'target',
      'ttl',
      'mxpreference',
      'txtstrings',
      'fields',
      'filepos',
      'subdomain',
      'meta',
      'r53_alias',
    ),
    fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.dictionary(fc.constantFrom('Preference', 'type'), scalar)),
  );
  const some = fc.oneof(
    scalar,
    fc.record({
      name: fc.oneof(scalar, fc.constant('example.com')),
      records: fc.array(fc.oneof(record, scalar), { maxLength: 4 }),
      recordsabsent: fc.oneof(scalar, fc.array(record, { maxLength: 2 })),
      unmanaged: scalar,
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 3 }), async (domains) => void (await parse(domains))),
    { numRuns: 500 },
  );
});
