import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateSpf } from '../../src/spf/evaluate.ts';
import { mailauthSpf } from '../support/mailauth.ts';
import { spfWorld, type SpfOwner, type SpfZone } from '../support/spf-world.ts';

/**
 * mailauth and this evaluator read the standard apart in three places, which the worlds here leave out:
 * - an MX host without address counts as a void lookup here (`countMxHostVoids`), there it does not
 * - a term whose macros come to no name counts as a lookup here (§4.6.4 counts terms), there only questions count
 * - a name with an all-digit top label is asked here; there it matches nothing unasked
 */
const LIMITS = { countMxHostVoids: false };

const DOMAINS = ['a.test', 'b.test', 'c.test', 'd.test', 'e.test'];
const HOSTS = ['h1.test', 'h2.test', 'mail.a.test', 'gone.test', 'broken.test'];
const IPV4 = ['192.0.2.1', '192.0.2.77', '198.51.100.9'];
const IPV6 = ['2001:db8::1', '2001:db8:1::25'];

const domain = fc.constantFrom(...DOMAINS);
const host = fc.constantFrom(...HOSTS, ...DOMAINS);
const sign = fc.constantFrom('', '', '+', '-', '~', '?');
const prefix4 = fc.constantFrom('', '/32', '/24', '/0', '/9');
const prefix6 = fc.constantFrom('', '//128', '//32', '//0');
const spec = fc.oneof(
  { weight: 6, arbitrary: host },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '%{d}',
      'x.%{d}',
      '%{o}',
      '%{d2}',
      'h1.%{d1}',
      '%{ir}.%{v}.list.test',
      '%{l}.users.test',
      '%{L1r-}.users.test',
      '%{h}',
      '%{p}.p.test',
      '%{s}.s.test',
      'a%%b.test',
      '%{i}.i.test',
    ),
  },
);
const good = fc.oneof(
  { weight: 2, arbitrary: sign.map((q) => `${q}all`) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(sign, fc.oneof({ weight: 5, arbitrary: domain }, { weight: 1, arbitrary: spec }))
      .map(([q, d]) => `${q}include:${d}`),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'mx'), sign, fc.option(spec), prefix4, prefix6)
      .map(([kind, q, d, v4, v6]) => `${q}${kind}${d === null ? '' : `:${d}`}${v4}${v6}`),
  },
  { weight: 2, arbitrary: fc.tuple(sign, spec).map(([q, d]) => `${q}exists:${d}`) },
  { weight: 2, arbitrary: fc.tuple(sign, fc.option(host)).map(([q, d]) => `${q}ptr${d === null ? '' : `:${d}`}`) },
  {
    weight: 3,
    arbitrary: fc.tuple(sign, fc.constantFrom(...IPV4), prefix4).map(([q, ip, v4]) => `${q}ip4:${ip}${v4}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(sign, fc.constantFrom(...IPV6), fc.constantFrom('', '/32', '/0'))
      .map(([q, ip, v6]) => `${q}ip6:${ip}${v6}`),
  },
  {
    weight: 2,
    arbitrary: fc.oneof({ weight: 3, arbitrary: domain }, { weight: 1, arbitrary: spec }).map((d) => `redirect=${d}`),
  },
  { weight: 2, arbitrary: fc.constantFrom('exp=why.test', 'exp=why.%{d}', 'exp=several.test', 'exp=gone.test') },
  { weight: 1, arbitrary: fc.constantFrom('x=y', 'op=%{c}', 'foo=') },
);
const bad = fc.constantFrom(
  'include:',
  'a:localhost',
  'ip4:192.0.2.300',
  'ip4:192.0.2.1/33',
  'mx/',
  'ip6:192.0.2.1',
  'exists:%{z}.test',
  '-redirect=a.test',
  'all:x',
  'include:a.test/24',
  'a:a.test//129',
  'exists:%(i).test',
  'ip4:192.0.2.01',
  'redirect=',
  '%',
  'ptr/24',
  'exp=%{c}.test',
  'x=%',
);
const term = fc.oneof({ weight: 150, arbitrary: good }, { weight: 1, arbitrary: bad });
const record = fc
  .tuple(fc.constantFrom('v=spf1', 'v=spf1', 'V=SPF1'), fc.array(term, { minLength: 1, maxLength: 7, size: 'max' }))
  .map(([v, terms]) => [v, ...terms].join(' '));
const txt = fc.oneof(
  { weight: 30, arbitrary: record.map((text) => [text]) },
  { weight: 2, arbitrary: record.map((text) => ['verification=1', text]) },
  { weight: 1, arbitrary: fc.tuple(record, record).map(([one, two]) => [one, two]) },
  { weight: 1, arbitrary: fc.constantFrom([], ['v=spf10 -all'], [' v=spf1 -all']) },
);
const owner: fc.Arbitrary<SpfOwner> = fc.record({
  TXT: txt,
  A: fc.subarray(IPV4, { minLength: 0 }),
  AAAA: fc.subarray(IPV6),
  MX: fc.array(fc.constantFrom(...HOSTS), { maxLength: 12 }),
});
const zone: fc.Arbitrary<SpfZone> = fc
  .record({
    owners: fc.tuple(owner, owner, owner, owner, owner),
    hosts: fc.tuple(owner, owner, owner),
    why: fc.constantFrom(
      'No mail from %{i} for %{s}',
      '%{c} %{r} %{h} %{v}',
      '100%',
      'caf\u00C3\u00A9',
      '%{p} is %{S}',
    ),
    pointers: fc.array(fc.constantFrom(...HOSTS, ...DOMAINS), { maxLength: 12 }),
    exists: fc.boolean(),
  })
  .map(({ owners, hosts, why, pointers, exists }) => ({
    ...Object.fromEntries(DOMAINS.map((name, index) => [name, owners[index]!])),
    'h1.test': { ...hosts[0], TXT: [] },
    'h2.test': { ...hosts[1], TXT: [] },
    'mail.a.test': { ...hosts[2], TXT: [] },
    'broken.test': { fails: 'all' as const },
    'why.test': why,
    'why.a.test': why,
    'several.test': { TXT: ['one', 'two'] },
    '1.2.0.192.in-addr.arpa': { PTR: pointers },
    '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa': { PTR: pointers },
    ...(exists ? { '1.2.0.192.in-addr.list.test': { A: ['127.0.0.2'] }, 'ann.users.test': { A: ['127.0.0.2'] } } : {}),
  }));

test('the evaluator agrees with mailauth in generated worlds: result, explanation, lookups, voids', async () => {
  const client = fc.constantFrom(...IPV4, ...IPV6, '203.0.113.1', '::ffff:192.0.2.1');
  const sender = fc.constantFrom('ann@a.test', 'Bob-By@b.test', 'a.test', '', '"x@y"@c.test', 'ann@gone.test');
  const limit = fc.constantFrom(1000, undefined);
  await fc.assert(
    fc.asyncProperty(zone, client, sender, limit, async (names, ip, from, most) => {
      const query = { ip, sender: from, helo: 'a.test', receiver: 'mx.receiver.test' };
      // Loops never end without a limit on lookups: voids alone are freed then.
      const limits = most === undefined ? {} : { voids: most };
      const ours = await evaluateSpf(spfWorld(names), query, { ...LIMITS, ...limits });
      const theirs = await mailauthSpf(spfWorld(names), query, limits);
      expect({ result: ours.result, explanation: ours.explanation }).toEqual({
        result: theirs.result,
        explanation: theirs.explanation,
      });
      // Without a verdict the two stop counting at different moments; the first TXT question counts there as a void.
      if (['none', 'permerror', 'temperror'].includes(ours.result)) return;
      expect({ lookups: ours.lookups, voids: ours.voids }).toEqual({ lookups: theirs.lookups, voids: theirs.voids });
    }),
    { numRuns: Number(process.env['SPF_RUNS'] ?? 500) },
  );
});
