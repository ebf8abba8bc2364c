import type { Units } from '../xml/units.ts';
import type { Said } from './drafts.ts';

/** What stands in a record behind its address and count, up to and with its end tag. */
export interface Tail {
  /** What it says about the record. */
  readonly said: Said;
  /** Ends of lines in it. */
  readonly lines: number;
  /** Characters behind the last of them; undefined where there is none. */
  readonly column: number | undefined;
}
interface KnownTail extends Tail {
  /** Units of the text. */
  readonly length: number;
}

const END = '</record>';
/** Units of a tail that is remembered; one with five signatures has 1,500. */
const LONGEST = 4096;
/** Units remembered in all. */
const MOST = 2 ** 20;
const SIGHTINGS = 4096;
/** Lengths tried. Stops a document in which every tail has a length of its own. */
const LENGTHS = 64;

/**
 * Remembers tails. A large report has 200,000 records and a few hundred ways to authenticate, and what has been read once reads
 * the same again where it stands in the same elements: so it is looked up. Only tails that have been met twice are kept: a
 * report whose records are all different would push out what is of use.
 */
export interface Tails {
  /** The tail that begins at `at`. */
  find(units: Units, at: number): KnownTail | undefined;
  /** Says what became of a tail that was not found, from `start` to `end`. */
  learn(units: Units, start: number, end: number, tail: Tail): void;
}

export function createTails(): Tails {
  const known = new Map<number, { readonly bytes: DataView; readonly tail: KnownTail }>();
  const sightings = new Int32Array(SIGHTINGS);
  /** Of the tails, without their end tags. There are few, and to try them is faster than to look for the end tag. */
  const lengths: number[] = [];
  let kept = 0;

  return {
    find({ bytes }, at) {
      if (bytes === undefined) return undefined;
      for (let place = 0; place < lengths.length; place += 1) {
        const end = at + (lengths[place] ?? 0);
        if (!isEnd(bytes, end)) continue;
        const candidate = known.get(hashOf(bytes, at, end));
        if (candidate === undefined || !isAt(candidate.bytes, bytes, at, end)) continue;
        // What is frequent comes to stand in front.
        if (place > 0) [lengths[place - 1], lengths[place]] = [end - at, lengths[place - 1] ?? 0];
        return candidate.tail;
      }
      return undefined;
    },
    learn({ text, bytes }, start, end, tail) {
      const bare = end - END.length;
      const length = bare - start;
      if (bytes === undefined || length > LONGEST || length < WORD || text.indexOf(END, start) !== bare) return;
      const hash = hashOf(bytes, start, bare);
      const slot = (hash ^ (hash >>> 16)) & (SIGHTINGS - 1);
      const isSecond = sightings[slot] === hash;
      sightings[slot] = hash;
      if (!isSecond) return;
      kept += length;
      if (kept > MOST) {
        known.clear();
        lengths.length = 0;
        kept = length;
      }
      if (!lengths.includes(length)) lengths[Math.min(lengths.length, LENGTHS - 1)] = length;
      const own = new DataView(bytes.buffer.slice(start, bare));
      known.set(hash, { bytes: own, tail: { ...tail, length: end - start } });
    },
  };
}

/** Bytes looked at at a time; the last time, some of them for the second time. */
const WORD = 4;

/** `</re` and `cord`, as they are read at a time. */
const [END_START, END_REST] = [0x65_72_2f_3c, 0x64_72_6f_63];

const isEnd = (bytes: DataView, at: number): boolean =>
  at + END.length <= bytes.byteLength &&
  bytes.getInt32(at, true) === END_START &&
  bytes.getInt32(at + WORD, true) === END_REST &&
  bytes.getUint8(at + 2 * WORD) === 0x3e;

function hashOf(bytes: DataView, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += WORD) {
    hash = Math.imul(hash ^ bytes.getInt32(Math.min(at, end - WORD), true), 0x9e3779b1);
  }
  return hash;
}

function isAt(part: DataView, bytes: DataView, start: number, end: number): boolean {
  const length = end - start;
  if (part.byteLength !== length) return false;
  for (let at = 0; at < length; at += WORD) {
    const word = Math.min(at, length - WORD);
    if (part.getInt32(word, true) !== bytes.getInt32(start + word, true)) return false;
  }
  return true;
}
