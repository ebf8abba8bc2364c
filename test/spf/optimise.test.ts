import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFatal, parseSpf } from '../../src/protocols/spf.ts';
import { optimised, type Optimisation, type OptimiseOptions } from '../../src/spf/optimise.ts';
import { plannedDns } from '../../src/spf/planned.ts';
import { spfTree } from '../../src/spf/read-tree.ts';
import { spfWorld, type SpfZone } from '../support/spf-world.ts';
import { anyZone, differences } from './random-zone.ts';
import { cpuTime } from '../support/cpu-time.ts';

const optimise = async (zone: SpfZone, options?: OptimiseOptions): Promise<Optimisation> =>
  optimised(await spfTree('example.com', spfWorld(zone)), options);

/** The steps as `kind: term → what it becomes`, and the record they end in. */
async function story(record: string, zone: SpfZone = {}, options?: OptimiseOptions): Promise<string[]> {
  const { steps, records, left } = await optimise({ 'example.com': record, ...zone }, options);
  return [
    ...steps.map(({ kind, term, becomes }) => `${kind}: ${term}${becomes === '' ? '' : ` → ${becomes}`}`),
    ...left.map(({ term, why }) => `left: ${term}: ${why}`),
    ...records.map(({ text }) => text),
  ];
}

describe('removed', () => {
  test.each<[string, string, SpfZone, string[]]>([
    [
      'an include that leads nowhere, before anything else',
      'v=spf1 ip4:192.0.2.1 ip4:192.0.2.1 include:gone.example -all',
      {},
      ['broken: include:gone.example', 'covered: ip4:192.0.2.1', 'v=spf1 ip4:192.0.2.1 -all'],
    ],
    [
      'an include of the record itself',
      'v=spf1 mx include:example.com -all',
      { 'example.com': { TXT: ['v=spf1 mx include:example.com -all'], MX: ['m.example.com'] } },
      ['broken: include:example.com', 'v=spf1 mx -all'],
    ],
    [
      'names that do not exist',
      'v=spf1 a:x.example.com mx:y.example.com exists:z.example.com ~all',
      {},
      ['dead-name: a:x.example.com', 'dead-name: mx:y.example.com', 'dead-name: exists:z.example.com', 'v=spf1 ~all'],
    ],
    [
      'what stands behind all, and a redirect beside it',
      'v=spf1 -all ip4:192.0.2.1 redirect=a.example',
      {},
      ['unreachable: ip4:192.0.2.1', 'unreachable: redirect=a.example', 'v=spf1 -all'],
    ],
    [
      'a term that stands twice, whatever its qualifier',
      'v=spf1 ptr -PTR exists:%{i}.x.example exists:%{I}.x.example exists:%{i}.x.example -all',
      {},
      [
        'duplicate: -PTR',
        'duplicate: exists:%{i}.x.example',
        'v=spf1 ptr exists:%{i}.x.example exists:%{I}.x.example -all',
      ],
    ],
    [
      'a network inside another one, before or behind it',
      'v=spf1 ip4:192.0.2.1 ip4:192.0.2.0/24 ip4:192.0.2.2 ip6:2001:db8::1 ip6:2001:db8::/32 -all',
      {},
      [
        'covered: ip4:192.0.2.2',
        'covered: ip4:192.0.2.1',
        'covered: ip6:2001:db8::1',
        'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all',
      ],
    ],
  ])('%s', async (_, record, zone, expected) => expect(await story(record, zone)).toEqual(expected));
});

describe('left alone', () => {
  test.each<[string, string, SpfZone]>([
    ['an exception in front of a network', 'v=spf1 -ip4:192.0.2.1 ip4:192.0.2.0/24 -all', {}],
    ['a network in front of an exception that it lies inside', 'v=spf1 ip4:192.0.2.1 -ip4:192.0.2.0/24 ~all', {}],
    [
      'a network that an include brings along today',
      'v=spf1 ip4:192.0.2.1 include:a.example -all',
      { 'a.example': 'v=spf1 ip4:192.0.2.0/24 -all' },
    ],
    ['a name that could not be asked', 'v=spf1 a:dark.example -all', { 'dark.example': { fails: 'all' } }],
    ['a host, unless it is asked for', 'v=spf1 a:h.example -all', { 'h.example': { A: ['192.0.2.1'] } }],
    ['an explanation', 'v=spf1 -all exp=why.example', {}],
  ])('%s', async (_, record, zone) => expect(await story(record, zone)).toEqual([]));
});

describe('left to a person', () => {
  test.each<[string, string, SpfZone, string]>([
    ['a syntax error', 'v=spf1 ipv4:192.0.2.1 include:gone.example -all', {}, 'left: ipv4:'],
    ['a redirect that leads nowhere', 'v=spf1 redirect=gone.example', {}, 'left: redirect=gone.example: it leads'],
    ['two terms run together', 'v=spf1 include:a.exampleip4:192.0.2.1 -all', {}, 'left: include:a.exampleip4'],
    [
      'an include of a broken record',
      'v=spf1 include:a.example -all',
      { 'a.example': 'v=spf1 ipv4:192.0.2.1 -all' },
      'left: include:a.example: the other record has a syntax error',
    ],
  ])('%s', async (_, record, zone, expected) => {
    const told = await story(record, zone);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(expected);
  });
});

test('neighbouring networks become one, in the place of the first', async () => {
  expect(await story('v=spf1 mx:h.example ip4:192.0.2.128/25 a:h.example ip4:192.0.2.0/25 -all', HOST)).toEqual([
    'merged: ip4:192.0.2.128/25 ip4:192.0.2.0/25 → ip4:192.0.2.0/24',
    'v=spf1 mx:h.example ip4:192.0.2.0/24 a:h.example -all',
  ]);
  expect(await story('v=spf1 ip4:192.0.2.0/25 -a:h.example ip4:192.0.2.128/25 -all', HOST)).toEqual([]);
});
const HOST: SpfZone = { 'h.example': { A: ['192.0.2.9'], AAAA: ['2001:db8::9'], MX: ['h.example'] } };

test('--static writes down the addresses of a and mx that are not listed yet', async () => {
  expect(await story('v=spf1 a:h.example/24 -mx:h.example ~all', HOST, { static: true })).toEqual([
    'static: a:h.example/24 → ip4:192.0.2.0/24 ip6:2001:db8::9',
    'static: -mx:h.example',
    'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::9 ~all',
  ]);
});

test('what anybody may register goes first, and is named for what it is', async () => {
  const zone = { 'example.com': 'v=spf1 include:gone.example a:old.example -all' };
  const { steps } = await optimise(zone, { unregistered: new Set(['old.example']) });
  expect(steps.map(({ kind, term }) => `${kind} ${term}`)).toEqual([
    'takeover a:old.example',
    'broken include:gone.example',
  ]);
  expect(steps[0]?.reason).toContain('whoever registers it may send as you');
});

test('records below the domain are made smaller, too; those of others never', async () => {
  const { records } = await optimise({
    'example.com': 'v=spf1 include:_spf.example.com include:a.example -all',
    '_spf.example.com': 'v=spf1 ip4:192.0.2.1 ip4:192.0.2.1 -all',
    'a.example': 'v=spf1 ip4:192.0.2.2 ip4:192.0.2.2 -all',
  });
  expect(records).toEqual([
    {
      name: '_spf.example.com',
      old: 'v=spf1 ip4:192.0.2.1 ip4:192.0.2.1 -all',
      text: 'v=spf1 ip4:192.0.2.1 -all',
    },
  ]);
});

test.each([false, true])('every client gets the result it got, for any record; static: %s', async (isStatic) => {
  await fc.assert(
    fc.asyncProperty(anyZone, async (zone) => {
      const world = spfWorld(zone);
      const { records } = optimised(await spfTree('example.com', world), { static: isStatic });
      for (const { text } of records) expect(isFatal(parseSpf(text)), text).toBe(false);
      const planned = new Map(records.map(({ name, text }) => [name, text]));
      expect(await differences(world, plannedDns(world, planned)), [...planned.values()].join('\n')).toEqual([]);
    }),
    { numRuns: 250 },
  );
});

test('what has been made small stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(anyZone, async (zone) => {
      const world = spfWorld(zone);
      const { records } = optimised(await spfTree('example.com', world));
      const planned = new Map(records.map(({ name, text }) => [name, text]));
      const again = optimised(await spfTree('example.com', plannedDns(world, planned)));
      expect(again.steps, [...planned.values()].join('\n')).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a record of ten thousand networks takes no time', async () => {
  const networks = Array.from({ length: 10_000 }, (_, index) => `ip4:10.${index >> 8}.${index & 255}.${index % 7}`);
  const started = cpuTime();
  await optimise({ 'example.com': `v=spf1 ${networks.join(' ')} -all` });
  expect(cpuTime() - started).toBeLessThan(2000);
});
