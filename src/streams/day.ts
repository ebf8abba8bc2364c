import { DAY_SECONDS } from '../core/day.ts';
import type { ReportHead } from '../reports/aggregate/row.ts';

/** Above this a report tells little about days: what it counts may have come on any of them. */
export const LONG_SPAN_SECONDS = 36 * 3600;
/** Days that one report may claim to cover. Stops a report from 1970 to 9999 from making three million. */
const MOST_DAYS_COVERED = 366;

type Span = Pick<ReportHead, 'begin' | 'end'>;

/**
 * The UTC day a report's messages are counted on: the one in which the middle of its span lies. That is the day itself
 * for reports of one, of midnight in another zone, and of a few seconds more than 24 h. Nothing is divided between days.
 */
export const dayOf = ({ begin, end }: Span): number => Math.floor((begin + end) / 2 / DAY_SECONDS);

export const isLong = ({ begin, end }: Span): boolean => end - begin > LONG_SPAN_SECONDS;

/** The days a report speaks about: `dayOf` for all but long ones, which cover each day whose noon lies in their span. */
export function daysCovered(span: Span): readonly number[] {
  if (!isLong(span)) return [dayOf(span)];
  const first = Math.floor(span.begin / DAY_SECONDS + 0.5);
  const last = Math.floor(span.end / DAY_SECONDS - 0.5);
  return Array.from({ length: Math.min(MOST_DAYS_COVERED, last - first + 1) }, (_, index) => first + index);
}
