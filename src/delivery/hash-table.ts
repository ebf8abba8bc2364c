import type { Hash } from './hash.ts';

/**
 * What is known by a hash, as a few words for each. A look into memory of some megabytes costs more than all the rest: so
 * it is written down in the order it came, where what belongs to one time lies together, and found by a table of places
 * that is small.
 */
export interface HashTable {
  /** Its number; -1 where it is not known, or no longer. Good until the next `find`, `ensure` or `remove`. */
  find(hash: Hash): number;
  /** The same; what is new has zeros for words, and is told by `-1 - number`. */
  ensure(hash: Hash): number;
  remove(number: number): void;
  word(number: number, which: number): number;
  put(number: number, which: number, word: number): void;
}

/** Words of the hash itself, at the beginning of each: `low`, `high`. */
const HASH_WORDS = 2;

const FIRST_PLACES = 4096;
const FULL = 0.7;
/** Written down in blocks, which never move: 2^13 at a time. */
const BLOCK_BITS = 13;
const IN_BLOCK = (1 << BLOCK_BITS) - 1;
/** A place has the number, from 1, and what is left of 32 bits of the hash: others are passed by without a look at them. */
const NUMBER_BITS = 20;
const NUMBER = (1 << NUMBER_BITS) - 1;
/** What a generation may have at most. */
const MOST = NUMBER - 1;

/**
 * Remembers the latest, as many as a generation at least, and two at most: when the young table is full it becomes the old
 * one, and whatever was in the old one and not asked for is let go. `words`: of each, besides its hash.
 */
export function newHashTable(words: number, generation: number): HashTable {
  const most = Math.min(generation, MOST);
  const width = HASH_WORDS + words;
  let young = newGeneration(width);
  let old: Generation | undefined;

  /** Takes over what the old table knows; -1 where it does not. */
  const adopt = ({ high, low }: Hash, from: Generation): number => {
    const before = numberIn(from, high, low);
    if (before < 0) return -1;
    const number = add(young, high, low);
    for (let which = HASH_WORDS; which < width; which += 1) put(young, number, which, word(from, before, which));
    remove(from, before);
    return number;
  };

  return {
    find(hash) {
      const number = numberIn(young, hash.high, hash.low);
      return number >= 0 || old === undefined ? number : adopt(hash, old);
    },
    ensure(hash) {
      const number = numberIn(young, hash.high, hash.low);
      if (number >= 0) return number;
      const before = old === undefined ? -1 : adopt(hash, old);
      if (before >= 0) return before;
      if (young.size >= most) {
        old = young;
        young = newGeneration(width);
      }
      return -1 - add(young, hash.high, hash.low);
    },
    remove: (number) => remove(young, number),
    word: (number, which) => word(young, number, HASH_WORDS + which),
    put: (number, which, value) => put(young, number, HASH_WORDS + which, value),
  };
}

interface Generation {
  readonly width: number;
  readonly blocks: Int32Array[];
  /** Numbers that were given back. */
  readonly free: number[];
  size: number;
  /** Open addressing with linear probing; 0 is an empty place. */
  places: Int32Array;
  mask: number;
}

const newGeneration = (width: number): Generation => ({
  width,
  blocks: [],
  free: [],
  size: 0,
  places: new Int32Array(FIRST_PLACES),
  mask: FIRST_PLACES - 1,
});

const word = ({ blocks, width }: Generation, number: number, which: number): number =>
  (blocks[number >> BLOCK_BITS] as Int32Array)[(number & IN_BLOCK) * width + which] as number;

function put({ blocks, width }: Generation, number: number, which: number, value: number): void {
  (blocks[number >> BLOCK_BITS] as Int32Array)[(number & IN_BLOCK) * width + which] = value;
}

/** The bits of a hash that stand with the number; those that tell the place are others. */
const tagOf = (low: number): number => low & ~NUMBER;

function numberIn(table: Generation, high: number, low: number): number {
  const { places, mask } = table;
  const tag = tagOf(low);
  for (let place = high & mask; ; place = (place + 1) & mask) {
    const found = places[place] as number;
    if (found === 0) return -1;
    if ((found & ~NUMBER) !== tag) continue;
    const number = (found & NUMBER) - 1;
    if (word(table, number, 0) === low && word(table, number, 1) === high) return number;
  }
}

function add(table: Generation, high: number, low: number): number {
  if (table.size >= (table.mask + 1) * FULL) grow(table);
  const { blocks, width } = table;
  // Without gaps, all numbers below the size are taken.
  const number = table.free.pop() ?? table.size;
  if (number >> BLOCK_BITS === blocks.length) blocks.push(new Int32Array(width << BLOCK_BITS));
  table.size += 1;
  put(table, number, 0, low);
  put(table, number, 1, high);
  settle(table, number, high, low);
  return number;
}

function settle({ places, mask }: Generation, number: number, high: number, low: number): void {
  let place = high & mask;
  while (places[place] !== 0) place = (place + 1) & mask;
  places[place] = tagOf(low) | (number + 1);
}

function grow(table: Generation): void {
  const { places } = table;
  table.places = new Int32Array(places.length * 2);
  table.mask = table.places.length - 1;
  for (let place = 0; place < places.length; place += 1) {
    const number = ((places[place] as number) & NUMBER) - 1;
    if (number < 0) continue;
    settle(table, number, word(table, number, 1), word(table, number, 0));
  }
}

/** Those behind move up, as far as they may: a gap would end the search for them. */
function remove(table: Generation, number: number): void {
  const { places, mask } = table;
  let gap = word(table, number, 1) & mask;
  while (((places[gap] as number) & NUMBER) - 1 !== number) gap = (gap + 1) & mask;
  for (let next = (gap + 1) & mask; places[next] !== 0; next = (next + 1) & mask) {
    const home = word(table, ((places[next] as number) & NUMBER) - 1, 1) & mask;
    if (((next - home) & mask) < ((next - gap) & mask)) continue;
    places[gap] = places[next] as number;
    gap = next;
  }
  places[gap] = 0;
  for (let which = 0; which < table.width; which += 1) put(table, number, which, 0);
  table.free.push(number);
  table.size -= 1;
}
