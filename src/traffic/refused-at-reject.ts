import type { Attribution } from '../streams/attribute.ts';
import type { Tallies } from '../streams/tally.ts';

/** What p=reject would refuse of this period's mail, by whose it is. */
export function refusedAtReject(
  tallies: Tallies,
  attributions: readonly Attribution[],
): Readonly<Record<'ours' | 'forwarded' | 'suspicious', number>> {
  const refused = { ours: 0, forwarded: 0, suspicious: 0 };
  for (let key = 0; key < tallies.size(); key += 1) {
    const attribution = attributions[key];
    if (attribution === undefined || attribution.pass) continue;
    refused[attribution.class === 'forwarded' || attribution.class === 'suspicious' ? attribution.class : 'ours'] +=
      tallies.messagesOf(key);
  }
  return refused;
}
