import { monthNumber } from '../../core/months.ts';
import { clockTime } from '../json/plain-instant.ts';
import { type CellTime, type TimeReader, timeOf, ZONE } from './cell-time.ts';

const ISO = new RegExp(
  String.raw`^(\d{4})([-/]?)(\d\d)\2(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?(?: ?(${ZONE})(?:\[[\w/+-]+\])?)?$`,
  'i',
);
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;

/** ISO 8601, with a blank for the T and without what it can do without. */
export const readIso: TimeReader = (text) => {
  const plain = plainIso(text);
  if (plain !== undefined) return plain;
  const match = ISO.exec(text);
  if (match === null) return COMPACT.test(text) ? timeOf((COMPACT.exec(text) ?? []).slice(1), 0, undefined) : undefined;
  const [, year, , month, day, hour, minute, second = '0', fraction = '0', zone] = match;
  return timeOf([year, month, day, hour, minute, second], Number(`0.${fraction}`), zone);
};
/** As most write it, `2026-11-09 10:00:00` with `+0100` or nothing behind it: read by digits, not by the pattern. */
const WITHOUT_ZONE = 19;
const WITH_ZONE = 24;
function plainIso(text: string): CellTime | undefined {
  if (text.length !== WITHOUT_ZONE && text.length !== WITH_ZONE) return undefined;
  const seconds = clockTime(text);
  // Before 1970, `0000-00-00 00:00:00` too: the pattern judges.
  if (!(seconds >= 0)) return undefined;
  if (text.length === WITHOUT_ZONE) return { seconds, isZoned: false };
  const sign = text.charAt(WITHOUT_ZONE);
  const digits = text.slice(WITHOUT_ZONE + 1);
  if ((sign !== '+' && sign !== '-') || !FOUR_DIGITS.test(digits)) return undefined;
  const offset = Number(digits);
  const east = (Math.floor(offset / 100) * 60 + (offset % 100)) * 60;
  return { seconds: sign === '-' ? seconds + east : seconds - east, isZoned: true };
}
const FOUR_DIGITS = /^\d{4}$/;

/** RFC 5322 §3.3, the day of the week and the seconds left out or not. */
const MAIL_DATE = new RegExp(
  String.raw`^(?:[A-Za-z]{3}, ?)?(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4}),? (\d\d):(\d\d)(?::(\d\d))?(?: (${ZONE}))?(?: \([^)]*\))?$`,
);

export const readMailDate: TimeReader = (text) => {
  const [, day, name = '', year, hour, minute, second = '0', zone] = MAIL_DATE.exec(text) ?? [];
  const month = monthNumber(name);
  return month === 0 ? undefined : timeOf([year, String(month), day, hour, minute, second], 0, zone);
};
