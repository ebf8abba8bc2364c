import type { Arrival } from './arrivals.ts';
import { keyNetworks, networkOf } from './key-networks.ts';
import { isByAddress, type SpfProfile } from './spf-profile.ts';
import type { Tallies } from './tally.ts';

/** Networks with less of a key's mail than this are where some of it was re-sent to, not where it starts. */
const LEAST_SHARE_OF_HOME = 0.1;

/** Whether mail with a key starts from an address. */
export type Grounds = (key: string, sourceIp: string) => boolean;

/**
 * Where SPF passes for nobody even at home (a server nobody listed), a forwarder that keeps the envelope leaves the same
 * row: there the mail is at home in the networks most of it comes from. Without one that stands out, anywhere.
 */
export function groundsOf(
  arrivals: readonly Arrival[],
  homes: ReadonlyMap<string, ReadonlySet<SpfProfile>>,
  forgotten: ReadonlyMap<string, ReadonlySet<string>>,
  tallies: Tallies,
): Grounds {
  const here = arrivals.filter(({ profile }) => isByAddress(profile));
  const byKey = keyNetworks(
    here,
    (key, profile) => !forgotten.has(key) && homes.get(key)?.has(profile) === true,
    tallies,
  );
  const grounds = new Map<string, ReadonlySet<string>>([
    ...Array.from(byKey, ([key, counts]) => [key, homesIn(counts)] as const),
    ...forgotten,
  ]);
  return (key, sourceIp) => {
    const known = grounds.get(key);
    return known === undefined || known.size === 0 || known.has(networkOf(sourceIp));
  };
}

function homesIn(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const all = [...counts.values()].reduce((sum, messages) => sum + messages, 0);
  return new Set(
    [...counts].filter(([, messages]) => messages >= all * LEAST_SHARE_OF_HOME).map(([network]) => network),
  );
}
