/** Ends of texts and numbers of JSON, found in octets whose last is a line feed: none of them goes beyond it. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BLANK = 0x20;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const PLUS = 0x2b;
const ZERO = 0x30;
const LETTER_E = 0x65;

const EACH = 0x01010101;
const QUOTES = QUOTE * EACH;
const BACKSLASHES = BACKSLASH * EACH;
const BLANKS = BLANK * EACH;
const HIGH_BITS = 0x80808080 | 0;

/** What is to be known of a text besides its end. */
export const HAS_ESCAPE = 1;
export const HAS_HIGH = 2;

/** What the last scan found. An object for all: read it before the next. */
export const scanned = { flags: 0, value: 0, isBig: false };

/**
 * The closing quote of a text that begins here; -1 where there is a control character before it (RFC 8259 §7). Four octets
 * at a time: an octet is below another, or the same, where a subtraction from all four borrows for it; the lowest such is
 * never a false one.
 */
export function textEnd(view: DataView, from: number): number {
  let at = from;
  let high = 0;
  let flags = 0;
  for (;;) {
    const word = view.getInt32(at, true);
    const quotes = word ^ QUOTES;
    const backslashes = word ^ BACKSLASHES;
    const found =
      (((quotes - EACH) & ~quotes) | ((backslashes - EACH) & ~backslashes) | ((word - BLANKS) & ~word)) & HIGH_BITS;
    high |= word;
    if (found === 0) {
      at += 4;
      continue;
    }
    at += (31 - Math.clz32(found & -found)) >> 3;
    const octet = view.getUint8(at);
    if (octet === QUOTE) {
      scanned.flags = (high & HIGH_BITS) === 0 ? flags : flags | HAS_HIGH;
      return at;
    }
    if (octet !== BACKSLASH || view.getUint8(at + 1) < BLANK) return -1;
    // What it stands for is judged where the text is made.
    flags = HAS_ESCAPE;
    at += 2;
  }
}

/** Digits behind the point whose power of ten is exact as a number. */
const EXACT_POWER = 22;
const POWERS = Array.from({ length: EXACT_POWER + 1 }, (_, power) => 10 ** power);
/** Digits from which on an integer may be beyond 2^53. */
const BIG_DIGITS = 16;

/**
 * Where a number that begins here ends (RFC 8259 §6); -1 where there is none. `scanned.value` is what JSON.parse() makes of
 * it, or NaN where that is not to be had by a single division.
 */
export function numberEnd(view: DataView, from: number): number {
  const isNegative = view.getUint8(from) === HYPHEN;
  let at = isNegative ? from + 1 : from;
  const first = at;
  let whole = 0;
  let digit = view.getUint8(at) - ZERO;
  for (; digit >= 0 && digit <= 9; digit = view.getUint8(at) - ZERO) {
    whole = whole * 10 + digit;
    at += 1;
  }
  const digits = at - first;
  if (digits === 0 || (digits > 1 && view.getUint8(first) === ZERO)) return -1;
  let behind = 0;
  if (digit === POINT - ZERO) {
    const point = at;
    at += 1;
    for (digit = view.getUint8(at) - ZERO; digit >= 0 && digit <= 9; digit = view.getUint8(at) - ZERO) {
      whole = whole * 10 + digit;
      at += 1;
    }
    behind = at - point - 1;
    if (behind === 0) return -1;
  }
  const isPlain = (view.getUint8(at) | BLANK) !== LETTER_E;
  // Both are exact, and so the quotient is the nearest number there is.
  const isExact = isPlain && whole <= Number.MAX_SAFE_INTEGER && behind <= EXACT_POWER;
  const value = behind === 0 ? whole : whole / (POWERS[behind] ?? 1);
  scanned.value = isExact ? (isNegative ? -value : value) : Number.NaN;
  scanned.isBig = isPlain && behind === 0 && digits >= BIG_DIGITS && !isExact;
  return isPlain ? at : exponentEnd(view, at + 1);
}

function exponentEnd(view: DataView, from: number): number {
  const sign = view.getUint8(from);
  const first = sign === PLUS || sign === HYPHEN ? from + 1 : from;
  let at = first;
  while (view.getUint8(at) >= ZERO && view.getUint8(at) < ZERO + 10) at += 1;
  return at === first ? -1 : at;
}
