import { count, plural } from '../../core/format.ts';
import type { Sparkline } from '../../core/page.ts';
import type { TimelineHour } from '../delivery.ts';

/** Bars in a sparkline. */
const MOST_BARS = 24;
const HOUR = 3600;
const SHORTEST = 3 * HOUR;

interface Period {
  readonly begin: number;
  readonly end: number;
}

/** Shorter than that there is no course of things to see. */
export const hasCourse = ({ begin, end }: Period): boolean => end - begin >= SHORTEST;

export const hoursPerBar = ({ begin, end }: Period): number => Math.max(1, Math.ceil((end - begin) / HOUR / MOST_BARS));

/** Attempts over the period, a bar for each so many hours. */
export function courseOf(timeline: readonly TimelineHour[], period: Period): Sparkline {
  const hours = hoursPerBar(period);
  const width = hours * HOUR;
  const first = Math.floor(period.begin / HOUR) * HOUR;
  const values = Array.from<number>({ length: Math.max(1, Math.ceil((period.end + 1 - first) / width)) }).fill(0);
  for (const hour of timeline) {
    const bar = Math.floor((hour.begin - first) / width);
    if (bar >= 0 && bar < values.length) values[bar] = (values[bar] ?? 0) + hour.attempts;
  }
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { values, label: `${count(least)} to ${count(most)} attempts in ${plural(hours, 'hour')}` };
}
