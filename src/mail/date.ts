import { monthNumber } from '../core/months.ts';
import { isMailZone, zoneOfMail } from '../core/zone-names.ts';

/** A date as it is written: what the clock shows, and where that clock is. */
export interface WrittenDate {
  /** Seconds since 1970 of what the clock shows, as if it showed UTC. */
  readonly clock: number;
  /** The zone, in its words; absent where none is written. */
  readonly zone?: string;
  /** Minutes east of Greenwich; absent where no zone is written, or one that nobody knows. */
  readonly east?: number;
}

/** RFC 5322 §3.3 and §4.3, with or without its weekday, seconds and zone, with hyphens between or a name in full. */
const MAIL =
  /(\d{1,2})[\s-]{1,5}([a-z]{3})[a-z]{0,6}\.?[\s-]{1,5}(\d{4}|\d{2}),?\s{1,5}(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s{0,5}([+-]\d{2}:?\d{2}|[a-z]{1,5})?/i;
/** ctime(3): `Thu Apr 29 23:34:45 2026`. */
const CTIME =
  /([a-z]{3})\s{1,5}(\d{1,2})\s{1,5}(\d{1,2}):(\d{2}):(\d{2})\s{1,5}(?:([a-z]{1,5}|[+-]\d{4})\s{1,5})?(\d{4})/i;

/** The date of a mail that stands in a text; undefined where there is none, or one that no calendar has. */
export function mailDateIn(text: string): WrittenDate | undefined {
  const mail = MAIL.exec(text);
  if (mail !== null) {
    const [, day, month, year, hour, minute, second, zone] = mail;
    return writtenDate([year, monthOf(month), day, hour, minute, second], zone);
  }
  const [whole, month, day, hour, minute, second, zone, year] = CTIME.exec(text) ?? [];
  return whole === undefined ? undefined : writtenDate([year, monthOf(month), day, hour, minute, second], zone);
}

const monthOf = (name = ''): string => String(monthNumber(name));

/** Of year, month from 1, day, hour, minute, second: undefined where no calendar or clock has it, or it is before 1970. */
export function writtenDate(parts: readonly (string | undefined)[], zone: string | undefined): WrittenDate | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  // RFC 5322 §4.3: two digits below 50 are of this century.
  const full = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
  const midnight = Date.UTC(full, month - 1, day);
  if (new Date(midnight).getUTCMonth() !== month - 1 || hour > 23 || minute > 59 || second > 60) return undefined;
  const clock = midnight / 1000 + hour * 3600 + minute * 60 + second;
  if (zone === undefined) return clock < 0 ? undefined : { clock };
  const east = minutesEast(zone);
  if (clock - (east ?? 0) * 60 < 0) return undefined;
  return { clock, zone, ...(east === undefined ? {} : { east }) };
}

/** Whether everybody who reads mail knows it. */
export const isStandardZone = (zone: string): boolean => /^[+-]/.test(zone) || isMailZone(zone);

function minutesEast(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return zoneOfMail(zone);
}
