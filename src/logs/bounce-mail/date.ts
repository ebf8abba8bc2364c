import { mailDateIn, type WrittenDate, writtenDate } from '../../mail/date.ts';
import type { Zone } from '../zone.ts';

const ISO = /(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?/i;
/** Characters in which it must stand: a field may be long, and have no date in it. */
const LOOKED_AT = 200;

/** Seconds since 1970; `zoned` is false where it says no zone, or one nobody knows. */
export interface MailTime {
  readonly seconds: number;
  readonly zoned: boolean;
}

/** A date of a mail, in the forms in which mail servers write it. `zone`: where none is said. */
export function mailTime(written: string, zone?: Zone): MailTime | undefined {
  const text = written.slice(0, LOOKED_AT);
  const date = mailDateIn(text) ?? isoIn(text);
  if (date === undefined) return undefined;
  const { clock, east } = date;
  const seconds = clock - (east === undefined ? (zone?.(clock) ?? 0) : east * 60);
  return seconds < 0 ? undefined : { seconds, zoned: east !== undefined };
}

function isoIn(text: string): WrittenDate | undefined {
  const [whole, year, month, day, hour, minute, second, zone] = ISO.exec(text) ?? [];
  return whole === undefined ? undefined : writtenDate([year, month, day, hour, minute, second], zone);
}
