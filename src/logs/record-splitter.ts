import type { JsonObject } from './format.ts';
import { hasBigNumber, withBigNumbersAsText } from './json/big-number.ts';
import { utf16OfJson } from './json/encoding.ts';
import { heldBytes } from './json/held-bytes.ts';
import { jsonLines } from './json/json-lines.ts';
import { isListIn } from './json/lists.ts';
import { valueScanner } from './json/value-scanner.ts';
import { utf8Pieces } from './utf8.ts';

/** Takes bytes, gives the JSON objects in them. */
export interface RecordSplitter {
  push(bytes: Uint8Array): void;
  end(): void;
}
export interface RecordEvents {
  record(value: JsonObject): void;
  unread(why: string, text: string): void;
  /** Whoever takes a record is done with it when `record` returns: the same object may then hold the next. */
  readonly isDoneWith?: boolean;
  /** Lists within an object are left in it. */
  readonly wantsWhole?: boolean;
}

const MIB = 1024 * 1024;
/** Bytes of one object. Stops a file that opens a bracket and never closes it from filling memory; an event has some hundreds. */
export const VALUE_LIMIT = 16 * MIB;
/** Bytes taken in at a time, however many are pushed. */
const PIECE = MIB;
/** Octets of a line that is waited for. */
const LONGEST_LINE = 16 * 1024;
const SAMPLE_LENGTH = 200;
const LINE_FEED = 0x0a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;

/** Blanks, `,`, brackets of arrays, stray ends of what was broken, and the record separator of RFC 7464. */
const BETWEEN: ReadonlySet<number> = new Set(Buffer.from(' \t\r\n\v\f,[]}\u001E'));

/**
 * JSON objects one to a line, in an array, one behind the other with or without anything between, over several lines, or
 * in a list inside one object. UTF-8 or UTF-16. What is broken is told, and reading goes on at the next object. Integers
 * beyond 2^53 come as text.
 */
export function recordSplitter({
  record,
  unread,
  isDoneWith = false,
  wantsWhole = false,
}: RecordEvents): RecordSplitter {
  const scanner = valueScanner((bytes, key, start) => !wantsWhole && !inList && isListIn(bytes, key, start));
  const inUtf8 = utf8Pieces(utf16OfJson);
  const held = heldBytes();
  const lines = jsonLines(record, isDoneWith);
  /** What stands before is done with. */
  let at = 0;
  let state: 'between' | 'value' | 'behind list' | 'garbage' | 'lost' = 'between';
  let inList = false;
  /** Bytes before were scanned once already, as part of something broken. */
  let scannedTo = 0;
  /** Lost: where an object may begin again, and what was seen last. */
  let resumeFrom = 0;
  let seen = 0;

  const sample = (from: number, to: number): string => held.text(from, Math.min(to, from + SAMPLE_LENGTH));

  const take = (bytes: Uint8Array): void => {
    const moved = held.add(bytes, at);
    if (moved === 0) return;
    scanner.moved(moved);
    at -= moved;
    scannedTo -= moved;
    resumeFrom -= moved;
  };

  const emit = (end: number): void => {
    const json = held.text(at, end);
    let value: unknown;
    try {
      value = JSON.parse(hasBigNumber(held.bytes, at, end) ? withBigNumbersAsText(json) : json);
    } catch {
      unread('broken JSON', json.slice(0, SAMPLE_LENGTH));
      return;
    }
    record(value as JsonObject);
  };
  /** What was scanned may hold whole objects behind a broken beginning: it is looked through once more, but only once. */
  const broken = (why: string, place: number): void => {
    unread(why, sample(at, held.end));
    resumeFrom = at >= scannedTo ? at + 1 : place;
    scannedTo = Math.max(scannedTo, place);
    inList = false;
    state = 'lost';
    seen = held.bytes[at] ?? 0;
    at += 1;
  };

  /** To the next brace that begins a line, or stands behind another object's. */
  const findAgain = (): boolean => {
    for (; at < held.end; at += 1) {
      const octet = held.bytes[at] ?? 0;
      if (octet === OPEN_OBJECT && at >= resumeFrom && (seen === LINE_FEED || seen === CLOSE_OBJECT)) {
        state = 'between';
        return true;
      }
      if (octet !== 0x20 && octet !== 0x09 && octet !== 0x0d && octet !== COMMA) seen = octet;
    }
    return false;
  };
  /** False where more bytes are needed. */
  const findNext = (isLast: boolean): boolean => {
    while (at < held.end && BETWEEN.has(held.bytes[at] ?? 0)) {
      at += 1;
      if (inList && held.bytes[at - 1] === CLOSE_ARRAY) {
        inList = false;
        state = 'behind list';
        scanner.beginBehindList(at);
        return true;
      }
    }
    if (at === held.end) return false;
    if (held.bytes[at] === OPEN_OBJECT) {
      state = 'value';
      scanner.begin(at);
      return true;
    }
    const end = garbageEnd();
    if (end === held.end && held.end - at < SAMPLE_LENGTH && !isLast) return false;
    unread('no JSON object', sample(at, end));
    state = 'garbage';
    return true;
  };
  const garbageEnd = (): number => {
    let end = at;
    while (end < held.end && held.bytes[end] !== LINE_FEED && held.bytes[end] !== OPEN_OBJECT) end += 1;
    return end;
  };
  const passGarbage = (): boolean => {
    at = garbageEnd();
    if (at < held.end) state = 'between';
    return at < held.end;
  };

  const scanned = (isLast: boolean): boolean => {
    const found = scanner.scan(held.bytes, held.end);
    if (found.kind === 'open') {
      if (held.end - at > VALUE_LIMIT) {
        scannedTo = held.end;
        broken(`an object above ${VALUE_LIMIT / MIB} MiB`, held.end);
      } else if (isLast) broken('cut off', held.end);
      else return false;
    } else if (found.kind === 'broken') broken('broken JSON', found.at);
    else {
      if (found.kind === 'whole' && state === 'value') emit(found.end);
      inList = found.kind === 'list' || (inList && state === 'value');
      at = found.kind === 'list' ? found.at : found.end;
      state = 'between';
    }
    return true;
  };

  const isBeginningOfLine = (): boolean =>
    held.end - at < LONGEST_LINE && !held.bytes.subarray(at, held.end).includes(LINE_FEED);

  const drain = (isLast: boolean): void => {
    let tryLines = true;
    for (let goesOn = true; goesOn;) {
      if (tryLines && state === 'between' && !inList) {
        while (at < held.end && BETWEEN.has(held.bytes[at] ?? 0)) at += 1;
        const length = lines.read(held.bytes, at, held.end);
        at += length;
        tryLines = false;
        // The rest of a line like those before it will come, and need not be looked through until then.
        if (length > 0 && !isLast && isBeginningOfLine()) return;
      }
      if (state === 'lost') goesOn = findAgain();
      else if (state === 'garbage') goesOn = passGarbage();
      else if (state === 'between') goesOn = findNext(isLast);
      else goesOn = scanned(isLast);
    }
  };

  return {
    push(bytes) {
      for (let from = 0; from < bytes.length; from += PIECE) {
        take(inUtf8(bytes.subarray(from, from + PIECE), false));
        drain(false);
      }
    },
    end() {
      take(inUtf8(new Uint8Array(), true));
      drain(true);
    },
  };
}
