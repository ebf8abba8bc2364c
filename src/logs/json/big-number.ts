/** Digits up to which an integer is exact as a number: 2^53 has sixteen. */
const EXACT_DIGITS = 15;
const STRIDE = EXACT_DIGITS + 1;
const HALF = STRIDE / 2;

const isDigit = (octet: number | undefined): boolean => octet !== undefined && octet >= 0x30 && octet <= 0x39;

/**
 * Whether an integer of sixteen digits or more stands in these octets. Any such run covers a place in sixteen, and one
 * that is eight before or behind it, so most octets need not be looked at.
 */
export function hasBigNumber(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from + STRIDE - 1; at < to; at += STRIDE) {
    const octet = bytes[at] ?? 0;
    if (octet > 0x39 || octet < 0x30 || (!isDigit(bytes[at - HALF]) && !isDigit(bytes[at + HALF]))) continue;
    let start = at;
    while (start > from && isDigit(bytes[start - 1])) start -= 1;
    let end = at + 1;
    while (end < to && isDigit(bytes[end])) end += 1;
    if (end - start > EXACT_DIGITS && beginsNumber(bytes, start, from)) return true;
    // A run is looked at once, however long it is.
    at += Math.floor((end - 1 - at) / STRIDE) * STRIDE;
  }
  return false;
}

/** `:`, `,`, `[`, `-` or a blank before it: no fraction, and not the middle of a name. */
function beginsNumber(bytes: Uint8Array, start: number, from: number): boolean {
  if (start === from) return true;
  const before = bytes[start - 1] ?? 0;
  return before === 0x3a || before === 0x2c || before === 0x5b || before === 0x2d || before <= 0x20;
}

/** Strings and numbers, each as a whole: the digits of a fraction are no integer, nor those in a string that has no end. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*(?:"|\\?$)|-?\d[\d.eE+-]*/gs;
/** No number of JSON has a zero before it (RFC 8259 §6). */
const INTEGER = /^-?[1-9]\d{15,}$/;
const COLON = /\s*:/y;

/**
 * The JSON text with integers beyond 2^53 as strings: `12345678901234567` is somebody's id, not a quantity. What is no JSON
 * stays none: a number that stands where a key belongs is left as it is.
 */
export function withBigNumbersAsText(json: string): string {
  if (!MAY_BE_BIG.test(json)) return json;
  return json.replaceAll(STRING_OR_NUMBER, (found, at: number) => {
    if (!INTEGER.test(found) || Number.isSafeInteger(Number(found))) return found;
    COLON.lastIndex = at + found.length;
    return COLON.test(json) ? found : `"${found}"`;
  });
}
const MAY_BE_BIG = /[:,[\s-]\d{16}/;
