import { type Instant, instant } from '../aggregate/values.ts';
import { withoutComments } from './mail-address.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Zones with a name: those of RFC 5322 §4.3 first, then such as reporters write all the same. Minutes east of Greenwich. */
const STANDARD_ZONES: Readonly<Record<string, number>> = {
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
};
const OTHER_ZONES: Readonly<Record<string, number>> = {
  wet: 0,
  west: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
};

const MAIL =
  /(\d{1,2})[\s-]{1,5}([a-z]{3})[a-z]{0,6}\.?[\s-]{1,5}(\d{4}|\d{2}),?\s{1,5}(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s{0,5}([+-]\d{2}:?\d{2}|[a-z]{1,5})?/i;
const CTIME =
  /([a-z]{3})\s{1,5}(\d{1,2})\s{1,5}(\d{1,2}):(\d{2}):(\d{2})\s{1,5}(?:([a-z]{1,5}|[+-]\d{4})\s{1,5})?(\d{4})/i;
const DOTTED = /(\d{1,2})\.(\d{1,2})\.(\d{4}),?\s{1,5}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{0,5}([+-]\d{4}|[a-z]{1,5})?/i;

/** A date of a mail (RFC 5322 §3.3), or one in another form that reporters use; what had to be assumed is told. */
export function mailDate(written: string): Instant | undefined {
  const text = withoutComments(written).trim().slice(0, 100);
  const mail = MAIL.exec(text);
  if (mail !== null) {
    const [, day, month, year, hour, minute, second, zone] = mail;
    return moment([year, monthOf(month), day, hour, minute, second], zone);
  }
  const ctime = CTIME.exec(text);
  if (ctime !== null) {
    const [, month, day, hour, minute, second, zone, year] = ctime;
    return moment([year, monthOf(month), day, hour, minute, second], zone);
  }
  const dotted = DOTTED.exec(text);
  if (dotted === null) return instant(text);
  const [, day, month, year, hour, minute, second, zone] = dotted;
  const time = moment([year, month, day, hour, minute, second], zone);
  return time === undefined
    ? undefined
    : { seconds: time.seconds, repair: `read as day, month, year${zoneOf(zone).said}` };
}

const monthOf = (name = ''): string | undefined => {
  const index = MONTHS.indexOf(name.toLowerCase());
  return index === -1 ? undefined : String(index + 1);
};

/** Year, month from 1, day, hour, minute, second. */
function moment(parts: readonly (string | undefined)[], zone: string | undefined): Instant | undefined {
  const [year, month, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  // RFC 5322 §4.3: two digits below 50 are of this century.
  const full = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
  const local = Date.UTC(full, month - 1, day, hour, minute, second);
  const shown = new Date(local);
  if (shown.getUTCMonth() !== month - 1 || shown.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60)
    return undefined;
  const { minutes, said } = zoneOf(zone);
  const seconds = local / 1000 - minutes * 60;
  if (seconds < 0) return undefined;
  return said === '' ? { seconds } : { seconds, repair: `read as a date${said}` };
}

function zoneOf(zone: string | undefined): { readonly minutes: number; readonly said: string } {
  if (zone === undefined) return { minutes: 0, said: ' in UTC' };
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (digits !== null) {
    const minutes = Number(digits[2]) * 60 + Number(digits[3]);
    return { minutes: digits[1] === '-' ? -minutes : minutes, said: '' };
  }
  const name = zone.toLowerCase();
  const standard = Object.hasOwn(STANDARD_ZONES, name) ? STANDARD_ZONES[name] : undefined;
  if (standard !== undefined) return { minutes: standard, said: '' };
  const other = Object.hasOwn(OTHER_ZONES, name) ? OTHER_ZONES[name] : undefined;
  if (other !== undefined) return { minutes: other, said: ` in ${zone.toUpperCase()}` };
  return { minutes: 0, said: ` in UTC: the zone "${zone}" says nothing` };
}
