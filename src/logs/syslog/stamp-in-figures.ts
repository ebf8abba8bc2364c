import type { Assumptions } from '../format.ts';
import { dateOf } from './calendar.ts';
import { type Stamp, stampOn } from './stamp-on.ts';

/** `28.01.2026, 19:30:50`, `12/11/2026 10:00:00 PM`: what browsers and Windows make of a time. */
const IN_FIGURES =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,? |T)(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?:[ \u00A0\u202F]?([AP])\.?M\.?)?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?(?=[ \]:|\t]|$)/i;

/** Which comes first, where the figures themselves leave no choice; `day` before a point, which nobody writes otherwise. */
export function orderIn(first: number, second: number, separator: string): 'day' | 'month' | undefined {
  if (separator === '.' || first > 12) return 'day';
  return second > 12 ? 'month' : undefined;
}

/** Day, month, what stands between them, and the year, as a text begins with; undefined where it begins with no such stamp. */
export function figuresIn(
  text: string,
): readonly [first: number, second: number, separator: string, year: number] | undefined {
  const match = IN_FIGURES.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[3]), match[2] ?? '', Number(match[4])];
}

/** None where nobody knows whether the day or the month comes first. */
export function stampInFigures(text: string, lead: number, assumptions: Assumptions): Stamp | undefined {
  const match = IN_FIGURES.exec(text);
  if (match === null) return undefined;
  const [whole, one, separator = '', other, year, hour = '', minute, second, fraction, half, zone] = match;
  const [first, last] = [Number(one), Number(other)];
  const order = first === last ? 'day' : (orderIn(first, last, separator) ?? assumptions.figures);
  if (order === undefined) return undefined;
  const [day, month] = order === 'day' ? [first, last] : [last, first];
  const date = dateOf(Number(year), month - 1, day);
  if (date === undefined) return undefined;
  const clock = [hour.padStart(2, '0'), minute, second, fraction];
  if (half === undefined && hour.length === 2) return stampOn(date, { whole, lead, clock, zone }, assumptions);
  if (half !== undefined) clock[0] = String((Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)).padStart(2, '0');
  // Its digits are none of a clock of 24 hours: each is read anew.
  return { ...stampOn(date, { whole, lead, clock, zone }, assumptions), secondsAt: -1, fraction: 0 };
}
