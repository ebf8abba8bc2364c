import type { Assumptions } from '../format.ts';
import { type LocalTime, readLocalTime } from '../local-time.ts';
import { dateOf } from '../syslog/calendar.ts';

/** A line of the delivery log. */
export interface SmarterLine {
  /** The end of the message's number. */
  readonly id: string;
  readonly text: string;
}

/** `[2026.11.17] 09:00:01.864 [82632] RSP: 250 OK`; in the files themselves without the date, which is in their name. */
const LINE =
  /^\uFEFF?(?:\[(\d{4})\.(\d\d)\.(\d\d)\] )?(\d\d:\d\d:\d\d(?:\.\d{1,3})?) \[(\d{3,12}(?:-[\dA-Za-z]{1,12})?)\] (.*)$/;

/** Reads a line, and when it was written; undefined where it is none, or has no date. */
export function smarterLine(line: string, assumptions: Assumptions, time: LocalTime): SmarterLine | undefined {
  const match = LINE.exec(line);
  if (match === null) return undefined;
  const [, year, month, day, clock = '', id = '', text = ''] = match;
  const date = year === undefined ? assumptions.date : dateOf(Number(year), Number(month) - 1, Number(day));
  return readLocalTime(date, clock, assumptions, time) ? { id, text: text.trimEnd() } : undefined;
}
