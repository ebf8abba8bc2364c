import type { Zone } from '../zone.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Zones with a name (RFC 5322 §4.3), and those that mail servers add in words. Minutes east of Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  gmt: 0,
  utc: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  msk: 180,
  jst: 540,
};

/** RFC 5322 §3.3, with or without its weekday, seconds and zone. */
const MAIL =
  /(\d{1,2})[\s-]{1,5}([a-z]{3})[a-z]{0,6}\.?[\s-]{1,5}(\d{4}|\d{2}),?\s{1,5}(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s{0,5}([+-]\d{2}:?\d{2}|[a-z]{1,5})?/i;
/** ctime(3): `Thu Apr 29 23:34:45 2026`. */
const CTIME =
  /([a-z]{3})\s{1,5}(\d{1,2})\s{1,5}(\d{1,2}):(\d{2}):(\d{2})\s{1,5}(?:([a-z]{1,5}|[+-]\d{4})\s{1,5})?(\d{4})/i;
const ISO = /(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?/i;

/** Seconds since 1970; `zoned` is false where it says no zone, or one nobody knows. */
export interface MailTime {
  readonly seconds: number;
  readonly zoned: boolean;
}

/** A date of a mail, in the forms in which mail servers write it. `zone`: where none is said. */
export function mailTime(written: string, zone?: Zone): MailTime | undefined {
  const text = written.slice(0, 200);
  const mail = MAIL.exec(text);
  if (mail !== null) {
    const [, day, month = '', year, hour, minute, second, said] = mail;
    return moment([year, monthOf(month), day, hour, minute, second], said, zone);
  }
  const ctime = CTIME.exec(text);
  if (ctime !== null) {
    const [, month = '', day, hour, minute, second, said, year] = ctime;
    return moment([year, monthOf(month), day, hour, minute, second], said, zone);
  }
  const [whole, year, month, day, hour, minute, second, said] = ISO.exec(text) ?? [];
  return whole === undefined ? undefined : moment([year, month, day, hour, minute, second], said, zone);
}

const monthOf = (name: string): string => String(MONTHS.indexOf(name.toLowerCase()) + 1);

function moment(
  parts: readonly (string | undefined)[],
  said: string | undefined,
  otherwise: Zone | undefined,
): MailTime | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  // RFC 5322 §4.3: two digits below 50 are of this century.
  const full = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  const minutes = said === undefined ? undefined : minutesEast(said);
  const local = Date.UTC(full, month - 1, day, hour, minute, second) / 1000;
  const seconds = local - (minutes === undefined ? (otherwise?.(local) ?? 0) : minutes * 60);
  return seconds < 0 ? undefined : { seconds, zoned: minutes !== undefined };
}

function minutesEast(zone: string): number | undefined {
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (digits === null) return Object.hasOwn(ZONES, zone.toLowerCase()) ? ZONES[zone.toLowerCase()] : undefined;
  const minutes = Number(digits[2]) * 60 + Number(digits[3]);
  return digits[1] === '-' ? -minutes : minutes;
}
