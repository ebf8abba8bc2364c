import { isWhole, type Arrival } from './arrivals.ts';
import { keyNetworks } from './key-networks.ts';
import type { SpfProfile } from './spf-profile.ts';
import type { Tallies } from './tally.ts';

/** With less of a key's mail than this, a network is where some of it was re-sent to … */
const LEAST_SHARE_OF_FORGOTTEN = 0.25;
/** … and it has to be more than a few friends with a forwarded mailbox get. */
const FEWEST_OF_FORGOTTEN = 100;

type ByKey<T> = ReadonlyMap<string, T>;

/**
 * Networks that send much of a key's mail in our name without SPF passing, beside those it passes for: a server of ours has
 * an IPv6 address as well, or moved, and nobody told the record.
 */
export function forgottenNetworks(
  arrivals: readonly Arrival[],
  counts: ByKey<ReadonlyMap<SpfProfile, number>>,
  vouched: ByKey<unknown>,
  tallies: Tallies,
): ByKey<ReadonlySet<string>> {
  const fewest = fewestOf(counts, vouched);
  if (fewest.size === 0) return new Map();
  const unlisted = arrivals.filter(({ profile }) => profile === 'unlisted');
  const forgotten = Array.from(
    keyNetworks(unlisted, (key) => fewest.has(key), tallies),
    ([key, byNetwork]) => {
      const least = fewest.get(key) ?? Infinity;
      return [key, new Set([...byNetwork].filter(([, messages]) => messages >= least).map(([one]) => one))] as const;
    },
  );
  return new Map(forgotten.filter(([, found]) => found.size > 0));
}

/** By key, how much of it a network must send; of few keys so much goes without SPF. */
function fewestOf(counts: ByKey<ReadonlyMap<SpfProfile, number>>, vouched: ByKey<unknown>): Map<string, number> {
  const fewest = new Map<string, number>();
  for (const key of vouched.keys()) {
    const profiles = counts.get(key);
    const unlisted = profiles?.get('unlisted') ?? 0;
    if (profiles === undefined || !isWhole(key) || unlisted < FEWEST_OF_FORGOTTEN) continue;
    const all = [...profiles.values()].reduce((sum, messages) => sum + messages, 0);
    const least = Math.max(FEWEST_OF_FORGOTTEN, all * LEAST_SHARE_OF_FORGOTTEN);
    if (unlisted >= least) fewest.set(key, least);
  }
  return fewest;
}
