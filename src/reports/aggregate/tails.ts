import { ownCopy } from '../xml/memory.ts';
import type { Said } from './drafts.ts';

/** What stands in a record behind its address and count, up to its end. */
export interface Tail {
  /** What it says about the record. */
  readonly said: Said;
  /** Units of the text. */
  readonly length: number;
  /** Ends of lines in it. */
  readonly lines: number;
  /** Characters behind the last of them; undefined where there is none. */
  readonly column: number | undefined;
}

const END = '</record>';
/** Units of a tail that is remembered; with five signatures it has 1,500. */
const LONGEST = 4096;
/** Units remembered in all. */
const MOST = 2 ** 20;
const SIGHTINGS = 4096;

/**
 * Remembers tails. A large report has 200,000 records and a few hundred ways to authenticate, and whatever was read once, from
 * the same place in the same elements, reads the same again: what it comes to is looked up by its text. Only tails that
 * have been met twice are kept, since a report whose records are all different would only push out what is of use.
 */
export interface Tails {
  find(text: string, at: number): Tail | undefined;
  /** Says what became of a tail that was not found: `text`, from `start` to `end`. */
  learn(text: string, start: number, end: number, tail: Omit<Tail, 'length'>): void;
}

export function createTails(): Tails {
  const tails = new Map<string, Tail>();
  let units = 0;
  const sightings = new Int32Array(SIGHTINGS);

  const isSecondSighting = (text: string, start: number, end: number): boolean => {
    let mark = end - start;
    for (let at = start; at < end; at += 7) mark = (Math.imul(mark, 31) + text.charCodeAt(at)) | 0;
    const slot = (mark ^ (mark >>> 15)) & (SIGHTINGS - 1);
    const isSecond = sightings[slot] === mark;
    sightings[slot] = mark;
    return isSecond;
  };

  return {
    find(text, at) {
      const end = text.indexOf(END, at);
      return end === -1 || end - at > LONGEST ? undefined : tails.get(text.slice(at, end));
    },
    learn(text, start, end, tail) {
      const bare = end - END.length;
      if (bare - start > LONGEST || text.indexOf(END, start) !== bare || !isSecondSighting(text, start, bare)) return;
      units += bare - start;
      if (units > MOST) {
        tails.clear();
        units = bare - start;
      }
      tails.set(ownCopy(text.slice(start, bare)), { ...tail, length: end - start });
    },
  };
}
