import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateSpf } from '../../src/spf/evaluate.ts';
import { NO_CHANGE, type Change } from '../../src/rehearsal/change.ts';
import type { Rehearsal } from '../../src/rehearsal/rehearsal.ts';
import { mailauthSpf } from '../support/mailauth.ts';
import { spfWorld, type SpfZone } from '../support/spf-world.ts';
import { bruteForce, type Brute, type SpfByDns } from './brute-force.ts';
import { ADDRESSES, anyReports, anyTags, FROM, rehearsed, SELECTORS, trafficOf, type RawReport } from './period.ts';

const RUNS = Number(process.env['REHEARSAL_RUNS'] ?? 400);

const withdrawals: fc.Arbitrary<Pick<Change, 'selectors' | 'providers' | 'withoutDomains'>> = fc.record({
  selectors: fc.array(
    fc
      .tuple(fc.constantFrom(...SELECTORS), fc.constantFrom(undefined, ...FROM))
      .map(([selector, domain]) => (domain === undefined ? { selector } : { selector, domain })),
    { maxLength: 1 },
  ),
  providers: fc.subarray(['post', 'tenant', 'bulk'], { maxLength: 1 }),
  withoutDomains: fc.subarray([...FROM, 'bounce.example.com'], { maxLength: 1 }),
});
const targets = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string[]>([]) },
  { weight: 1, arbitrary: fc.constantFrom(...FROM).map((domain) => [domain]) },
);

const outcomes = ({ streams }: Rehearsal): object =>
  Object.fromEntries(streams.map(({ stream, before, after }) => [stream.id, { before, after }]));
const expected = (brute: Brute): object => Object.fromEntries(bruteForce(brute));

test('a change of policy, alignment and keys does to every stream what it does to its rows, one by one', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(anyReports, anyTags, withdrawals, targets, async (reports, policy, withdrawn, domains) => {
      const change: Change = { ...NO_CHANGE, policy, ...withdrawn };
      const { traffic, keys } = await trafficOf(reports);
      const attributions = keys.map((key) => traffic.attributions[key]!);
      const found = await rehearsed(traffic, change, { domains });
      expect(outcomes(found)).toEqual(expected({ reports, change, domains, attributions }));
      const { before, after } = found.groups.ours;
      if (before.pass !== after.pass || before.refused !== after.refused) moved += 1;
    }),
    { numRuns: RUNS },
  );
  // Changes that change nothing prove nothing.
  expect(moved).toBeGreaterThan(RUNS / 10);
});

const NETWORKS = [
  'ip4:192.0.2.0/28',
  'ip4:192.0.2.64/26',
  'ip4:198.51.100.9',
  'ip6:2001:db8::/64',
  'exists:%{ir}.list.test',
];
/** Enough includes to go beyond the limit of lookups. */
const CHAIN = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [`l${n}.test`, n === 11 ? 'v=spf1 -all' : `v=spf1 include:l${n + 1}.test ~all`]),
);
const record = (more: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.shuffledSubarray([...NETWORKS, ...more, 'include:missing.test', 'include:l2.test', '-ip4:192.0.2.9']),
      fc.constantFrom('-all', '~all', '?all', '+all'),
    )
    .map(([terms, end]) => ['v=spf1', ...terms, end].join(' '));
const spfZone: fc.Arbitrary<SpfZone> = fc
  .record({
    'example.com': record(['include:spf.post.test']),
    'bounce.example.com': fc.oneof(record(['include:example.com']), fc.constant('v=spf1 redirect=example.com')),
    'news.example.com': record([]),
  })
  .map((records) => ({
    ...CHAIN,
    ...records,
    'spf.post.test': 'v=spf1 ip4:192.0.2.1 ~all',
    '77.2.0.192.list.test': { A: ['127.0.0.2'] },
  }));

/** The envelope domains a new record of example.com is asked for: its own, and those that lead to it. */
const leadsToChanged = (zone: SpfZone, domain: string): boolean =>
  domain === 'example.com' || (domain === 'bounce.example.com' && JSON.stringify(zone[domain]).includes('example.com'));

async function byDns(zone: SpfZone, asks: (domain: string) => boolean): Promise<SpfByDns> {
  const known = new Map<string, 'pass' | 'other'>();
  for (const domain of Object.keys(zone).filter((name) => asks(name)))
    for (const ip of ADDRESSES) {
      const query = { ip, sender: `postmaster@${domain}`, helo: 'h.test', receiver: 'mx.test' };
      const [ours, theirs] = await Promise.all([
        evaluateSpf(spfWorld(zone), query),
        mailauthSpf(spfWorld(zone), query),
      ]);
      expect(ours.result).toBe(theirs.result);
      known.set(`${domain} ${ip}`, ours.result === 'pass' ? 'pass' : 'other');
    }
  return (domain, ip) => known.get(`${domain} ${ip}`);
}

test('another SPF record does to every stream what check_host() does to its rows, by two evaluators', async () => {
  const changes = fc.record({
    zone: spfZone,
    text: record(['include:spf.post.test']),
    policy: anyTags,
    published: fc.constantFrom('p=none', 'p=reject', 'p=quarantine; sp=none', 'p=reject; aspf=s'),
    withdrawn: withdrawals.map(({ selectors }) => ({ selectors })),
  });
  const tagsOf = (text: string): Record<string, string> =>
    Object.fromEntries(text.split('; ').map((tag) => tag.split('=') as [string, string]));
  let turned = 0;
  await fc.assert(
    fc.asyncProperty(anyReports, changes, async (reports, { zone, text, policy, published, withdrawn }) => {
      // Every name is there, so that nothing hangs on np.
      const names = Object.fromEntries(
        FROM.filter((name) => !(name in zone)).map((name) => [name, { A: ['192.0.2.1'] }]),
      );
      const world: SpfZone = { ...zone, ...names, '_dmarc.example.com': `v=DMARC1; ${published}` };
      const now = spfWorld(world);
      const change: Change = { ...NO_CHANGE, policy, ...withdrawn, spf: new Map([['example.com', text]]) };
      const { traffic, keys } = await trafficOf(reports);
      const found = await rehearsed(traffic, change, { worlds: { now }, domains: ['example.com'] });
      const same = zone['example.com'] === text;
      const asks = (domain: string): boolean => !same && leadsToChanged(zone, domain);
      const brute: Brute = {
        reports,
        change,
        domains: ['example.com'],
        attributions: keys.map((key) => traffic.attributions[key]!),
        published: new Map([['example.com', tagsOf(published)]]),
        spfNow: await byDns(zone, asks),
        spfThen: await byDns({ ...zone, 'example.com': text }, asks),
      };
      expect(withoutMissing(outcomes(found))).toEqual(withoutMissing(expected(brute)));
      turned += found.streams.filter(({ spf }) => spf.lost + spf.gained > 0).length;
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
  expect(turned).toBeGreaterThan(RUNS / 20);
});

/** The DNS says that every name exists; the brute force does not look. */
const withoutMissing = (value: object): object =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'ifMissing' ? undefined : one))) as object;

test('rows in another order, and in other reports, come to the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyReports, anyTags, withdrawals, async (reports, policy, withdrawn) => {
      const turned: RawReport[] = reports.toReversed().map((report) => ({ ...report, rows: report.rows.toReversed() }));
      const change = { policy, ...withdrawn };
      const [straight, other] = await Promise.all(
        [reports, turned].map(async (one) => rehearsed((await trafficOf(one)).traffic, change)),
      );
      expect(outcomes(other!)).toEqual(outcomes(straight!));
      expect(other!.streams.map(({ why }) => why)).toEqual(straight!.streams.map(({ why }) => why));
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});
