import { type Block, plainTextOf } from '../block.ts';
import type { Assumptions } from '../format.ts';
import { type Literal, literalOf, standsAt } from '../literal.ts';
import type { Stamp } from './stamp-on.ts';
import { stampOf } from './stamp.ts';

/** Reads the stamps of many lines. What it read last is in its fields: an object for every line would cost too much. */
export interface StampReader {
  begin(assumptions: Assumptions): void;
  /** False where the line, which lies from `start` to `end` of the block, begins with no stamp. */
  read(block: Block, start: number, end: number): boolean;
  /** Seconds since 1970, UTC, with a fraction where there is one. */
  readonly time: number;
  /** Where in the block the stamp ends. */
  readonly end: number;
  /** Bytes of the line before it. */
  readonly lead: number;
  readonly assumed: Stamp['assumed'];
}

const ZERO = 0x30;
/** Longer than any stamp with all that may stand before and behind it. */
const LONGEST = 256;

/** Neighbouring lines share their minute, and how their stamp is written: of those only the digits are looked at. */
export function stampReader(): StampReader {
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };
  /** Whether the next may be read like the last. */
  let isLast = false;
  /** The characters before the seconds, and those behind the fraction. */
  let head = NOTHING;
  let tail = NOTHING;
  let tailAt = 0;
  let minute = 0;
  let secondsAt = 0;
  let digits = 0;
  let scale = 1;
  let length = 0;

  const likeLast = (block: Block, start: number): boolean => {
    if (!standsAt(block, start, head) || !standsAt(block, start + tailAt, tail)) return false;
    const seconds = digitsAt(block, start + secondsAt, 2);
    const fraction = digits === 0 ? 0 : digitsAt(block, start + secondsAt + 3, digits);
    if (seconds < 0 || fraction < 0) return false;
    found.time = minute + seconds + fraction / scale;
    found.end = start + length;
    return true;
  };

  const anew = (block: Block, start: number, lineEnd: number): boolean => {
    const line = plainTextOf(block, start, Math.min(lineEnd, start + LONGEST));
    const stamp = stampOf(line, assumptions);
    if (stamp === undefined) return false;
    // Where the seconds are not two digits at a place of their own, each stamp is read anew.
    isLast = stamp.secondsAt >= 0;
    ({ minute, secondsAt, fraction: digits, end: length } = stamp);
    tailAt = secondsAt + 2 + (digits === 0 ? 0 : digits + 1);
    head = plainLiteral(line.slice(0, Math.max(0, secondsAt)));
    tail = plainLiteral(`${line.slice(tailAt, length)} `);
    scale = 10 ** digits;
    found.time = minute + stamp.seconds;
    found.end = start + length;
    found.lead = stamp.start;
    found.assumed = stamp.assumed;
    return true;
  };

  // Fields, not accessors: a number with a fraction that a function gives is a new object each time.
  const found: { -readonly [Key in keyof StampReader]: StampReader[Key] } = {
    time: Number.NaN,
    end: 0,
    lead: 0,
    assumed: undefined,
    begin(next) {
      assumptions = next;
      isLast = false;
    },
    read: (block, start, lineEnd) =>
      (isLast && start + length < lineEnd && likeLast(block, start)) || anew(block, start, lineEnd),
  };
  return found;
}

/** Of a text that has one character for each byte. */
const plainLiteral = (text: string): Literal => literalOf(Buffer.from(text, 'latin1'));
const NOTHING = plainLiteral('');

function digitsAt({ bytes }: Block, at: number, count: number): number {
  let value = 0;
  for (let digit = at; digit < at + count; digit += 1) {
    const code = (bytes[digit] ?? 0) - ZERO;
    if (!(code >= 0 && code <= 9)) return -1;
    value = value * 10 + code;
  }
  return value;
}
