import type { Passage } from '../xml/scanner.ts';
import type { Units } from '../xml/units.ts';
import type { Said } from './drafts.ts';
import { patternOf } from './finished.ts';
import type { DmarcRecord } from './row.ts';
import { WORD, hashOf, isAt } from './words.ts';

/** What stands in a record behind its address and count, up to and with its end tag. */
export interface Tail extends Passage {
  /** What it says about the record. */
  readonly said: Said;
  /** A record that says it, but for its address and count; undefined where it depends on more than this tail. */
  readonly pattern: DmarcRecord | undefined;
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
  find(units: Units, at: number): Tail | undefined;
  /** A tail that was not found has been read, up to `end`; `said` is asked where it is to be remembered. */
  learn(units: Units, end: number, passage: Passage, said: () => Said): void;
}

export function createTails(): Tails {
  const known = new Map<number, { readonly bytes: DataView; readonly tail: Tail }>();
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
        if (candidate === undefined || candidate.bytes.byteLength !== end - at || !isAt(candidate.bytes, bytes, at))
          continue;
        // What is frequent comes to stand in front.
        if (place > 0) [lengths[place - 1], lengths[place]] = [end - at, lengths[place - 1] ?? 0];
        return candidate.tail;
      }
      return undefined;
    },
    learn({ bytes }, end, passage, say) {
      const start = end - passage.length;
      const bare = end - END.length;
      const length = bare - start;
      if (bytes === undefined || length > LONGEST || length < WORD || endsWithin(bytes, start, bare)) return;
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
      const said = say();
      known.set(hash, { bytes: own, tail: { ...passage, said, pattern: patternOf(said) } });
    },
  };
}

/** `</re` and `cord`, as they are read at a time. */
const [END_START, END_REST] = [0x65_72_2f_3c, 0x64_72_6f_63];

const isEnd = (bytes: DataView, at: number): boolean =>
  at + END.length <= bytes.byteLength &&
  bytes.getInt32(at, true) === END_START &&
  bytes.getInt32(at + WORD, true) === END_REST &&
  bytes.getUint8(at + 2 * WORD) === 0x3e;

function endsWithin(bytes: DataView, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isEnd(bytes, at)) return true;
  return false;
}
