import type { Arrival } from './arrivals.ts';
import type { SpfProfile } from './spf-profile.ts';
import type { Tallies } from './tally.ts';

/** Networks a key's mail came from, each with its messages. */
export type KeyNetworks = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function keyNetworks(
  arrivals: readonly Arrival[],
  counted: (key: string, profile: SpfProfile) => boolean,
  tallies: Tallies,
): KeyNetworks {
  const byKey = new Map<string, Map<string, number>>();
  for (const { profile, signedWith, keys } of arrivals)
    for (const key of signedWith) {
      if (!counted(key, profile)) continue;
      const counts = byKey.get(key) ?? new Map<string, number>();
      byKey.set(key, counts);
      for (const tally of keys) {
        const network = networkOf(tallies.sourceIpOf(tally));
        counts.set(network, (counts.get(network) ?? 0) + tallies.messagesOf(tally));
      }
    }
  return byKey;
}

/** The /24 an address lies in, or the first four groups of an IPv6 address as it is written. */
export const networkOf = (sourceIp: string): string =>
  sourceIp.includes(':') ? sourceIp.split(':').slice(0, 4).join(':') : sourceIp.slice(0, sourceIp.lastIndexOf('.'));
