import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printRr } from '../../../src/net/zone/master-file.ts';
import { parseOctodns } from '../../../src/net/zone/octodns.ts';
import { zoneWorld } from '../../../src/net/zone/world.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const parse = (text: string) => parseOctodns(text, { file: 'example.com.yaml', origin: 'example.com' });
const printed = async (text: string) => (await parse(text)).records.map(printRr);
const complaints = async (text: string) => (await parse(text)).problems.map((p) => `${p.line}: ${p.message}`);

const ZONE = `---
'':
  - type: MX
    values:
      - exchange: mx1.example.net.
        preference: 10
      - value: mx2.example.net
        priority: 20
  - ttl: 300
    type: TXT
    values:
      - v=spf1 include:spf.example.net
        -all
      - MS=ms123
  - type: CAA
    value: {flags: 0, tag: issue, value: ca.example\\; account=1}
  - type: ALIAS
    value: lb.example.net.
129688:
  type: CNAME
  value: Esp.Example.NET
_dmarc:
  ttl: 60
  type: TXT
  value: v=DMARC1\\; p=reject
_sip._tcp:
  type: SRV
  value: {priority: 1, weight: 2, port: 5060, target: sip.example.com.}
'*.no':
  type: A
  values: [192.0.2.1, 192.0.2.2]
_25._tcp.mx:
  type: TLSA
  value: {certificate_usage: 3, selector: 1, matching_type: 1, certificate_association_data: AABB}
sec:
  type: DS
  values:
    - {key_tag: 1, algorithm: 13, digest_type: 2, digest: ABCD}
    - {flags: 2, protocol: 8, algorithm: 1, public_key: EF01}
ssh:
  type: SSHFP
  value: {algorithm: 1, fingerprint_type: 1, fingerprint: ab}
r53:
  type: Route53Provider/ALIAS
  value: {name: x.cloudfront.net., type: A}
`;

test('every type it knows is read, with names relative to the zone and targets absolute', async () => {
  const zone = await parse(ZONE);
  expect(zone.problems).toEqual([]);
  expect(zone.records.map(printRr)).toEqual([
    'example.com. 3600 IN MX 10 mx1.example.net.',
    'example.com. 3600 IN MX 20 mx2.example.net.',
    'example.com. 300 IN TXT "v=spf1 include:spf.example.net -all"',
    'example.com. 300 IN TXT "MS=ms123"',
    'example.com. 3600 IN CAA 0 issue "ca.example; account=1"',
    '129688.example.com. 3600 IN CNAME esp.example.net.',
    '_dmarc.example.com. 60 IN TXT "v=DMARC1; p=reject"',
    '_sip._tcp.example.com. 3600 IN SRV 1 2 5060 sip.example.com.',
    '*.no.example.com. 3600 IN A 192.0.2.1',
    '*.no.example.com. 3600 IN A 192.0.2.2',
    '_25._tcp.mx.example.com. 3600 IN TLSA 3 1 1 aabb',
    'sec.example.com. 3600 IN DS 1 13 2 abcd',
    'sec.example.com. 3600 IN DS 2 8 1 ef01',
  ]);
  expect(zone.apexes).toEqual(['example.com']);
  expect(zone.names).toContain('ssh.example.com');
  expect(zone.skipped).toBe(3);
});

test('every record has the line of its value', async () =>
  expect((await parse(ZONE)).records.map((rr) => rr.place?.line)).toEqual([
    5, 7, 12, 14, 16, 21, 25, 28, 31, 31, 34, 38, 39,
  ]));

test('the addresses behind an ALIAS are unknown, its other types are not there', async () => {
  const net = zoneWorld(await parse(ZONE), { outside: 'unrecorded' });
  expect(await net.resolve('example.com', 'A')).toMatchObject({ status: 'failed', failure: 'unrecorded' });
  expect(await net.resolve('r53.example.com', 'A')).toMatchObject({ status: 'failed' });
  expect(await net.resolve('r53.example.com', 'AAAA')).toMatchObject({ status: 'nodata' });
});

describe('texts', () => {
  test.each([
    ['v=DKIM1\\; p=abc', ['v=DKIM1; p=abc']],
    ['v=DKIM1; p=abc', ['v=DKIM1; p=abc']],
    ['\'"quoted" "in two"\'', ['quotedin two']],
    ['a\\"b', ['a"b']],
    ['ü', ['\u00c3\u00bc']],
    ["''", ['']],
    ['12345', ['12345']],
    ['x'.repeat(600), ['x'.repeat(255), 'x'.repeat(255), 'x'.repeat(90)]],
  ])('%s', async (value, strings) => {
    const zone = await parse(
      `a: {type: TXT, value: ${/^[{'"]/.test(value) ? value : `"${value.replaceAll(/["\\]/g, '\\$&')}"`}}`,
    );
    expect(zone.records).toMatchObject([{ strings }]);
  });
});

test('anchors and aliases stand for each other', async () =>
  expect(
    await printed(
      'a: &x {type: A, value: 192.0.2.1}\nb: *x\nc: [*x, {type: TXT, value: &t hi}]\nd: {type: TXT, value: *t}',
    ),
  ).toEqual([
    'a.example.com. 3600 IN A 192.0.2.1',
    'b.example.com. 3600 IN A 192.0.2.1',
    'c.example.com. 3600 IN A 192.0.2.1',
    'c.example.com. 3600 IN TXT "hi"',
    'd.example.com. 3600 IN TXT "hi"',
  ]));

test.each([
  ['a: {type: A, value: 192.0.2.256}', /^1: A at "a.example.com": "192.0.2.256" is no IPv4 address$/],
  ['a: {type: A}', /has no value$/],
  ['a: {type: MX, value: {preference: 10}}', /has no exchange$/],
  ['a: {type: A, value: {x: y}}', /neither text nor its fields$/],
  ['a: {type: FOO, value: x}', /^1: "FOO" is no record type$/],
  ['a: {value: x}', /has no type$/],
  ['a: text', /is no record$/],
  ['a: {type: A, ttl: x, value: 192.0.2.1}', /^1: "x" is no TTL$/],
  ['a..b: {type: A, value: 192.0.2.1}', /has an empty label$/],
  ['\n\na: {type: A, value: 192.0.2.1}\na: {type: TXT, value: x}', /^4: the name "a" is there twice$/],
  ['- a\n- b', /no octoDNS zone$/],
  ['a: [', /^1: YAML: /],
])('%j is a problem', async (text, message) => expect((await complaints(text))[0]).toMatch(message));

test('data that cannot be read makes its RRset unknown, not absent', async () => {
  const net = zoneWorld(await parse('a: {type: MX, value: {preference: x, exchange: y.}}'), { outside: 'unrecorded' });
  expect(await net.resolve('a.example.com', 'MX')).toMatchObject({ status: 'failed' });
});

test('a file that YAML cannot read to its end is no whole zone', async () =>
  expect((await parse('a: {type: A, value: 192.0.2.1}\nb: [')).apexes).toEqual([]));

describe('whatever the text', () => {
  const parts = fc.array(
    fc.constantFrom(
      'a',
      '*a',
      '&a',
      ': ',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      ',',
      "'",
      '"',
      '|',
      '>',
      '!x',
      '#',
      '? ',
      '---',
      'type: A',
      'value: x',
      'values:',
      'ttl: 60',
      'type: TXT',
      '<<',
      '%',
      '@',
      '`',
      '\t',
      'ü',
      '\\;',
      '\0',
    ),
    { maxLength: 40 },
  );
  test('it never throws', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (some) => void (await parse(some.join('')))),
      { numRuns: 800 },
    );
  });

  const records = Array.from({ length: 2000 }, () => '{type: TXT, value: x}').join(', ');
  test.each([
    ['nested brackets', '['.repeat(50_000)],
    ['nested mappings', '{a: '.repeat(20_000)],
    ['many names', Array.from({ length: 10_000 }, (_, n) => `k${n}: {type: A, value: 192.0.2.1}`).join('\n')],
    ['a bomb of aliases', `a: &x [${records}]\n${Array.from({ length: 2000 }, (_, n) => `k${n}: *x`).join('\n')}`],
    ['an alias to itself', 'a: &x [*x, *x]'],
  ])('%s are read in good time', async (_what, text) => {
    const start = cpuTime();
    const zone = await parse(text);
    expect(cpuTime() - start).toBeLessThan(3000);
    expect(zone.records.length).toBeLessThanOrEqual(200_000);
  });
});
