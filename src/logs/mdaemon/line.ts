import type { Assumptions } from '../format.ts';
import { type LocalTime, readLocalTime } from '../local-time.ts';
import { dateOf } from '../syslog/calendar.ts';

/** A line of a log of sessions. */
export interface MdaemonLine {
  /** Empty where lines do not say whose they are: then the last that began. */
  readonly session: string;
  readonly text: string;
}

/** `Tue 2026-11-17 09:00:01.993: 05: [514116] --> QUIT`: milliseconds, level and session are newer versions'. */
const LINE =
  /^\uFEFF?[ \t]{0,8}[A-Z][a-z]{2} (\d{4})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,3})?): (?:\d\d: )?(?:\[(\d{1,12})\] )?(.*)$/;

/** Reads a line, and when it was written; undefined where it is none of this server. */
export function mdaemonLine(line: string, assumptions: Assumptions, time: LocalTime): MdaemonLine | undefined {
  const match = LINE.exec(line);
  if (match === null) return undefined;
  const [, year, month, day, clock = '', session = '', text = ''] = match;
  const date = dateOf(Number(year), Number(month) - 1, Number(day));
  return readLocalTime(date, clock, assumptions, time) ? { session, text: text.trim() } : undefined;
}
