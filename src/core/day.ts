import { MONTHS } from './format.ts';

/** Days here are whole days in UTC, counted from 1 January 1970. */
export const DAY_SECONDS = 86_400;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const dateOf = (day: number): Date => new Date(day * DAY_SECONDS * 1000);
const monthOf = (day: number): string => MONTHS[dateOf(day).getUTCMonth()] ?? '';

/** `2026-10-15` */
export const isoDay = (day: number): string => dateOf(day).toISOString().slice(0, 10);

/** `15 Oct` */
export const shortDay = (day: number): string => `${dateOf(day).getUTCDate()} ${monthOf(day)}`;

/** `Thu 15 Oct` */
export const weekDay = (day: number): string => `${WEEKDAYS[dateOf(day).getUTCDay()] ?? ''} ${shortDay(day)}`;

/** `15 Oct`, `12 – 15 Oct`, `30 Sep – 2 Oct`; the year stands elsewhere on the page. */
export function daySpan(first: number, last: number): string {
  if (first === last) return shortDay(first);
  const same = monthOf(first) === monthOf(last) && last - first < 31;
  return `${same ? dateOf(first).getUTCDate() : shortDay(first)} – ${shortDay(last)}`;
}

/** Days in a row as spans: `12 – 13 Oct, 20 Oct`; of more than `shown`, the rest is counted. */
export function daySpans(days: readonly number[], shown = 4): string {
  const spans: { first: number; last: number }[] = [];
  for (const day of days) {
    const open = spans.at(-1);
    if (open !== undefined && day === open.last + 1) open.last = day;
    else spans.push({ first: day, last: day });
  }
  const told = spans.slice(0, shown).map(({ first, last }) => daySpan(first, last));
  const rest = spans.slice(shown).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
