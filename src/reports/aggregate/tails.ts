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
  let kept = 0;

  return {
    find({ text, bytes }, at) {
      const end = bytes === undefined ? -1 : text.indexOf(END, at);
      if (bytes === undefined || end === -1 || end - at > LONGEST || end - at < WORD) return undefined;
      const candidate = known.get(hashOf(bytes, at, end));
      return candidate !== undefined && isAt(candidate.bytes, bytes, at, end) ? candidate.tail : undefined;
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
        kept = length;
      }
      const own = new DataView(bytes.buffer.slice(start, bare));
      known.set(hash, { bytes: own, tail: { ...tail, length: end - start } });
    },
  };
}

/** Bytes looked at at a time; the last time, some of them for the second time. */
const WORD = 4;

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
