import type { Assumptions } from '../format.ts';
import { type LocalTime, readLocalTime } from '../local-time.ts';
import { dateOf } from '../syslog/calendar.ts';

/** A row of the activity log: a command, and the reply to it. */
export interface ActivityRow {
  /** `SMTP-OU`: to another server; `SMTP-IN`: from a client. */
  readonly direction: string;
  /** Name of the message's file. */
  readonly message: string;
  /** Of the connection. */
  readonly socket: string;
  readonly ip: string;
  /** `CONN`, `MAIL`, `RCPT`, `DATA`, … */
  readonly command: string;
  readonly details: string;
  readonly reply: string;
}

const STAMP = /^\uFEFF?(\d\d)\/(\d\d)\/(\d\d(?:\d\d)?) (\d\d:\d\d:\d\d)$/;
const FEWEST_CELLS = 8;
/** Years are of two digits. */
const CENTURY = 2000;

/** Reads `11/09/26 08:00:00⇥SMTP-OU⇥0B3D….MAI⇥1420⇥203.0.113.5⇥RCPT⇥RCPT TO:<…>⇥250 Ok⇥…`; undefined where it is none. */
export function activityRow(text: string, assumptions: Assumptions, time: LocalTime): ActivityRow | undefined {
  const cells = text.split('\t', FEWEST_CELLS);
  const [stamp = '', direction = '', message = '', socket = '', ip = '', command = '', details = '', reply = ''] =
    cells;
  const match = cells.length < FEWEST_CELLS ? null : STAMP.exec(stamp);
  if (match === null) return undefined;
  const [, month, day, year = '', clock = ''] = match;
  const date = dateOf(year.length === 2 ? CENTURY + Number(year) : Number(year), Number(month) - 1, Number(day));
  if (!readLocalTime(date, clock, assumptions, time)) return undefined;
  return { direction, message, socket, ip, command, details: details.trim(), reply: reply.trim() };
}
