import type { Assumptions } from '../format.ts';
import { type Stamp, stampOf } from './stamp.ts';

/** Reads the stamps of many lines. What it read last is in its fields: an object for every line would cost too much. */
export interface StampReader {
  begin(assumptions: Assumptions): void;
  /** False where the line, which lies from `start` to `end` of the text, begins with no stamp. */
  read(text: string, start?: number, end?: number): boolean;
  /** Seconds since 1970, UTC, with a fraction where there is one. */
  readonly time: number;
  /** Where in the text the stamp ends. */
  readonly end: number;
  readonly assumed: Stamp['assumed'];
}

const ZERO = 0x30;
const BLANK = 0x20;
/** Longer than any stamp with all that may stand before and behind it. */
const LONGEST = 256;

/** Neighbouring lines share their minute, and how their stamp is written: of those only the digits are looked at. */
export function stampReader(): StampReader {
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };
  let last: Stamp | undefined;
  /** The characters before the seconds, and those behind the fraction. */
  let head: readonly number[] = [];
  let tail: readonly number[] = [];
  let tailAt = 0;
  let minute = 0;
  let secondsAt = 0;
  let digits = 0;
  let scale = 1;
  let length = 0;
  let time = 0;
  let end = 0;

  const likeLast = (text: string, start: number): boolean => {
    for (let at = 0; at < head.length; at += 1) if (text.charCodeAt(start + at) !== head[at]) return false;
    for (let at = 0; at < tail.length; at += 1) if (text.charCodeAt(start + tailAt + at) !== tail[at]) return false;
    const seconds = digitsAt(text, start + secondsAt, 2);
    const fraction = digits === 0 ? 0 : digitsAt(text, start + secondsAt + 3, digits);
    if (seconds < 0 || fraction < 0) return false;
    time = minute + seconds + fraction / scale;
    end = start + length;
    return true;
  };

  const anew = (text: string, start: number, lineEnd: number): boolean => {
    const line = text.slice(start, Math.min(lineEnd, start + LONGEST));
    const stamp = stampOf(line, assumptions);
    if (stamp === undefined) return false;
    last = stamp;
    ({ minute, secondsAt, fraction: digits, end: length } = stamp);
    time = minute + stamp.seconds;
    end = start + length;
    tailAt = secondsAt + 2 + (digits === 0 ? 0 : digits + 1);
    // A head that no line has, where the seconds are not two digits at a place of their own.
    head = secondsAt < 0 ? [-1] : codes(line.slice(0, secondsAt));
    tail = [...codes(line.slice(tailAt, length)), BLANK];
    scale = 10 ** digits;
    return true;
  };

  return {
    begin(next) {
      assumptions = next;
      last = undefined;
    },
    read: (text, start = 0, lineEnd = text.length) =>
      (last !== undefined && start + length < lineEnd && likeLast(text, start)) || anew(text, start, lineEnd),
    get time() {
      return time;
    },
    get end() {
      return end;
    },
    get assumed() {
      return last?.assumed;
    },
  };
}

const codes = (text: string): number[] => Array.from(text, (_, at) => text.charCodeAt(at));

function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let digit = at; digit < at + count; digit += 1) {
    const code = text.charCodeAt(digit) - ZERO;
    if (!(code >= 0 && code <= 9)) return -1;
    value = value * 10 + code;
  }
  return value;
}
