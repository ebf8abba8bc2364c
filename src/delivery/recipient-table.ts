import type { Hash } from './hash.ts';
import { HASH_WORDS, newHashTable } from './hash-table.ts';

/**
 * What is known of one recipient of one message, as numbers: a sending system has millions of them. A slot is good until
 * the next `find`, `ensure` or `forget`.
 */
export interface RecipientTable {
  /** The slot of a recipient; -1 where it is not known, or no longer. */
  find(hash: Hash): number;
  /** The same; a recipient that is new gets a slot with zeros in it. */
  ensure(hash: Hash): number;
  forget(slot: number): void;
  /** Number of the group it is counted in, from 1; 0 for none. */
  groupOf(slot: number): number;
  /** 16 bits. */
  flagsOf(slot: number): number;
  put(slot: number, group: number, flags: number): void;
  /** When the sending system took it in, seconds since 1970; 0 where it is not known. */
  sinceOf(slot: number): number;
  putSince(slot: number, seconds: number): void;
}

/**
 * Recipients remembered at least, the latest that were heard of; a generation more at most. Those that are let go stay
 * counted as they stood. 20 bytes each, in two tables of 2^20 places.
 */
const GENERATION = 700_000;

/** Behind the hash: flags in the lower half and the group's number in the upper one; both halves of `since`. */
const STATE = HASH_WORDS;
const SINCE = HASH_WORDS + 1;
const WIDTH = HASH_WORDS + 3;
const HALF = 0xffff;

export function newRecipientTable(generation = GENERATION): RecipientTable {
  const table = newHashTable(WIDTH, generation);
  const number = new Float64Array(1);
  const halves = new Int32Array(number.buffer);
  return {
    find: (hash) => table.find(hash),
    ensure(hash) {
      const place = table.ensure(hash);
      return place < 0 ? -1 - place : place;
    },
    forget: (slot) => table.remove(slot),
    groupOf: (slot) => (table.words[slot + STATE] as number) >>> 16,
    flagsOf: (slot) => (table.words[slot + STATE] as number) & HALF,
    put(slot, group, flags) {
      table.words[slot + STATE] = (group << 16) | flags;
    },
    sinceOf(slot) {
      halves[0] = table.words[slot + SINCE] as number;
      halves[1] = table.words[slot + SINCE + 1] as number;
      return number[0] as number;
    },
    putSince(slot, seconds) {
      number[0] = seconds;
      table.words[slot + SINCE] = halves[0] as number;
      table.words[slot + SINCE + 1] = halves[1] as number;
    },
  };
}
