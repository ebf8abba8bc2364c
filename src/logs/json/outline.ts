import type { JsonObject } from '../format.ts';

/** A text or a number of a line: where it stands in the object that was made of it. */
export interface Hole {
  readonly kind: 'text' | 'number';
  readonly target: Record<string | number, unknown>;
  readonly key: string | number;
  /** Its octets in the line, without quotes. */
  readonly from: number;
  readonly to: number;
}

/** Texts and numbers of a line; stops lines of a thousand members, whose like will not come again. */
export const MOST_HOLES = 200;
/** Objects and arrays within each other. */
const NESTING = 20;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const LETTER_A = 0x61;

type Members = Record<string | number, unknown>;

/**
 * Where the texts and numbers of a line are that JSON.parse() has read: all the rest is what another line of its kind has
 * as well. Undefined where a key stands twice, for one of its values is in no object then, and for very large ones.
 */
export function outlineOf(bytes: Buffer, from: number, object: JsonObject): readonly Hole[] | undefined {
  const holes: Hole[] = [];
  let at = from;

  const blanks = (): number => {
    while ((bytes[at] ?? 0) <= 0x20) at += 1;
    return bytes[at] ?? 0;
  };
  /** To behind its closing quote; where it begins, behind the opening one. */
  const text = (): number => {
    const start = at + 1;
    for (at = start; bytes[at] !== QUOTE; at += 1) if (bytes[at] === BACKSLASH) at += 1;
    at += 1;
    return start;
  };
  const value = (target: Members, key: string | number, depth: number): boolean => {
    const first = blanks();
    if (first === OPEN_OBJECT || first === OPEN_ARRAY) {
      const inner = target[key];
      // Of a key that stands twice the other value may be anything.
      if (typeof inner !== 'object' || inner === null || depth >= NESTING) return false;
      return members(inner as Members, first === OPEN_ARRAY, depth + 1);
    }
    // true, false, null
    if (first >= LETTER_A) {
      while ((bytes[at] ?? 0) >= LETTER_A && (bytes[at] ?? 0) < OPEN_OBJECT) at += 1;
      return true;
    }
    if (first === QUOTE) {
      const start = text();
      holes.push({ kind: 'text', target, key, from: start, to: at - 1 });
    } else {
      const start = at;
      while (isOfNumber(bytes[at] ?? 0)) at += 1;
      holes.push({ kind: 'number', target, key, from: start, to: at });
    }
    return holes.length < MOST_HOLES;
  };
  const members = (target: Members, isArray: boolean, depth: number): boolean => {
    const close = isArray ? CLOSE_ARRAY : CLOSE_OBJECT;
    let count = 0;
    at += 1;
    for (let next = blanks(); next !== close; next = blanks()) {
      if (next === COMMA) {
        at += 1;
        blanks();
      }
      // A big number where a key belongs was made one of when it was made text.
      if (!isArray && bytes[at] !== QUOTE) return false;
      const key = isArray ? count : keyHere();
      if (!value(target, key, depth)) return false;
      count += 1;
    }
    at += 1;
    return isArray || count === Object.keys(target).length;
  };
  const keyHere = (): string => {
    const start = text() - 1;
    const key = JSON.parse(bytes.toString('utf8', start, at)) as string;
    blanks();
    // The colon.
    at += 1;
    return key;
  };

  blanks();
  return members(object, false, 0) ? holes : undefined;
}

/** Digits, sign, point, exponent. */
const isOfNumber = (octet: number): boolean =>
  (octet >= 0x30 && octet <= 0x39) || octet === 0x2d || octet === 0x2e || octet === 0x2b || (octet | 0x20) === 0x65;
