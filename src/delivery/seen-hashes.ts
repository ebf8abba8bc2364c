import type { Hash } from './hash.ts';

/** Hashes that have come before: the latest, as many as a generation at least, and two at most. */
export interface SeenHashes {
  /** Whether this one has; from now on it has. */
  isAgain(hash: Hash): boolean;
}

/** 8 bytes each, in two tables of 2^20 places. */
const GENERATION = 700_000;
const FIRST_PLACES = 4096;
const FULL = 0.7;

/** Two tables: when the young one is full it becomes the old one, and what was in the old one and not asked for is let go. */
export function newSeenHashes(generation = GENERATION): SeenHashes {
  let young = newSet();
  let old: HashSet | undefined;
  return {
    isAgain(hash) {
      if (young.size >= generation) {
        old = young;
        young = newSet();
      }
      return !young.add(hash) || (old?.has(hash) ?? false);
    },
  };
}

interface HashSet {
  has(hash: Hash): boolean;
  /** False where it was there already. */
  add(hash: Hash): boolean;
  readonly size: number;
}

/**
 * Open addressing with linear probing. Both halves of a hash stand side by side, since each look into memory of some
 * megabytes costs more than all the rest; `low` is never 0 where a place is taken.
 */
function newSet(): HashSet {
  let words = new Uint32Array(2 * FIRST_PLACES);
  let mask = words.length - 1;
  let size = 0;

  /** Where it is, or would be. */
  const placeOf = (high: number, low: number): number => {
    let at = (2 * high) & mask;
    while (words[at] !== 0 && (words[at] !== low || words[at + 1] !== high)) at = (at + 2) & mask;
    return at;
  };
  const grow = (): void => {
    const before = words;
    words = new Uint32Array(2 * before.length);
    mask = words.length - 1;
    for (let from = 0; from < before.length; from += 2) {
      const [low, high] = [before[from] ?? 0, before[from + 1] ?? 0];
      if (low === 0) continue;
      const to = placeOf(high, low);
      words[to] = low;
      words[to + 1] = high;
    }
  };

  return {
    has: ({ high, low }) => words[placeOf(high, low)] !== 0,
    add({ high, low }) {
      const at = placeOf(high, low);
      if (words[at] !== 0) return false;
      words[at] = low;
      words[at + 1] = high;
      size += 1;
      if (2 * size >= words.length * FULL) grow();
      return true;
    },
    get size() {
      return size;
    },
  };
}
