const UNITS: ReadonlyMap<number, number> = new Map([
  [0x77, 604_800], // w
  [0x64, 86_400], // d
  [0x68, 3600], // h
  [0x6d, 60], // m
  [0x73, 1], // s
]);
const MOST_PARTS = 5;
const MOST_DIGITS = 9;
const POINT = 0x2e;
const ZERO = 0x30;

/** Seconds of `1d2h3m4s`, or of `0.123s` as log_selector millisec has it; undefined where it is none. */
export function durationOf(text: string): number | undefined {
  // By hand, since every delivery has two.
  let seconds = 0;
  let at = 0;
  for (let parts = 0; at < text.length; parts += 1) {
    let end = digitsEnd(text, at);
    if (end === at || parts === MOST_PARTS) return undefined;
    if (text.charCodeAt(end) === POINT) {
      const behind = digitsEnd(text, end + 1);
      if (behind === end + 1) return undefined;
      end = behind;
    }
    const unit = UNITS.get(text.charCodeAt(end));
    if (unit === undefined) return undefined;
    seconds += Number(text.slice(at, end)) * unit;
    at = end + 1;
  }
  return at === 0 ? undefined : seconds;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < from + MOST_DIGITS && isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

const isDigit = (code: number): boolean => code >= ZERO && code < ZERO + 10;
