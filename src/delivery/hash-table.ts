import type { Hash } from './hash.ts';

/**
 * What is known by a hash, as words side by side: `low`, `high`, and as many more as a table is wide. A look into memory of
 * some megabytes costs more than all the rest, so that all of one place is one look.
 */
export interface HashTable {
  /** Where it is; -1 where it is not known, or no longer. A place is good until the next `find`, `ensure` or `remove`. */
  find(hash: Hash): number;
  /** The same; what is new gets a place with zeros behind its hash, and is told by `-1 - place`. */
  ensure(hash: Hash): number;
  remove(place: number): void;
  /** `find` and `ensure` may replace it. */
  readonly words: Int32Array;
}

/** Words of the hash itself, at the beginning of each place. */
export const HASH_WORDS = 2;

const FIRST_PLACES = 4096;
/** A table that grows writes down anew all that is in it. */
const GROWS_BY = 4;
const FULL = 0.7;

/**
 * Remembers the latest, as many as a generation at least, and two at most: when the young table is full it becomes the old
 * one, and whatever was in the old one and not asked for is let go.
 */
export function newHashTable(width: number, generation: number): HashTable {
  let young = newPlaces(width, FIRST_PLACES);
  let old: Places | undefined;

  /** Takes over what the old table knows; -1 where it does not. */
  const adopt = ({ high, low }: Hash, from: Places): number => {
    const before = placeOf(from, high, low);
    if (from.words[before] === 0) return -1;
    const place = add(high, low);
    for (let word = HASH_WORDS; word < width; word += 1) young.words[place + word] = from.words[before + word] as number;
    removeFrom(from, before);
    return place;
  };
  const add = (high: number, low: number): number => {
    if (young.size >= young.most) young = grown(young);
    const place = placeOf(young, high, low);
    young.words[place] = low;
    young.words[place + 1] = high;
    young.size += 1;
    return place;
  };

  return {
    find(hash) {
      const place = placeOf(young, hash.high, hash.low);
      if (young.words[place] !== 0) return place;
      return old === undefined ? -1 : adopt(hash, old);
    },
    ensure(hash) {
      const place = placeOf(young, hash.high, hash.low);
      if (young.words[place] !== 0) return place;
      const before = old === undefined ? -1 : adopt(hash, old);
      if (before >= 0) return before;
      if (young.size >= generation) {
        old = young;
        young = newPlaces(width, FIRST_PLACES);
      }
      return -1 - add(hash.high, hash.low);
    },
    remove: (place) => removeFrom(young, place),
    get words() {
      return young.words;
    },
  };
}

/** Open addressing with linear probing; `low` is never 0 where a place is taken. */
interface Places {
  readonly words: Int32Array;
  readonly width: number;
  readonly mask: number;
  /** Taken ones, and how many may be. */
  size: number;
  readonly most: number;
}

const newPlaces = (width: number, places: number): Places => ({
  words: new Int32Array(places * width),
  width,
  mask: places - 1,
  size: 0,
  most: Math.floor(places * FULL),
});

/** Where it is, or would be. */
function placeOf({ words, width, mask }: Places, high: number, low: number): number {
  let place = (high & mask) * width;
  for (;;) {
    const word = words[place];
    if (word === 0 || (word === low && words[place + 1] === high)) return place;
    place += width;
    if (place === words.length) place = 0;
  }
}

function grown(before: Places): Places {
  const { words, width } = before;
  const after = newPlaces(width, (before.mask + 1) * GROWS_BY);
  after.size = before.size;
  for (let from = 0; from < words.length; from += width) {
    const low = words[from] as number;
    if (low === 0) continue;
    const to = placeOf(after, words[from + 1] as number, low);
    for (let word = 0; word < width; word += 1) after.words[to + word] = words[from + word] as number;
  }
  return after;
}

/** Those behind move up, as far as they may: a gap would end the search for them. */
function removeFrom(places: Places, place: number): void {
  const { words, width, mask } = places;
  places.size -= 1;
  let gap = place / width;
  for (let next = (gap + 1) & mask; words[next * width] !== 0; next = (next + 1) & mask) {
    const home = (words[next * width + 1] as number) & mask;
    if (((next - home) & mask) < ((next - gap) & mask)) continue;
    words.copyWithin(gap * width, next * width, (next + 1) * width);
    gap = next;
  }
  words.fill(0, gap * width, (gap + 1) * width);
}
