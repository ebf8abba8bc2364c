import { DAY_SECONDS } from '../../core/day.ts';
import { dateOf } from './calendar.ts';
import { figuresIn, orderIn } from './stamp-in-figures.ts';

/** Which comes first in a log's dates, as `12/11/2026`, day or month; `unclear` where it has such dates and nothing tells. */
export type FiguresOrder = 'day' | 'month' | 'unclear' | undefined;

/**
 * A number above 12 is a day. In a log of some days the day changes where the month does not. A date that is still to come
 * is none: nothing in a log is later than `latest`.
 */
export function figuresOrderIn(lines: readonly string[], latest: number): FiguresOrder {
  const firsts = new Set<number>();
  const seconds = new Set<number>();
  let isUnclear = false;
  for (const line of lines) {
    const found = figuresIn(line);
    if (found === undefined) continue;
    const [first, second, separator, year] = found;
    const told = orderIn(first, second, separator) ?? orderByDate(first, second, year, latest);
    if (told !== undefined) return told;
    firsts.add(first);
    seconds.add(second);
    isUnclear ||= first !== second;
  }
  if (!isUnclear) return undefined;
  if (firsts.size > 1 && seconds.size === 1) return 'day';
  if (seconds.size > 1 && firsts.size === 1) return 'month';
  return 'unclear';
}

function orderByDate(first: number, second: number, year: number, latest: number): 'day' | 'month' | undefined {
  const isToCome = (day: number, month: number): boolean => (dateOf(year, month - 1, day) ?? 0) > latest + DAY_SECONDS;
  const [dayFirst, monthFirst] = [isToCome(first, second), isToCome(second, first)];
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'month' : 'day';
}
