import type { Catalogue } from '../providers/catalogue.ts';
import { addressesOf } from './addresses.ts';
import type { Attribution } from './attribution.ts';
import { withoutResults } from './bare.ts';
import { NO_TREES, OPEN, type Branches } from './branch.ts';
import { byFullerRows } from './fuller.ts';
import { groupsOf, type Group } from './groups.ts';
import { homesOf } from './homes.ts';
import type { HostOf } from './host.ts';
import { identify } from './identify.ts';
import type { Ours } from './ours.ts';
import { judge, type Surveyed } from './judge.ts';
import { lessonsOf } from './learn.ts';
import { neighboursOf } from './neighbours.ts';
import { planOf, settingOf } from './plan.ts';
import { rulings, type StreamRule } from './rules.ts';
import type { Tallies } from './tally.ts';

export type { Attribution } from './attribution.ts';

/** What attribution may use besides the rows themselves. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  /** The organisational domain of a name. */
  readonly organisation: (domain: string) => string;
  /** Where addresses stand in the From domains' SPF trees, where DNS was at hand. */
  readonly branches?: Branches;
  /** What the reader says of their own mail; it wins over everything. */
  readonly rules?: readonly StreamRule[];
  /** What the reverse zones call the addresses, where they were asked. */
  readonly hostOf?: HostOf;
}

/**
 * Says of every key of a period's tallies whose mail it is. First the whole period is surveyed: how each key's mail looks at
 * home, who re-sends, what rows teach about each other. Then each row is judged. The answer is an array, index = key; equal
 * judgements are one object.
 */
export function attribute(tallies: Tallies, knowledge: Knowledge): Attribution[] {
  const { catalogue, organisation, branches = NO_TREES, rules = [], hostOf = () => undefined } = knowledge;
  const oursOf = (headerFrom: string): Ours => {
    const home = organisation(headerFrom);
    return (domain) => domain !== '' && organisation(domain) === home;
  };
  const reading = { oursOf, organisation, catalogue };
  const groups = groupsOf(tallies);
  const homes = homesOf(groups, tallies, reading);
  const senders = groups.map(({ signature }) =>
    identify({ signature, ours: oursOf(signature.headerFrom), branch: OPEN, catalogue }),
  );
  const lessons = lessonsOf(groups, senders, tallies, reading, homes);
  const rulingOf = rulings(rules);
  const plans = senders.map((alone, index) => {
    const { signature } = groups[index] as Group;
    return planOf(signature, alone, rulingOf(signature), reading);
  });
  const neighbours = neighboursOf(
    plans.map(({ signature }) => signature),
    reading,
  );
  const addresses = addressesOf(tallies.addresses(), { catalogue, hostOf, lessons, organisation });
  const surveyed: Surveyed = { addresses, branches, catalogue, homes, lessons, neighbours, organisation };

  const attributions = Array.from<Attribution>({ length: tallies.size() });
  for (const [index, { keys }] of groups.entries()) {
    const plan = plans[index];
    if (plan === undefined) continue;
    const judged = new Map<string, Attribution>();
    for (const key of keys) {
      const tally = tallies.get(key);
      const { like, ...setting } = settingOf(plan, tally, surveyed);
      let attribution = judged.get(like);
      if (attribution === undefined) judged.set(like, (attribution = judge(plan, tally, setting, surveyed)));
      attributions[key] = attribution;
    }
  }
  return withoutResults(groups, byFullerRows(groups, attributions, tallies), tallies, {
    catalogue,
    networkOf: (key) => addresses.networkOf(tallies.addressOf(key), tallies.sourceIpOf(key)),
    organisation,
  });
}
