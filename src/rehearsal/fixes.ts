import { byName } from '../core/order.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { StreamOutcome } from './rehearse.ts';

const lost = ({ after }: StreamOutcome): number => after.refused + after.quarantined;

/** Those that lose most first. */
export const byLoss = (streams: readonly StreamOutcome[]): StreamOutcome[] =>
  streams.toSorted((a, b) => lost(b) - lost(a) || b.after.fail - a.after.fail || byName(a.stream.id, b.stream.id));

/** What a customer of the service has to do to be aligned, where its vendor says so and that is what is missing. */
export function fixOf({ stream, before, after }: StreamOutcome, { alignments }: Rehearsal): { readonly fix?: string } {
  if (after.fail > before.fail && stream.class !== 'fixable')
    return { fix: 'keep what the change takes away until the stream passes by something else' };
  const advice = stream.provider === undefined ? undefined : alignments.get(stream.provider);
  return advice === undefined || stream.class !== 'fixable' ? {} : { fix: advice };
}
