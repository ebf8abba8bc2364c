import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateSpf } from '../../src/spf/evaluate.ts';
import { spfTree } from '../../src/spf/read-tree.ts';
import { everyNode, everyTerm } from '../../src/spf/tree-walk.ts';
import { pathText } from '../../src/spf/path.ts';
import type { SpfTree } from '../../src/spf/tree.ts';
import { spfWorld, type SpfZone } from '../support/spf-world.ts';

const treeOf = (zone: SpfZone): Promise<SpfTree> => spfTree('example.com', spfWorld(zone));
const exactly = (number: number) => ({ min: number, max: number });
/** Every term with its path: its cost, that of its branch, and what is spent after it. */
const costs = (tree: SpfTree) =>
  Object.fromEntries(
    Array.from(everyTerm(tree), ({ node, path }) => [
      path.map(({ term }) => term.text).join(' > '),
      [node.cost, node.branch.min, node.running.min],
    ]),
  );
/** Records below the root by domain. */
const nodes = (tree: SpfTree) => Object.fromEntries(Array.from(everyNode(tree), ({ node }) => [node.domain, node]));

describe('costs', () => {
  test('every term has its own cost, that of its branch, and the running total of evaluation', async () => {
    const tree = await treeOf({
      'example.com': {
        TXT: ['v=spf1 redirect=r.example include:a.example ip4:192.0.2.1 mx'],
        MX: ['example.com'],
        A: ['192.0.2.2'],
      },
      'a.example': 'v=spf1 a:example.com ip6:2001:db8::1 include:b.example -all',
      'b.example': 'v=spf1 exists:example.com ~all',
      'r.example': 'v=spf1 ptr -all',
    });
    expect(costs(tree)).toEqual({
      'include:a.example': [1, 4, 4],
      'include:a.example > a:example.com': [1, 1, 2],
      'include:a.example > ip6:2001:db8::1': [0, 0, 2],
      'include:a.example > include:b.example': [1, 2, 4],
      'include:a.example > include:b.example > exists:example.com': [1, 1, 4],
      'include:a.example > include:b.example > ~all': [0, 0, 4],
      'include:a.example > -all': [0, 0, 4],
      'ip4:192.0.2.1': [0, 0, 4],
      mx: [1, 1, 5],
      'redirect=r.example': [1, 2, 7],
      'redirect=r.example > ptr': [1, 1, 7],
      'redirect=r.example > -all': [0, 0, 7],
    });
    expect(tree.lookups).toEqual(exactly(7));
    expect(tree.records).toBe(4);
  });

  test('the tree goes on where receivers would stop', async () => {
    const includes = Array.from({ length: 14 }, (_, index) => `include:i${index}.example`);
    const tree = await treeOf({
      'example.com': `v=spf1 ${includes.join(' ')} -all`,
      ...Object.fromEntries(includes.map((term) => [term.slice(8), 'v=spf1 ip4:192.0.2.1'])),
    });
    expect(tree.lookups).toEqual(exactly(14));
  });

  test('the same include on two branches counts twice, is no loop, and is asked once', async () => {
    const world = spfWorld({
      'example.com': 'v=spf1 include:a.example include:b.example -all',
      'a.example': 'v=spf1 include:c.example',
      'b.example': 'v=spf1 include:c.example',
      'c.example': 'v=spf1 mx:m.example',
      'm.example': { MX: ['m.example'], A: ['192.0.2.1'], AAAA: ['2001:db8::1'] },
    });
    const tree = await spfTree('example.com', world);
    expect(tree.lookups).toEqual(exactly(6));
    expect(world.asked.filter((question) => question === 'c.example TXT')).toHaveLength(1);
    expect(new Set(world.asked).size).toBe(world.asked.length);
  });

  test('what stands behind all, and a redirect beside it, costs nothing and is not followed', async () => {
    const tree = await treeOf({ 'example.com': 'v=spf1 redirect=r.example -all a include:a.example' });
    expect(tree.lookups).toEqual(exactly(0));
    expect(Array.from(everyTerm(tree), ({ node }) => [node.term.text, node.reachable])).toEqual([
      ['redirect=r.example', false],
      ['-all', true],
      ['a', false],
      ['include:a.example', false],
    ]);
    expect(tree.records).toBe(1);
  });

  test('%{p} costs a lookup more', async () => {
    const tree = await treeOf({ 'example.com': 'v=spf1 exists:%{p}.example.com -all' });
    expect(tree.lookups).toEqual(exactly(2));
  });

  test('questions are asked level by level, those of a record at once', async () => {
    let rounds = 0;
    let flying = 0;
    const world = spfWorld({
      'example.com': {
        TXT: ['v=spf1 a mx include:a.example include:b.example -all'],
        A: ['192.0.2.1'],
        MX: ['m.example'],
      },
      'a.example': 'v=spf1 include:c.example',
      'b.example': 'v=spf1 a:b.example',
      'c.example': 'v=spf1 -all',
    });
    const slow: typeof world = {
      ...world,
      async resolve(name, type) {
        if (flying++ === 0) rounds++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        flying--;
        return world.resolve(name, type);
      },
    };
    await spfTree('example.com', slow);
    expect(rounds).toBeLessThanOrEqual(4);
  });
});

describe('what stands at an include', () => {
  test('no name, no text, no SPF, several, syntax errors and a failure are told apart', async () => {
    const tree = await treeOf({
      'example.com':
        'v=spf1 include:gone.example include:empty.example include:other.example include:two.example include:bad.example include:dark.example -all',
      'empty.example': { A: ['192.0.2.1'] },
      'other.example': { TXT: ['hello', 'v=spf1; mx'] },
      'two.example': { TXT: ['v=spf1 mx', 'v=spf1 -all'] },
      'bad.example': 'v=spf1 ip4:192.0.2.300 a:bad.example',
      'dark.example': { fails: 'all' },
    });
    const found = nodes(tree);
    expect(found['gone.example']).toMatchObject({ state: 'none', why: 'nxdomain' });
    expect(found['empty.example']).toMatchObject({ state: 'none', why: 'nodata' });
    expect(found['other.example']).toMatchObject({
      state: 'none',
      why: 'no-spf',
      published: [{ kind: 'other' }, { kind: 'look-alike' }],
    });
    expect(found['two.example']).toMatchObject({
      state: 'several',
      texts: [{ text: 'v=spf1 mx' }, { text: 'v=spf1 -all' }],
    });
    expect(found['bad.example']).toMatchObject({ state: 'record', fatal: true, lookups: exactly(1) });
    expect(found['dark.example']).toMatchObject({ state: 'failed', reason: 'SERVFAIL for dark.example TXT' });
    expect(tree.unknowns).toEqual([
      {
        name: 'dark.example',
        type: 'TXT',
        reason: 'SERVFAIL for dark.example TXT',
        path: 'example.com → include:dark.example',
      },
    ]);
    // What the unanswered include would have cost nobody knows.
    expect(tree.lookups).toEqual({ min: 7, max: undefined });
  });

  test('a record keeps its strings, its CNAME chain, and the size of the RRset', async () => {
    const tree = await treeOf({
      'example.com': { CNAME: 'spf.host.example' },
      'spf.host.example': { TXT: [['v=spf1 ', '-all'], 'other'] },
    });
    expect(tree.root).toMatchObject({
      via: ['spf.host.example'],
      text: { strings: ['v=spf1 ', '-all'], text: 'v=spf1 -all' },
      octets: 12 + 8 + 5 + (12 + 6),
    });
  });

  test('a loop is named with its path and goes round once', async () => {
    const tree = await treeOf({
      'example.com': 'v=spf1 include:a.example -all',
      'a.example': 'v=spf1 mx:a.example include:b.example',
      'b.example': 'v=spf1 redirect=a.example',
    });
    const loop = [...everyNode(tree)].find(({ node }) => node.state === 'loop');
    expect(loop?.node).toMatchObject({ cycle: ['a.example', 'b.example', 'a.example'] });
    expect(pathText(tree.domain, loop!.path)).toBe(
      'example.com → include:a.example → include:b.example → redirect=a.example',
    );
    expect(tree.lookups).toEqual({ min: 4, max: undefined });
  });

  test('a record that includes itself is a loop', async () => {
    const tree = await treeOf({ 'example.com': 'v=spf1 include:EXAMPLE.com. -all' });
    expect(tree.root.terms[0]?.child).toMatchObject({ state: 'loop', cycle: ['example.com', 'example.com'] });
  });

  test('a root without record, or that fails, is a tree all the same', async () => {
    expect((await treeOf({})).root).toMatchObject({ state: 'none', why: 'nxdomain' });
    expect(await treeOf({ 'example.com': { fails: 'all' } })).toMatchObject({
      root: { state: 'failed' },
      unknowns: [{ path: 'example.com' }],
    });
  });
});

describe('macros', () => {
  test('%{d} and %{o} are known, everything else depends on the message', async () => {
    const tree = await treeOf({
      'example.com': 'v=spf1 include:_spf.%{d} include:%{d1r}.a.example exists:%{ir}.%{d} include:%{l}.example -all',
      '_spf.example.com': 'v=spf1 a:%{o} a:%{d}',
      'example.a.example': 'v=spf1 mx:a.example',
    });
    expect(Array.from(everyTerm(tree), ({ node }) => node.target).filter((target) => target !== undefined)).toEqual([
      { state: 'constant', name: '_spf.example.com' },
      { state: 'constant', name: 'example.a.example' },
      { state: 'indeterminate', letters: ['i'] },
      { state: 'indeterminate', letters: ['l'] },
      { state: 'constant', name: 'example.com' },
      { state: 'constant', name: '_spf.example.com' },
      { state: 'constant', name: 'a.example' },
    ]);
    expect(tree.lookups).toEqual({ min: 7, max: undefined });
  });

  test('a name that cannot be asked is said and not asked', async () => {
    const tree = await treeOf({ 'example.com': 'v=spf1 include:a..example a:%{d}..example -all' });
    expect(tree.root.terms.map(({ target }) => target?.state)).toEqual(['unaskable', 'unaskable', undefined]);
    expect(tree.unknowns).toEqual([]);
    expect(tree.lookups).toEqual(exactly(2));
  });
});

describe('hosts and voids', () => {
  test('a and mx have their hosts with addresses, in order of preference', async () => {
    const tree = await treeOf({
      'example.com': { TXT: ['v=spf1 a/24 mx -all'], A: ['192.0.2.1'], MX: ['one.example', 'two.example'] },
      'one.example': { A: ['192.0.2.2'], AAAA: ['2001:db8::2'] },
      'two.example': { fails: ['A'] },
    });
    expect(tree.root.terms.slice(0, 2).map(({ hosts }) => hosts)).toMatchObject([
      [{ name: 'example.com', ipv4: { state: 'found', addresses: ['192.0.2.1'] }, ipv6: { state: 'nodata' } }],
      [
        { name: 'one.example', preference: 0, ipv6: { addresses: ['2001:db8::2'] } },
        { name: 'two.example', preference: 10, ipv4: { state: 'unknown' }, ipv6: { state: 'nodata' } },
      ],
    ]);
    expect(tree.unknowns).toMatchObject([{ name: 'two.example', type: 'A', path: 'example.com → mx' }]);
  });

  test('hosts behind the tenth MX are named and not asked', async () => {
    const MX = Array.from({ length: 12 }, (_, index) => `h${index}.example`);
    const world = spfWorld({ 'example.com': { TXT: ['v=spf1 mx -all'], MX } });
    const tree = await spfTree('example.com', world);
    expect(tree.root.terms[0]?.hosts?.map(({ ipv4 }) => ipv4.state)).toEqual([
      ...Array.from({ length: 10 }, () => 'nxdomain'),
      'unasked',
      'unasked',
    ]);
    expect(world.asked).not.toContain('h10.example A');
  });

  test('each question that finds nothing is a void, where the question counts', async () => {
    const tree = await treeOf({
      'example.com': 'v=spf1 a:gone.example mx:gone.example exists:gone.example include:gone.example a:v4.example -all',
      'v4.example': { A: ['192.0.2.1'] },
    });
    expect(
      tree.root.terms.map(({ voids }) =>
        voids.map(({ name, type, clients }) => `${name} ${type} ${clients.join('+')}`),
      ),
    ).toEqual([
      ['gone.example A 4', 'gone.example AAAA 6'],
      ['gone.example MX 4+6'],
      ['gone.example A 4+6'],
      ['gone.example TXT 4+6'],
      ['v4.example AAAA 6'],
      [],
    ]);
    expect(tree.voids).toEqual({ ipv4: exactly(4), ipv6: exactly(5) });
  });

  test('an MX host without address may count as void or not: receivers differ', async () => {
    const tree = await treeOf({
      'example.com': { TXT: ['v=spf1 mx -all'], MX: ['a.example', 'b.example', 'c.example'] },
      'a.example': { A: ['192.0.2.1'] },
    });
    expect(tree.voids).toEqual({ ipv4: { min: 0, max: 2 }, ipv6: { min: 0, max: 3 } });
    expect(tree.lookups).toEqual(exactly(1));
  });

  test('what depends on the message may be void', async () => {
    const tree = await treeOf({ 'example.com': 'v=spf1 exists:%{i}.example.com ptr -all' });
    expect(tree.voids).toEqual({ ipv4: { min: 0, max: 2 }, ipv6: { min: 0, max: 2 } });
  });

  test('a failed question may have been void', async () => {
    const tree = await treeOf({ 'example.com': 'v=spf1 a:dark.example -all', 'dark.example': { fails: ['A'] } });
    expect(tree.voids).toEqual({ ipv4: { min: 0, max: 1 }, ipv6: exactly(1) });
  });

  test('the explanation is asked for, but not below an include', async () => {
    const world = spfWorld({
      'example.com': 'v=spf1 include:a.example -all exp=why.example',
      'a.example': 'v=spf1 -all exp=other.example',
      'why.example': { TXT: ['one', 'two'] },
    });
    const tree = await spfTree('example.com', world);
    expect(tree.root.terms.at(-1)).toMatchObject({ cost: 0, explanation: { state: 'found', texts: ['one', 'two'] } });
    expect(world.asked).not.toContain('other.example TXT');
  });
});

describe('an attacker\u2019s tree', () => {
  test('stops at 200 records and says so', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => `include:${index}.%{d}`).join(' ');
    let asked = 0;
    const tree = await spfTree('example.com', {
      async resolve(name, type) {
        asked++;
        return type === 'TXT'
          ? {
              status: 'ok',
              records: [{ name, ttl: 0, type: 'TXT', strings: [`v=spf1 ${ten}`] }] as never,
              ttl: 0,
              authentic: false,
              via: [],
            }
          : { status: 'nodata', ttl: 0, authentic: false, via: [] };
      },
      close: async () => {},
    });
    expect(tree.records).toBe(200);
    expect(asked).toBe(200);
    expect(tree.cut).toEqual(['records']);
    expect(tree.lookups.max).toBeUndefined();
  });

  test('stops at a depth of 20', async () => {
    const tree = await spfTree('example.com', {
      async resolve(name) {
        const strings = ['v=spf1 include:x.%{d}'];
        return {
          status: 'ok',
          records: [{ name, ttl: 0, type: 'TXT', strings }] as never,
          ttl: 0,
          authentic: false,
          via: [],
        };
      },
      close: async () => {},
    });
    expect(tree.cut).toEqual(['depth']);
    expect(tree.records).toBe(21);
  });

  test('asks for the hosts of 100 terms and no more', async () => {
    const terms = Array.from({ length: 150 }, (_, index) => `a:${index}.example.com`).join(' ');
    const world = spfWorld({ 'example.com': `v=spf1 ${terms}` });
    const tree = await spfTree('example.com', world);
    expect(world.asked).toHaveLength(1 + 200);
    expect(tree.cut).toEqual(['hosts']);
    expect(tree.lookups).toEqual(exactly(150));
  });
});

test('the total is what the evaluator spends on a client nobody authorises', async () => {
  const name = fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example', 'e.example');
  const term = fc.oneof(
    name.map((domain) => `include:${domain}`),
    fc
      .tuple(fc.constantFrom('a', 'mx', 'exists', 'ptr', '?a', '-mx'), name)
      .map(([kind, domain]) => `${kind}:no.${domain}`),
    fc.constantFrom('ip4:192.0.2.0/24', 'ip6:2001:db8::/32', 'x=y', 'a:example.com', 'mx:example.com'),
  );
  const last = fc.oneof(
    name.map((domain) => `redirect=${domain}`),
    fc.constantFrom('-all', '~all', '?all', ''),
  );
  const record = fc
    .tuple(fc.array(term, { maxLength: 4 }), last)
    .map(([terms, end]) => ['v=spf1', ...terms, end].join(' '));
  await fc.assert(
    fc.asyncProperty(fc.tuple(record, record, record, record, record, record), async (records) => {
      const zone: SpfZone = {
        'example.com': { TXT: [records[0]], A: ['192.0.2.1'], MX: ['example.com'] },
        ...Object.fromEntries(
          ['a', 'b', 'c', 'd', 'e'].map((domain, index) => [`${domain}.example`, records[index + 1]!]),
        ),
      };
      const tree = await treeOf(zone);
      // A circle has no total, and a tree that was cut has none that is known.
      fc.pre(tree.lookups.max !== undefined);
      const query = { ip: '203.0.113.1', sender: 'ann@example.com' };
      const result = await evaluateSpf(spfWorld(zone), query, { lookups: Infinity, voids: Infinity });
      expect(result.lookups).toBe(tree.lookups.min);
      expect(result.voids).toBeGreaterThanOrEqual(tree.voids.ipv4.min);
      expect(result.voids).toBeLessThanOrEqual(tree.voids.ipv4.max ?? Infinity);
    }),
    { numRuns: Number(process.env['SPF_RUNS'] ?? 300) },
  );
});
