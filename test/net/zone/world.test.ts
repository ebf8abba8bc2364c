import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMasterFile } from '../../../src/net/zone/master-file.ts';
import type { RecordType } from '../../../src/net/net.ts';
import { zoneWorld } from '../../../src/net/zone/world.ts';
import type { ZoneWorldOptions } from '../../../src/net/zone/world.ts';

const world = (text: string, options: Partial<ZoneWorldOptions> = {}) =>
  zoneWorld(parseMasterFile(text, { file: 'zone', origin: 'example.com' }), { outside: 'unrecorded', ...options });

const ZONE = `
$TTL 3600
@            SOA ns h 1 2 3 4 900
             NS ns
             MX 10 mx
ns           A 192.0.2.1
mx       300 A 192.0.2.2
         60  A 192.0.2.3
         60  A 192.0.2.3
www      60  CNAME web
web      120 CNAME mx
away         CNAME target.example.net.
gone         CNAME nowhere
loop1        CNAME loop2
loop2        CNAME loop1
both         CNAME mx
both         TXT "beside"
a.b.c        TXT "deep"
*.wild       TXT "wildcard"
*.wild       MX 10 mx
host.wild    A 192.0.2.4
x.y.wild     A 192.0.2.5
*.alias      CNAME mx
x.*.ent      TXT "below an asterisk"
sub          NS ns.sub
sub          DS 1 13 2 abcd
ns.sub       A 192.0.2.6
moved        DNAME example.net.
apex2        ALIAS lb.example.net.
broken       TXT "fine"
broken       TXT "\\25"
hinfo        HINFO "x" "y"
${Array.from({ length: 20 }, (_, n) => `long${n} CNAME long${n + 1}`).join('\n')}
`;
const net = world(ZONE);
const ask = async (name: string, type: RecordType = 'TXT') => {
  const answer = await net.resolve(name === '@' ? 'example.com' : `${name}.example.com`, type);
  if (answer.status === 'failed') return `${answer.failure}: ${answer.reason}`;
  if (answer.status !== 'ok') return `${answer.status} ${answer.ttl}`;
  return answer;
};

describe('what stands in the zone', () => {
  test('is answered with its place, the smallest TTL of the RRset, and no record twice', async () => {
    expect(await ask('mx', 'A')).toEqual({
      status: 'ok',
      records: [
        { type: 'A', name: 'mx.example.com', ttl: 60, address: '192.0.2.2', place: { file: 'zone', line: 7 } },
        { type: 'A', name: 'mx.example.com', ttl: 60, address: '192.0.2.3', place: { file: 'zone', line: 8 } },
      ],
      ttl: 60,
      authentic: false,
      via: [],
    });
  });

  test('is found whatever the spelling of the question', async () => {
    expect(await net.resolve('MX.Example.COM.', 'A')).toEqual(await net.resolve('mx.example.com', 'A'));
  });
});

describe('what does not stand in the zone', () => {
  test.each([
    ['mx', 'TXT', 'nodata 900'],
    ['nothing', 'TXT', 'nxdomain 900'],
    ['b.c', 'TXT', 'nodata 900'],
    ['c', 'TXT', 'nodata 900'],
    ['x.b.c', 'TXT', 'nxdomain 900'],
    ['x.mx', 'TXT', 'nxdomain 900'],
    ['hinfo', 'TXT', 'nodata 900'],
  ] as const)('%s %s is %s', async (name, type, answer) => expect(await ask(name, type)).toBe(answer));
});

describe('wildcards (RFC 4592)', () => {
  test('answer for any name below, under its own name', async () => {
    expect(await ask('any.wild')).toMatchObject({ records: [{ name: 'any.wild.example.com', strings: ['wildcard'] }] });
    expect(await ask('two.labels.wild')).toMatchObject({ records: [{ name: 'two.labels.wild.example.com' }] });
  });
  test('are followed when they are a CNAME', async () =>
    expect(await ask('any.alias', 'A')).toMatchObject({ via: ['mx.example.com'], ttl: 60 }));
  test.each<[string, RecordType, string, string]>([
    ['any.wild', 'A', 'nodata 900', 'a type the wildcard has not'],
    ['host.wild', 'TXT', 'nodata 900', 'a name that exists keeps its own types'],
    ['x.host.wild', 'TXT', 'nxdomain 900', 'the closest encloser has no wildcard below it'],
    ['y.wild', 'TXT', 'nodata 900', 'an empty non-terminal exists'],
    ['z.y.wild', 'TXT', 'nxdomain 900', 'an empty non-terminal is a closest encloser'],
    ['wild', 'TXT', 'nodata 900', 'the wildcard does not cover its parent'],
    ['any.ent', 'TXT', 'nodata 900', 'an asterisk that only has names below it'],
  ])('%s %s is %s: %s', async (name, type, answer) => expect(await ask(name, type)).toBe(answer));
  test('are themselves when they are asked for', async () =>
    expect(await ask('*.wild')).toMatchObject({ records: [{ name: '*.wild.example.com' }] }));
});

describe('CNAMEs', () => {
  test('are followed, and the chain and its smallest TTL are told', async () =>
    expect(await ask('www', 'A')).toMatchObject({ via: ['web.example.com', 'mx.example.com'], ttl: 60 }));
  test('are data when they are asked for', async () =>
    expect(await ask('www', 'CNAME')).toMatchObject({ records: [{ target: 'web.example.com' }], via: [], ttl: 60 }));
  test('keep the chain in a negative answer', async () =>
    expect(await net.resolve('gone.example.com', 'A')).toEqual({
      status: 'nxdomain',
      ttl: 900,
      authentic: false,
      via: ['nowhere.example.com'],
    }));
  test('answer for a name that has other records beside', async () => expect(await ask('both')).toBe('nodata 900'));
  test('that loop fail, naming the loop', async () =>
    expect(await ask('loop1')).toBe(
      'malformed: the CNAME chain loops: loop1.example.com → loop2.example.com → loop1.example.com (asked for TXT)',
    ));
  test('in a chain of more than 16 links fail', async () =>
    expect(await ask('long0')).toBe(
      'malformed: the CNAME chain from long0.example.com has more than 16 links (asked for TXT)',
    ));
  test('in a chain of 16 links are followed', async () =>
    expect(await net.resolve('long4.example.com', 'TXT')).toMatchObject({ status: 'nxdomain', via: { length: 16 } }));
});

describe('what the zone does not speak for', () => {
  test.each([
    ['away', 'TXT', 'target.example.net TXT (reached from away.example.com by CNAME)'],
    ['sub', 'TXT', 'sub.example.com TXT (delegated at sub.example.com)'],
    ['ns.sub', 'A', 'ns.sub.example.com A (delegated at sub.example.com)'],
    ['x.moved', 'TXT', 'x.moved.example.com TXT (below the DNAME of moved.example.com)'],
    ['apex2', 'A', 'apex2.example.com A (apex2.example.com is an ALIAS, and only its server knows the addresses)'],
    ['@', 'DS', 'example.com DS'],
  ] as const)('%s %s is outside', async (name, type, reason) =>
    expect(await ask(name, type)).toBe(`unrecorded: outside the zone files given: ${reason}`),
  );
  test('another domain is outside', async () =>
    expect(await net.resolve('example.net', 'TXT')).toEqual({
      status: 'failed',
      failure: 'unrecorded',
      reason: 'outside the zone files given: example.net TXT',
    }));
  test('the delegation itself, and its DS, are data', async () => {
    expect(await ask('sub', 'NS')).toMatchObject({ records: [{ target: 'ns.sub.example.com' }] });
    expect(await ask('sub', 'DS')).toMatchObject({ records: [{ keyTag: 1 }] });
  });
  test('an ALIAS says nothing of other types', async () => expect(await ask('apex2')).toBe('nodata 900'));
  test('an RRset with a line that could not be read is unknown, not what is left of it', async () =>
    expect(await ask('broken')).toBe('unrecorded: zone line 31 could not be read: broken.example.com TXT'));
  test('a name that cannot be asked for fails', async () =>
    expect(await net.resolve('a..b', 'TXT')).toMatchObject({ status: 'failed', failure: 'name' }));
});

describe('zones beside each other', () => {
  const two = world(
    `
    @ SOA ns h 1 2 3 4 900
    @ A 192.0.2.1`.replaceAll(/^ +/gm, '') +
      `
*            TXT "of the parent"
deep.child   SOA ns h 1 2 3 4 60
deep.child   NS ns
www          CNAME x.deep.child
x.deep.child A 192.0.2.2
`,
  );
  test('a chain is followed from one into the other', async () =>
    expect(await two.resolve('www.example.com', 'A')).toMatchObject({
      status: 'ok',
      via: ['x.deep.child.example.com'],
    }));
  test("the parent's wildcard does not reach into the child", async () =>
    expect(await two.resolve('y.deep.child.example.com', 'TXT')).toMatchObject({ status: 'nxdomain', ttl: 60 }));
  test('the name between them is an empty non-terminal of the parent', async () =>
    expect(await two.resolve('child.example.com', 'TXT')).toMatchObject({ status: 'nodata' }));
});

describe('a closed world', () => {
  const closed = world('@ TXT x\nsub NS ns.sub\nsub TXT "also here"\n_spf.esp.example. TXT y\n*.w.example. TXT z', {
    outside: 'nxdomain',
    servfail: ['Bad.Example.'],
  });
  test.each([
    ['nothing.example', 'nxdomain'],
    ['example.org', 'nxdomain'],
    ['esp.example', 'nodata'],
    ['_spf.esp.example', 'ok'],
    ['any.w.example', 'ok'],
    ['sub.example.com', 'ok'],
  ])('%s is %s', async (name, status) => expect((await closed.resolve(name, 'TXT')).status).toBe(status));
  test('names that were said to fail do, also at the end of a chain', async () => {
    const failing = world('@ CNAME bad.example.', { outside: 'nxdomain', servfail: ['bad.example'] });
    expect(await failing.resolve('example.com', 'TXT')).toEqual({
      status: 'failed',
      failure: 'servfail',
      reason: 'SERVFAIL for bad.example TXT (reached from example.com by CNAME)',
    });
  });
  test('an empty world has no names', async () =>
    expect(await world('', { outside: 'nxdomain' }).resolve('com', 'TXT')).toMatchObject({ status: 'nxdomain' }));
});

test('no name and no zone ever makes it throw, and absence follows from what exists (RFC 8020)', async () => {
  const label = fc.constantFrom('a', 'b', '*', 'www', '_dmarc');
  const name = fc.array(label, { maxLength: 4 }).map((labels) => [...labels, 'example.com'].join('.'));
  const rr = fc.tuple(name, fc.constantFrom('A 192.0.2.1', 'TXT x', 'NS ns.example.com.', 'CNAME a.example.com.'));
  await fc.assert(
    fc.asyncProperty(fc.array(rr, { maxLength: 12 }), name, fc.boolean(), async (records, asked, closed) => {
      const text = records.map(([owner, data]) => `${owner}. ${data}`).join('\n');
      const some = world(`@ SOA ns h 1 2 3 4 5\n${text}`, { outside: closed ? 'nxdomain' : 'unrecorded' });
      const above = await some.resolve(asked.slice(asked.indexOf('.') + 1), 'PTR');
      const answer = await some.resolve(asked, 'PTR');
      if (above.status === 'nxdomain' && above.via.length === 0) expect(answer.status).toBe('nxdomain');
    }),
    { numRuns: 500 },
  );
});
