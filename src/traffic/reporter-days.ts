import type { ReporterTally } from '../streams/report-tallies.ts';
import { STEADY_SHARE } from './calendar.ts';

/** A reporter with less of the messages than this is not missed. */
const WEIGHTY_SHARE = 0.05;

/**
 * Days on which a reporter of weight that reports nearly every day has no report, from its first day to the last one of
 * the period. One that comes now and then misses nothing: it reports when there was mail.
 */
export function missingDays({ days, messages }: ReporterTally, allMessages: number, lastDay: number): number[] {
  if (messages === 0 || messages < allMessages * WEIGHTY_SHARE) return [];
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const day of days.keys()) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (days.size < (last - first + 1) * STEADY_SHARE) return [];
  // One that came for no longer than it has been away may never have been a daily one.
  const end = lastDay - last <= days.size ? lastDay : last;
  return Array.from({ length: end - first + 1 }, (_, index) => first + index).filter((day) => !days.has(day));
}
