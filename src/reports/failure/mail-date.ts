import { isStandardZone, mailDateIn, type WrittenDate, writtenDate } from '../../mail/date.ts';
import { type Instant, instant } from '../aggregate/values.ts';
import { withoutComments } from './mail-address.ts';

const DOTTED = /(\d{1,2})\.(\d{1,2})\.(\d{4}),?\s{1,5}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{0,5}([+-]\d{4}|[a-z]{1,5})?/i;
/** Characters in which it must stand: a field may be long, and have no date in it. */
const LOOKED_AT = 100;

/** A date of a mail (RFC 5322 §3.3), or one in another form that reporters use; what had to be assumed is told. */
export function mailDate(written: string): Instant | undefined {
  const text = withoutComments(written).trim().slice(0, LOOKED_AT);
  const date = mailDateIn(text);
  if (date !== undefined) {
    const assumed = assumedZone(date);
    return assumed === ''
      ? { seconds: secondsOf(date) }
      : { seconds: secondsOf(date), repair: `read as a date${assumed}` };
  }
  const [whole, day, month, year, hour, minute, second, zone] = DOTTED.exec(text) ?? [];
  if (whole === undefined) return instant(text);
  const dotted = writtenDate([year, month, day, hour, minute, second], zone);
  return dotted === undefined
    ? undefined
    : { seconds: secondsOf(dotted), repair: `read as day, month, year${assumedZone(dotted)}` };
}

/** UTC where it does not say. */
const secondsOf = ({ clock, east = 0 }: WrittenDate): number => clock - east * 60;

function assumedZone({ zone, east }: WrittenDate): string {
  if (zone === undefined) return ' in UTC';
  if (east === undefined) return ` in UTC: the zone "${zone}" says nothing`;
  return isStandardZone(zone) ? '' : ` in ${zone.toUpperCase()}`;
}
