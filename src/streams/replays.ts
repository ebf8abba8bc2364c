import { serviceOf } from './services.ts';
import { domainOf, isWhole } from './arrivals.ts';
import { namedSets, type NamedSets } from './named-sets.ts';
import { strangerOf, type Reading, type SpfProfile } from './spf-profile.ts';

/** Nobody forwards ten times what is sent; a spammer who got one signed message sends it on by the thousand. */
const REPLAY_FACTOR = 10;
const FEWEST_REPLAYED = 500;

/** By our organisation, those who sent mail with a key of ours many times more often than it came from its homes. */
export function replayersOf(
  counts: ReadonlyMap<string, ReadonlyMap<SpfProfile, number>>,
  vouched: ReadonlyMap<string, ReadonlySet<SpfProfile>>,
  { organisation, catalogue }: Reading,
): NamedSets {
  const replayers = namedSets();
  for (const [key, homes] of vouched) {
    if (!isWhole(key)) continue;
    const count = counts.get(key) ?? new Map<SpfProfile, number>();
    const sent = [...homes].reduce((sum, profile) => sum + (count.get(profile) ?? 0), 0);
    for (const [profile, messages] of count) {
      const stranger = strangerOf(profile);
      if (stranger === undefined || messages < Math.max(FEWEST_REPLAYED, REPLAY_FACTOR * sent)) continue;
      if (serviceOf(stranger, catalogue) === undefined) replayers.of(organisation(domainOf(key))).add(stranger);
    }
  }
  return replayers;
}
