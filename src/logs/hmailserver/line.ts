import { dateOf } from '../syslog/calendar.ts';
import type { Assumptions } from '../format.ts';
import { type LocalTime, readLocalTime } from '../local-time.ts';

/** A line of the server's log. */
export interface HmailLine {
  /** `SMTPC`: as a client, out; `APPLICATION`: about messages; `TCPIP`: about connections. */
  readonly source: string;
  /** Of the connection; empty where the line is about none. */
  readonly session: string;
  readonly ip: string;
  readonly text: string;
}

/** `"SMTPC"⇥7512⇥8⇥"2026-11-09 10:00:01.000"⇥"203.0.113.10"⇥"RECEIVED: 250 OK"`; `"APPLICATION"⇥5588⇥"…"⇥"…"`. */
const LINE =
  /^\uFEFF?"([A-Z\d]{4,16})"[\t ]+\d+[\t ]+(?:(\d+)[\t ]+)?"(\d{4})-(\d\d)-(\d\d) ([\d:.]{8,12})"[\t ]+(?:"([^"\t]*)"[\t ]+)?"(.*)"\s*$/;

/** Reads a line, and when it was written; undefined where it is none of this server. */
export function hmailLine(text: string, assumptions: Assumptions, time: LocalTime): HmailLine | undefined {
  const match = LINE.exec(text);
  if (match === null) return undefined;
  const [, source = '', session = '', year, month, day, clock = '', ip = '', said = ''] = match;
  const date = dateOf(Number(year), Number(month) - 1, Number(day));
  return readLocalTime(date, clock, assumptions, time) ? { source, session, ip, text: said } : undefined;
}
