import type { MailEvent } from './event.ts';
import type { Assumptions } from './format.ts';

const CLOCK = /^(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?$/;

/** When something was, and what had to be assumed of it. One object is used again and again. */
export interface LocalTime {
  time: number;
  assumed: MailEvent['timeAssumed'];
}

/**
 * Reads a time of day behind the midnight of a date (seconds, as if it were UTC) that names no zone; false where one of them
 * is none.
 */
export function readLocalTime(
  date: number | undefined,
  clock: string,
  { zone }: Assumptions,
  into: LocalTime,
): boolean {
  const match = date === undefined ? null : CLOCK.exec(clock);
  if (match === null || date === undefined) return false;
  const [, hours, minutes, seconds, fraction = ''] = match;
  const minute = date + Number(hours) * 3600 + Number(minutes) * 60;
  into.time = minute - (zone?.(minute) ?? 0) + Number(seconds) + Number(`0.${fraction || 0}`);
  into.assumed = zone === undefined ? 'zone' : undefined;
  return true;
}

/** When the first line that can be read was written; `read` is undefined for others, and says when in what it is given. */
export function firstLocalTime(
  lines: readonly string[],
  assumptions: Assumptions,
  read: (line: string, assumptions: Assumptions, into: LocalTime) => unknown,
): number | undefined {
  const time: LocalTime = { time: 0, assumed: undefined };
  return lines.some((line) => read(line, assumptions, time) !== undefined) ? time.time : undefined;
}
