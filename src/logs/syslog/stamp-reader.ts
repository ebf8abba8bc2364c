import type { Assumptions } from '../format.ts';
import { type Stamp, stampOf } from './stamp.ts';

/** Reads the stamps of many lines. What it read last is in its fields: an object for every line would cost too much. */
export interface StampReader {
  begin(assumptions: Assumptions): void;
  /** False where the line begins with no stamp. */
  read(line: string): boolean;
  /** Seconds since 1970, UTC, with a fraction where there is one. */
  readonly time: number;
  /** Where the stamp ends. */
  readonly end: number;
  readonly assumed: Stamp['assumed'];
}

const ZERO = 0x30;
const BLANK = 0x20;

/** Neighbouring lines share their minute, and how their stamp is written: of those only the digits are looked at. */
export function stampReader(): StampReader {
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };
  let last: Stamp | undefined;
  /** What stands before the seconds, and behind the fraction. */
  let head = '';
  let tail = '';
  let tailAt = 0;
  let unit = 1;
  let time = 0;

  const digitsAt = (line: string, at: number, count: number): number => {
    let value = 0;
    for (let digit = at; digit < at + count; digit += 1) {
      const code = line.charCodeAt(digit) - ZERO;
      if (!(code >= 0 && code <= 9)) return -1;
      value = value * 10 + code;
    }
    return value;
  };

  const likeLast = (line: string): boolean => {
    if (last === undefined || !line.startsWith(head) || line.charCodeAt(last.end) !== BLANK) return false;
    const { secondsAt, fraction: digits } = last;
    const seconds = digitsAt(line, secondsAt, 2);
    const fraction = digits === 0 ? 0 : digitsAt(line, secondsAt + 3, digits);
    if (seconds < 0 || fraction < 0 || (tail !== '' && !line.startsWith(tail, tailAt))) return false;
    time = last.minute + seconds + fraction * unit;
    return true;
  };

  const anew = (line: string): boolean => {
    const stamp = stampOf(line, assumptions);
    if (stamp === undefined) return false;
    time = stamp.minute + stamp.seconds;
    last = stamp;
    const { secondsAt, fraction, end } = stamp;
    // Own copies: slices would keep the line's chunk alive.
    head = secondsAt < 0 ? '\0' : Buffer.from(line.slice(0, secondsAt)).toString();
    tailAt = secondsAt + 2 + (fraction === 0 ? 0 : fraction + 1);
    tail = Buffer.from(line.slice(tailAt, end)).toString();
    unit = 10 ** -fraction;
    return true;
  };

  return {
    begin(next) {
      assumptions = next;
      last = undefined;
    },
    read: (line) => likeLast(line) || anew(line),
    get time() {
      return time;
    },
    get end() {
      return last?.end ?? 0;
    },
    get assumed() {
      return last?.assumed;
    },
  };
}
