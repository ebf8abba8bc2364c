import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printRange } from '../../src/protocols/network.ts';
import { isFatal, parseSpf } from '../../src/protocols/spf.ts';
import { flattened, includesOf, type FlattenOptions, type Flattening } from '../../src/spf/flatten.ts';
import { plannedDns } from '../../src/spf/planned.ts';
import { passingRanges, spfRanges } from '../../src/spf/ranges.ts';
import { spfTree } from '../../src/spf/read-tree.ts';
import type { SpfTree } from '../../src/spf/tree.ts';
import { spfWorld, type SpfZone } from '../support/spf-world.ts';
import { anyZone, differences } from './random-zone.ts';

async function flatten(zone: SpfZone, options?: FlattenOptions): Promise<Flattening> {
  const flattening = flattened(await spfTree('example.com', spfWorld(zone)), options);
  if (flattening === undefined) throw new Error('nothing to flatten');
  return flattening;
}
const textOf = async (zone: SpfZone, options?: FlattenOptions): Promise<string> =>
  (await flatten(zone, options)).main.text;
const texts = ({ main, parts }: Flattening): Map<string, string> =>
  new Map([main, ...parts].map(({ name, text }) => [name, text]));

const passing = (tree: SpfTree, family: 4 | 6): string[] =>
  passingRanges(spfRanges(tree), family).map((range) => printRange(range));

describe('an include becomes the addresses it lets pass', () => {
  test('with all that it includes itself, as few networks', async () => {
    const zone: SpfZone = {
      'example.com': 'v=spf1 include:a.example ~all',
      'a.example': 'v=spf1 ip4:192.0.2.0/25 include:b.example mx -all',
      'b.example': { TXT: ['v=spf1 ip4:192.0.2.128/25 ip6:2001:db8::/32 ~all'] },
    };
    expect(await textOf(zone)).toBe('v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all');
  });

  test('its exceptions left out', async () => {
    const zone = {
      'example.com': 'v=spf1 include:a.example -all',
      'a.example': 'v=spf1 -ip4:192.0.2.1 ip4:192.0.2.0/30',
    };
    expect(await textOf(zone)).toBe('v=spf1 ip4:192.0.2.0 ip4:192.0.2.2/31 -all');
  });

  test('with the qualifier of the include, in its place among other qualifiers', async () => {
    const zone = {
      'example.com': 'v=spf1 -ip4:192.0.2.1 ?include:a.example include:b.example ~all',
      'a.example': 'v=spf1 ip4:192.0.2.0/24 -all',
      'b.example': 'v=spf1 ip4:192.0.2.0/30 ip4:198.51.100.1 -all',
    };
    expect(await textOf(zone)).toBe('v=spf1 -ip4:192.0.2.1 ?ip4:192.0.2.0/24 ip4:192.0.2.0/30 ip4:198.51.100.1 ~all');
  });

  test('without what the record lists itself', async () => {
    const zone = {
      'example.com': 'v=spf1 ip4:192.0.2.0/24 include:a.example -all',
      'a.example': 'v=spf1 ip4:192.0.2.7 ip4:198.51.100.7 -all',
    };
    expect(await textOf(zone)).toBe('v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.7 -all');
  });

  test('an include that lets nobody pass goes', async () => {
    expect(await textOf({ 'example.com': 'v=spf1 mx include:a.example -all', 'a.example': 'v=spf1 -all' })).toBe(
      'v=spf1 mx -all',
    );
  });

  test('behind a redirect, too', async () => {
    const zone: SpfZone = {
      'example.com': 'v=spf1 mx redirect=a.example',
      'a.example': { TXT: ['v=spf1 a include:b.example ?all'], A: ['192.0.2.5'] },
      'b.example': 'v=spf1 ip4:192.0.2.1 -all',
    };
    expect(await textOf(zone)).toBe('v=spf1 mx a:a.example ip4:192.0.2.1 ?all');
  });

  test('in the record a redirect leads to, where that is the owner’s', async () => {
    const zone = {
      'example.com': 'v=spf1 redirect=_spf.example.com',
      '_spf.example.com': 'v=spf1 include:b.example -all',
      'b.example': 'v=spf1 ip4:192.0.2.1 -all',
    };
    expect((await flatten(zone)).main).toEqual({ name: '_spf.example.com', text: 'v=spf1 ip4:192.0.2.1 -all' });
  });
});

describe('an include that leads nowhere', () => {
  test.each<[string, SpfZone, string, string[]]>([
    ['goes', { 'example.com': 'v=spf1 mx include:gone.example -all' }, 'v=spf1 mx -all', ['include:gone.example']],
    [
      'is not taken over from another record',
      {
        'example.com': 'v=spf1 include:a.example -all',
        'a.example': 'v=spf1 ip4:192.0.2.1 include:gone.example -all',
      },
      'v=spf1 ip4:192.0.2.1 -all',
      ['include:gone.example'],
    ],
  ])('%s', async (_, zone, text, dropped) => {
    const flattening = await flatten(zone);
    expect([flattening.main.text, flattening.dropped]).toEqual([text, dropped]);
  });

  test('stays where that is wanted, with what it does', async () => {
    const { main, kept } = await flatten(
      { 'example.com': 'v=spf1 mx include:gone.example -all' },
      { keep: ['gone.example'] },
    );
    expect(main.text).toBe('v=spf1 mx include:gone.example -all');
    expect(kept.map(({ why }) => why)).toContain(
      'it leads to no SPF record, so SPF ends in permerror until it is removed or mended',
    );
  });
});

describe('what stays, and why', () => {
  const keeps = async (zone: SpfZone, options?: FlattenOptions): Promise<readonly string[]> => {
    const { main, kept } = await flatten(zone, options);
    return [main.text, ...kept.map(({ term, why }) => `${term}: ${why}`)];
  };

  test.each<[string, SpfZone, string[]]>([
    [
      'the smallest include that depends on the message',
      {
        'example.com': 'v=spf1 include:a.example -all',
        'a.example': 'v=spf1 ip4:192.0.2.1 include:b.example -all',
        'b.example': 'v=spf1 exists:%{ir}.list.example -all',
      },
      [
        'v=spf1 ip4:192.0.2.1 include:b.example -all',
        'include:b.example: `exists:%{ir}.list.example` in it depends on the message',
      ],
    ],
    [
      'the whole include, where an exception stands beside what depends on the message',
      {
        'example.com': 'v=spf1 include:a.example -all',
        'a.example': 'v=spf1 -ip4:192.0.2.1 ptr ip4:192.0.2.0/24 -all',
      },
      [
        'v=spf1 include:a.example -all',
        'include:a.example: it holds `-ip4:192.0.2.1` beside what cannot be known without the message',
      ],
    ],
    [
      'an include that could not be read',
      { 'example.com': 'v=spf1 include:a.example -all', 'a.example': { fails: 'all' } },
      ['v=spf1 include:a.example -all', 'include:a.example: it could not be read: SERVFAIL for a.example TXT'],
    ],
    [
      'an include that leads nowhere, where nothing else lets mail pass',
      { 'example.com': 'v=spf1 include:a.example -all' },
      [
        'v=spf1 include:a.example -all',
        'include:a.example: it leads to no SPF record, so SPF ends in permerror until it is removed or mended',
      ],
    ],
    [
      'an include that lets everybody pass',
      { 'example.com': 'v=spf1 include:a.example -all', 'a.example': 'v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all' },
      ['v=spf1 include:a.example -all', 'include:a.example: it lets everybody pass'],
    ],
    [
      'macros, ptr and hosts of the record itself',
      { 'example.com': 'v=spf1 exists:%{i}.x.example ptr a -all' },
      [
        'v=spf1 exists:%{i}.x.example ptr a -all',
        'exists:%{i}.x.example: it depends on the message',
        'ptr: it depends on the name of each client',
        'a: your own; `sendaudit spf optimise --static` writes down the addresses',
      ],
    ],
    [
      'a redirect whose record means its own name',
      { 'example.com': 'v=spf1 mx redirect=a.example', 'a.example': 'v=spf1 exists:%{i}.%{d} -all' },
      [
        'v=spf1 mx redirect=a.example',
        'mx: your own; `sendaudit spf optimise --static` writes down the addresses',
        'redirect=a.example: a macro in the other record means its own domain',
      ],
    ],
  ])('%s', async (_, zone, expected) => expect(await keeps(zone)).toEqual(expected));

  const two: SpfZone = {
    'example.com': 'v=spf1 include:a.example include:b.example -all',
    'a.example': 'v=spf1 ip4:192.0.2.1 include:c.example -all',
    'b.example': 'v=spf1 ip4:192.0.2.2 -all',
    'c.example': 'v=spf1 ip4:192.0.2.3 -all',
  };

  test('--keep keeps an include of the record, and one below it', async () => {
    expect(await textOf(two, { keep: ['A.example'] })).toBe('v=spf1 include:a.example ip4:192.0.2.2 -all');
    expect(await textOf(two, { keep: ['c.example'] })).toBe(
      'v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 include:c.example -all',
    );
  });

  test('--only leaves all the others', async () => {
    expect(await textOf(two, { only: ['b.example'] })).toBe('v=spf1 include:a.example ip4:192.0.2.2 -all');
  });

  test('these are the names both can take', async () => {
    expect(includesOf(await spfTree('example.com', spfWorld(two)))).toEqual({
      own: ['a.example', 'b.example'],
      all: ['a.example', 'c.example', 'b.example'],
    });
  });

  test('a record with a syntax error is not touched', async () => {
    expect(flattened(await spfTree('example.com', spfWorld({ 'example.com': 'v=spf1 ipv4:1.2.3.4 -all' })))).toBe(
      undefined,
    );
  });
});

describe('a record that is too long for one small answer', () => {
  const many = (count: number): string =>
    Array.from({ length: count }, (_, index) => `ip4:198.51.${2 * index}.0/24`).join(' ');
  const zone: SpfZone = {
    'example.com': 'v=spf1 ip4:192.0.2.1 ?include:b.example include:a.example -all',
    'a.example': `v=spf1 ${many(60)} -all`,
    'b.example': 'v=spf1 ip4:203.0.113.0/24 -all',
  };

  test('is split over records it includes, each with the qualifier in front', async () => {
    const { main, parts } = await flatten(zone);
    expect(main.text).toBe(
      'v=spf1 ip4:192.0.2.1 ?include:_spf1.example.com include:_spf2.example.com include:_spf3.example.com include:_spf4.example.com -all',
    );
    expect(parts).toHaveLength(4);
    for (const { name, text } of parts) expect(name.length + text.length).toBeLessThanOrEqual(450);
  });

  test('names that hold a record of the tree are left alone', async () => {
    const taken = {
      ...zone,
      'example.com': 'v=spf1 include:_spf1.example.com include:a.example -all',
      '_spf1.example.com': 'v=spf1 ip4:192.0.2.9 -all',
    };
    const { parts } = await flatten(taken, { keep: ['_spf1.example.com'] });
    expect(parts.map(({ name }) => name)).toEqual(['_spf2.example.com', '_spf3.example.com', '_spf4.example.com']);
  });

  test('is not split where other TXT records take up the room anyway', async () => {
    const crowded = {
      'example.com': { TXT: ['x'.repeat(600), 'v=spf1 include:b.example -all'] },
      'b.example': 'v=spf1 ip4:203.0.113.0/24 -all',
    };
    expect((await flatten(crowded)).parts).toEqual([]);
  });
});

test('every client gets the result it got, for any record', async () => {
  await fc.assert(
    fc.asyncProperty(anyZone, async (zone) => {
      const world = spfWorld(zone);
      const flattening = flattened(await spfTree('example.com', world));
      if (flattening === undefined) return;
      const planned = texts(flattening);
      for (const text of planned.values()) expect(isFatal(parseSpf(text)), text).toBe(false);
      expect(await differences(world, plannedDns(world, planned)), [...planned.values()].join('\n')).toEqual([]);
    }),
    { numRuns: 250 },
  );
});

test('the same addresses pass, IPv4 and IPv6, however they are split', async () => {
  await fc.assert(
    fc.asyncProperty(anyZone, async (zone) => {
      const world = spfWorld(zone);
      const tree = await spfTree('example.com', world);
      const flattening = flattened(tree);
      if (flattening === undefined) return;
      const after = await spfTree('example.com', plannedDns(world, texts(flattening)));
      for (const family of [4, 6] as const) expect(passing(after, family)).toEqual(passing(tree, family));
    }),
    { numRuns: 250 },
  );
});
