import { DAY_SECONDS, shortDay, weekDay, yearOf } from '../../core/day.ts';

const clock = (time: number): string => new Date(time * 1000).toISOString().slice(11, 16);
const dayNumber = (time: number): number => Math.floor(time / DAY_SECONDS);

/** The year a time lies in, UTC. */
export const yearAt = (time: number): number => yearOf(dayNumber(time));

/** `Tue 10 Nov 14:00`, in UTC; with its year where it is another than this. */
export const moment = (time: number, year: number): string => `${weekDay(dayNumber(time), year)} ${clock(time)}`;

/** `Tue 10 Nov 14:00 – 17:00`, in UTC. */
export function spanText(begin: number, end: number, year: number): string {
  const last = dayNumber(end - 1);
  if (last === dayNumber(begin) && clock(begin) === clock(end)) return moment(begin, year);
  const to = last <= dayNumber(begin) ? clock(end) : `${shortDay(last, year)} ${clock(end)}`;
  return `${moment(begin, year)} – ${to}`;
}
