import type { Arrival } from './arrivals.ts';
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
  tallies: Tallies,
): Grounds {
  const byKey = new Map<string, Map<string, number>>();
  for (const { profile, signedWith, keys } of arrivals) {
    if (!isByAddress(profile)) continue;
    for (const key of signedWith) {
      if (homes.get(key)?.has(profile) !== true) continue;
      const counts = byKey.get(key) ?? new Map<string, number>();
      byKey.set(key, counts);
      for (const tally of keys) {
        const network = networkOf(tallies.sourceIpOf(tally));
        counts.set(network, (counts.get(network) ?? 0) + tallies.messagesOf(tally));
      }
    }
  }
  const grounds = new Map(Array.from(byKey, ([key, counts]) => [key, homesIn(counts)] as const));
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

/** The /24 an address lies in, or the first four groups of an IPv6 address as it is written. */
const networkOf = (sourceIp: string): string =>
  sourceIp.includes(':') ? sourceIp.split(':').slice(0, 4).join(':') : sourceIp.slice(0, sourceIp.lastIndexOf('.'));
