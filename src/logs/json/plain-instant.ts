const ZERO = 0x30;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const POINT = 0x2e;
const BLANK = 0x20;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;

const DAY = 86_400;
const HOUR = 3600;
const MINUTE = 60;
/** `2026-11-09T10:00:00` */
const SECOND_ENDS = 19;
/** Digits behind the second whose value is exact as a quotient of whole numbers. */
const MOST_DIGITS = 9;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => 10 ** digits);

/**
 * Seconds since 1970 of an RFC 3339 time in UTC as machines write it, `2026-11-09T10:00:00.123Z`; NaN for any other way to
 * write one. By digits: events come by the million, and a pattern takes ten times as long.
 */
export function plainInstant(text: string): number {
  const { length } = text;
  if (length < SECOND_ENDS + 1 || text.charCodeAt(length - 1) !== LETTER_Z || text.charCodeAt(10) !== LETTER_T)
    return Number.NaN;
  return clockTime(text) + fractionOf(text, length - 1);
}

/** `2026-11-09T10:00:00`, or with a blank, at the beginning of a text: as if it were UTC; NaN where there is no such time. */
export function clockTime(text: string): number {
  if (!isPunctuated(text)) return Number.NaN;
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)];
  // NaN is in none of these ranges.
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  return dayOf(text) + hour * HOUR + minute * MINUTE + second;
}

function isPunctuated(text: string): boolean {
  const between = text.charCodeAt(10);
  return (
    (between === LETTER_T || between === BLANK) &&
    text.charCodeAt(4) === HYPHEN &&
    text.charCodeAt(7) === HYPHEN &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON
  );
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

/** Days in each month, but for the leap day: the few there are can be read the slow way. */
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Days from the first of March of the year 0 to 1970. */
const DAYS_TO_1970 = 719_468;

/** Its midnight. The year begins in March, so that a leap day is its last one. */
function dayOf(text: string): number {
  const [month, day] = [two(text, 5), two(text, 8)];
  const year = two(text, 0) * 100 + two(text, 2) - (month <= 2 ? 1 : 0);
  if (!(day >= 1 && day <= (MONTH_LENGTHS[month - 1] ?? 0))) return Number.NaN;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (year * 365 + leapDays + inYear - DAYS_TO_1970) * DAY;
}

function fractionOf(text: string, end: number): number {
  if (end === SECOND_ENDS) return 0;
  const digits = end - SECOND_ENDS - 1;
  if (text.charCodeAt(SECOND_ENDS) !== POINT || digits < 1 || digits > MOST_DIGITS) return Number.NaN;
  let whole = 0;
  for (let at = SECOND_ENDS + 1; at < end; at += 1) whole = whole * 10 + digit(text, at);
  return whole / (POWERS[digits] ?? 1);
}
