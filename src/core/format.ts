import { MONTHS } from './months.ts';

/** Numbers and dates as people read them; the same everywhere. */
export const count = (value: number): string =>
  // Not toLocaleString: it loads the whole of ICU for a comma.
  String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

/** `97.9 %`; never rounds up to 100 or down to 0. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  const value = (part / whole) * 100;
  if (part < whole && value > 99.95) return '99.9 %';
  if (part > 0 && value < 0.05) return '0.1 %';
  return `${value.toFixed(1)} %`;
}

/** `1 report`, `2 reports`. */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** `1 – 30 Oct 2026` in UTC, from seconds; an end at midnight belongs to the day before. */
export function period(begin: number, end: number): string {
  const from = new Date(begin * 1000);
  const to = new Date(Math.max(begin, end % 86_400 === 0 ? end - 1 : end) * 1000);
  const year = (date: Date): number => date.getUTCFullYear();
  const month = (date: Date): string => MONTHS[date.getUTCMonth()] ?? '';
  const last = `${to.getUTCDate()} ${month(to)} ${year(to)}`;
  if (year(from) !== year(to)) return `${from.getUTCDate()} ${month(from)} ${year(from)} – ${last}`;
  if (month(from) !== month(to)) return `${from.getUTCDate()} ${month(from)} – ${last}`;
  return from.getUTCDate() === to.getUTCDate() ? last : `${from.getUTCDate()} – ${last}`;
}

/** RFC 3339 in UTC, from seconds. */
export const timestamp = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** `The domain has …` in the middle of a sentence; names keep their capitals. */
export const lowered = (title: string): string =>
  /^[A-Z](?:[a-z]| )/.test(title) ? title[0]?.toLowerCase() + title.slice(1) : title;
