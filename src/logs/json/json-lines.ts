import { isAscii } from 'node:buffer';
import type { JsonObject } from '../format.ts';
import { hasBigNumber, withBigNumbersAsText } from './big-number.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/**
 * The way most exports are read: an object to a line, perhaps with the comma of an array behind it, or an array of
 * objects to a line. Reads whole lines up to the first that is anything else, and says how many bytes that were.
 */
export function jsonLines(bytes: Buffer, from: number, to: number, record: (value: JsonObject) => void): number {
  if (bytes[from] !== OPEN_OBJECT || from === to) return 0;
  const last = bytes.subarray(from, to).lastIndexOf(LINE_FEED);
  if (last < 0) return 0;
  // One decoding for many lines, and the cheap one where it will do.
  const text = isAscii(bytes.subarray(from, from + last))
    ? bytes.toString('latin1', from, from + last)
    : bytes.toString('utf8', from, from + last);
  const big = hasBigNumber(bytes, from, from + last);
  let lines = 0;
  for (let at = 0; at <= text.length; lines += 1) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    if (!jsonLine(text, at, stop, big, record)) return afterLines(bytes, from, lines);
    at = stop + 1;
  }
  return last + 1;
}

function jsonLine(text: string, from: number, end: number, big: boolean, record: (value: JsonObject) => void): boolean {
  let to = end;
  if (to > from && text.charCodeAt(to - 1) === CARRIAGE_RETURN) to -= 1;
  if (to > from + 1 && text.charCodeAt(to - 1) === COMMA) to -= 1;
  const first = text.charCodeAt(from);
  if (to === from || (to === from + 1 && (first === OPEN_ARRAY || first === CLOSE_ARRAY))) return true;
  if (first !== OPEN_OBJECT && first !== OPEN_ARRAY) return false;
  const line = text.slice(from, to);
  let value: unknown;
  try {
    value = JSON.parse(big ? withBigNumbersAsText(line) : line);
  } catch {
    return false;
  }
  if (!Array.isArray(value)) record(value as JsonObject);
  else if (value.every(isObject)) for (const one of value) record(one);
  else return false;
  return true;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Counted in bytes again: text of broken UTF-8 does not have their number. */
function afterLines(bytes: Buffer, from: number, lines: number): number {
  let at = from;
  for (let line = 0; line < lines; line += 1) at = bytes.indexOf(LINE_FEED, at) + 1;
  return at - from;
}
