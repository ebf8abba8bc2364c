import { MONTHS } from './months.ts';

/** Days here are whole days in UTC, counted from 1 January 1970. */
export const DAY_SECONDS = 86_400;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const dateOf = (day: number): Date => new Date(day * DAY_SECONDS * 1000);
const monthOf = (day: number): string => MONTHS[dateOf(day).getUTCMonth()] ?? '';

/** `2026-10-15` */
export const isoDay = (day: number): string => dateOf(day).toISOString().slice(0, 10);

/** The year a day lies in. */
export const yearOf = (day: number): number => dateOf(day).getUTCFullYear();
const dayInMonth = (day: number): string => `${dateOf(day).getUTCDate()} ${monthOf(day)}`;

/** `15 Oct`; with its year where that is not `year`, which the reader takes for granted. */
export const shortDay = (day: number, year = yearOf(day)): string =>
  yearOf(day) === year ? dayInMonth(day) : `${dayInMonth(day)} ${yearOf(day)}`;

/** `Thu 15 Oct` */
export const weekDay = (day: number, year?: number): string =>
  `${WEEKDAYS[dateOf(day).getUTCDay()] ?? ''} ${shortDay(day, year)}`;

/** `15 Oct`, `12 – 15 Oct`, `30 Sep – 2 Oct`; years are those of `shortDay`. */
export function daySpan(first: number, last: number, year = yearOf(last)): string {
  if (first === last) return shortDay(first, year);
  const same = monthOf(first) === monthOf(last) && last - first < 31;
  return `${same ? dateOf(first).getUTCDate() : shortDay(first, year)} – ${shortDay(last, year)}`;
}

/** Days in a row as spans: `12 – 13 Oct, 20 Oct`; of more than `shown`, the rest is counted. */
export function daySpans(days: readonly number[], year?: number, shown = 4): string {
  const spans: { first: number; last: number }[] = [];
  for (const day of days) {
    const open = spans.at(-1);
    if (open !== undefined && day === open.last + 1) open.last = day;
    else spans.push({ first: day, last: day });
  }
  const told = spans.slice(0, shown).map(({ first, last }) => daySpan(first, last, year));
  const rest = spans.slice(shown).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
