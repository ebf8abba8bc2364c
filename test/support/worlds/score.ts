import { pslOrgDomain } from '../../../src/dmarc-policy/psl.ts';
import type { Catalogue } from '../../../src/providers/catalogue.ts';
import { attribute, type Attribution } from '../../../src/streams/attribute.ts';
import { newTallies } from '../../../src/streams/tally.ts';
import type { Truth } from './flow.ts';
import type { TrueRow, World } from './world.ts';

/** In what way a judgement is wrong; `right` where it is not. */
export type Verdict =
  | 'right'
  | 'spoofer as ours'
  | 'spoofer as forwarded'
  | 'ours as suspicious'
  | 'ours as forwarded'
  | 'ours, pass and fail mixed up'
  | 'forwarded as ours'
  | 'forwarded as suspicious'
  | 'another service'
  | 'no service'
  | 'another stream';

export interface Judged extends TrueRow {
  readonly said: Attribution;
  readonly verdict: Verdict;
}

/** What attribution makes of a world. */
export function judged(world: World, catalogue: Catalogue, dns: 'offline' | 'with DNS' = 'offline'): Judged[] {
  const tallies = newTallies();
  const heads = new Map(
    [...new Set(world.rows.map(({ reporter }) => reporter))].map((reporter) => [
      reporter,
      {
        reporter: reporter.name,
        reportId: world.seed,
        begin: 1_790_812_800,
        end: 1_790_899_199,
        policyDomain: world.cast.homes[0] ?? '',
        policy: {},
        errors: [],
      },
    ]),
  );
  const keys = world.rows.map(({ reporter, record }) => {
    const head = heads.get(reporter);
    if (head === undefined) throw new Error('a row nobody reported');
    return tallies.add(head, record);
  });
  const said = attribute(tallies, {
    catalogue,
    organisation: (domain) => pslOrgDomain(domain),
    ...(dns === 'offline' ? {} : { branches: world.branches }),
  });
  const attributed = world.rows.map((row, index) => {
    const one = said[keys[index] ?? -1];
    if (one === undefined) throw new Error('a row without a judgement');
    return { ...row, said: one };
  });
  const holders = holdersOf(attributed);
  return attributed.map((row) => ({ ...row, verdict: verdictOf(row, holders) }));
}

type Attributed = Omit<Judged, 'verdict'>;

/** Streams that no service tells apart are named by their key or their way of passing. */
const holderOf = ({ stream }: Truth): string => stream;

/** The true stream most of a stream’s messages are of. */
function holdersOf(rows: readonly Attributed[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { said, truth, record } of rows) {
    const id = said.stream.id;
    const count = counts.get(id) ?? new Map<string, number>();
    counts.set(id, count.set(holderOf(truth), (count.get(holderOf(truth)) ?? 0) + record.count));
  }
  return new Map([...counts].map(([id, count]) => [id, [...count].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '']));
}

function verdictOf({ said, truth }: Attributed, holders: ReadonlyMap<string, string>): Verdict {
  const isOurs = said.class === 'aligned' || said.class === 'fixable';
  if (truth.owner === 'spoofer')
    return isOurs ? 'spoofer as ours' : said.class === 'forwarded' ? 'spoofer as forwarded' : 'right';
  if (truth.owner === 'forwarded')
    return isOurs ? 'forwarded as ours' : said.class === 'suspicious' ? 'forwarded as suspicious' : 'right';
  if (!isOurs) return said.class === 'suspicious' ? 'ours as suspicious' : 'ours as forwarded';
  if (said.pass !== (said.class === 'aligned')) return 'ours, pass and fail mixed up';
  const { provider = 'own' } = said.stream;
  if (truth.providers.length > 0)
    return truth.providers.includes(provider) ? 'right' : provider === 'own' ? 'no service' : 'another service';
  if (provider !== 'own') return 'another service';
  return holders.get(said.stream.id) === holderOf(truth) ? 'right' : 'another stream';
}
