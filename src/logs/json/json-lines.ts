import { isAscii } from 'node:buffer';
import type { JsonObject } from '../format.ts';
import { hasBigNumber, withBigNumbersAsText } from './big-number.ts';
import { SLACK } from './held-bytes.ts';
import { isObject } from './parsed.ts';
import { newPatterns, type Patterns } from './patterns.ts';

type TakeRecord = (value: JsonObject) => void;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANK = 0x20;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/**
 * Octets that are parsed at once. Objects that follow each other in one array have the same keys, and V8 knows them again:
 * that saves a fifth. Of more, the first would have grown old before the last is read.
 */
const AT_ONCE = 16 * 1024;

/** Octets that are made characters of at once. A string of 128 KB and more costs V8 ten times as much. */
const WINDOW = 16 * 1024;
/** Octets of lines that no pattern fits, beyond which they have to be fewer than the others: patterns only cost then. */
const TRIED = 256 * 1024;

export interface JsonLines {
  /**
   * Reads whole lines up to the first that is not of this kind, and says how many bytes that were. Line ends may be
   * overwritten in what was read.
   */
  read(bytes: Buffer, from: number, to: number): number;
}

/**
 * The way most exports are read: an object to a line, perhaps with the comma of an array behind it, or an array of
 * objects to a line. `isUsedAgain`: a record is good until the next, so that lines may be read by patterns.
 */
export function jsonLines(record: TakeRecord, isUsedAgain: boolean): JsonLines {
  let isWorthIt = isUsedAgain;
  let patterns: Patterns | undefined;
  let [fitting, others] = [0, 0];
  let seen: Buffer | undefined;
  let view: DataView = new DataView(new ArrayBuffer(0));

  const read = (bytes: Buffer, from: number, end: number, known: Patterns): number => {
    if (seen !== bytes) {
      seen = bytes;
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    let at = from;
    while (at < end) {
      const stop = end - at <= WINDOW ? end : bytes.indexOf(LINE_FEED, at + WINDOW) + 1;
      const source = { bytes, view, text: bytes.toString('latin1', at, stop), start: at };
      while (at < stop) {
        const next = known.read(source, at, stop);
        fitting += next - at;
        at = next;
        if (at === stop) break;
        const feed = bytes.indexOf(LINE_FEED, at);
        if (!readLine(bytes, at, feed, record, known)) return at;
        others += feed - at;
        at = feed + 1;
      }
      if (others > TRIED && others > fitting) {
        isWorthIt = false;
        patterns = undefined;
        return at;
      }
    }
    return at;
  };

  return {
    read(bytes, from, to) {
      if (bytes[from] !== OPEN_OBJECT || from === to) return 0;
      const end = from + bytes.subarray(from, to).lastIndexOf(LINE_FEED) + 1;
      // Of a line by itself nothing is learned that is of use: a service's posts may lie in a file each.
      if (isWorthIt && bytes.indexOf(LINE_FEED, from) + 1 < end) patterns ??= newPatterns(record);
      const at = patterns === undefined || bytes.length < end + SLACK ? from : read(bytes, from, end, patterns);
      return (patterns === undefined ? parsed(bytes, at, end, record) : at) - from;
    },
  };
}

/** By JSON.parse(), as many lines at once as it likes. */
function parsed(bytes: Buffer, from: number, end: number, record: TakeRecord): number {
  /** Where the lines end that are read together. */
  const ends: number[] = [];
  let at = from;
  while (at < end) {
    ends.length = 0;
    const next = joined(bytes, at, end, ends);
    if (!readJoined(bytes, at, next, ends.length, record)) {
      for (const place of ends) bytes[place] = LINE_FEED;
      // Line by line, then, and one at least.
      do {
        const stop = bytes.indexOf(LINE_FEED, at);
        if (!readLine(bytes, at, stop, record)) return at;
        at = stop + 1;
      } while (at < next);
    } else at = next;
  }
  return at;
}

/** Puts commas for the ends of lines that are objects, as many as are read at once, and says where the next line begins. */
function joined(bytes: Buffer, from: number, end: number, ends: number[]): number {
  const most = Math.min(end, from + AT_ONCE);
  let at = from;
  while (at < most && bytes[at] === OPEN_OBJECT) {
    const stop = bytes.indexOf(LINE_FEED, at);
    let last = stop - 1;
    if (bytes[last] === CARRIAGE_RETURN) last -= 1;
    const hasComma = bytes[last] === COMMA;
    if (bytes[hasComma ? last - 1 : last] !== CLOSE_OBJECT) break;
    bytes[stop] = hasComma ? BLANK : COMMA;
    ends.push(stop);
    at = stop + 1;
  }
  return at;
}

/**
 * False where it is no array of so many objects: a line may look like an object and be none. Nothing has been handed on
 * then.
 */
function readJoined(bytes: Buffer, from: number, next: number, count: number, record: TakeRecord): boolean {
  if (count < 2) return false;
  // Without the comma of the last.
  let end = next - 1;
  while (bytes[end] !== CLOSE_OBJECT) end -= 1;
  let values: unknown;
  try {
    values = JSON.parse(`[${textOf(bytes, from, end + 1)}]`);
  } catch {
    return false;
  }
  if (!isObjects(values) || values.length !== count) return false;
  for (const value of values) record(value);
  return true;
}

function readLine(bytes: Buffer, from: number, stop: number, record: TakeRecord, patterns?: Patterns): boolean {
  let to = stop;
  if (to > from && bytes[to - 1] === CARRIAGE_RETURN) to -= 1;
  if (to > from + 1 && bytes[to - 1] === COMMA) to -= 1;
  const first = bytes[from];
  if (to === from || (to === from + 1 && (first === OPEN_ARRAY || first === CLOSE_ARRAY))) return true;
  if (first !== OPEN_OBJECT && first !== OPEN_ARRAY) return false;
  let value: unknown;
  try {
    value = JSON.parse(textOf(bytes, from, to));
  } catch {
    return false;
  }
  if (isObject(value)) {
    record(value);
    patterns?.learn(bytes, from, to, value);
    return true;
  }
  if (!isObjects(value)) return false;
  for (const one of value) record(one);
  return true;
}

/** The cheap decoding where it will do. */
function textOf(bytes: Buffer, from: number, to: number): string {
  const text = isAscii(bytes.subarray(from, to))
    ? bytes.toString('latin1', from, to)
    : bytes.toString('utf8', from, to);
  return hasBigNumber(bytes, from, to) ? withBigNumbersAsText(text) : text;
}

const isObjects = (value: unknown): value is readonly JsonObject[] => Array.isArray(value) && value.every(isObject);
