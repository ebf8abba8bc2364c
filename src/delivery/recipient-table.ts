import type { Hash } from './hash.ts';
import { newHashTable } from './hash-table.ts';

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
  /** When the sending system took it in, seconds since 1970; 0 where it is not known. Below zero: it is not, and it was delivered then. */
  sinceOf(slot: number): number;
  putSince(slot: number, seconds: number): void;
  /** Whether this event of the recipient's was told before; from now on it was. Undefined where there is no room for it. */
  isTold(slot: number, event: Hash): boolean | undefined;
}

/**
 * Recipients remembered at least, the latest that were heard of; a generation more at most. Those that are let go stay
 * counted as they stood. 36 bytes each, and a table of 2^20 places.
 */
const GENERATION = 700_000;

/** Flags in the lower half and the group's number in the upper one, of which there are some thousands; both halves of `since`. */
const STATE = 0;
const SINCE = 1;
/** Hashes of the first events: most have two, and are spared a look into a table of all events. */
const EVENTS = 3;
const MOST_EVENTS = 2;
const WORDS = EVENTS + 2 * MOST_EVENTS;
const HALF = 0xffff;

export function newRecipientTable(generation = GENERATION): RecipientTable {
  const table = newHashTable(WORDS, generation);
  const number = new Float64Array(1);
  const halves = new Int32Array(number.buffer);
  return {
    find: (hash) => table.find(hash),
    ensure(hash) {
      const slot = table.ensure(hash);
      return slot < 0 ? -1 - slot : slot;
    },
    forget: (slot) => table.remove(slot),
    groupOf: (slot) => table.word(slot, STATE) >>> 16,
    flagsOf: (slot) => table.word(slot, STATE) & HALF,
    put: (slot, group, flags) => table.put(slot, STATE, (group << 16) | flags),
    sinceOf(slot) {
      halves[0] = table.word(slot, SINCE);
      halves[1] = table.word(slot, SINCE + 1);
      return number[0] as number;
    },
    putSince(slot, seconds) {
      number[0] = seconds;
      table.put(slot, SINCE, halves[0] as number);
      table.put(slot, SINCE + 1, halves[1] as number);
    },
    isTold(slot, { high, low }) {
      for (let at = EVENTS; at < WORDS; at += 2) {
        const present = table.word(slot, at);
        if (present === low && table.word(slot, at + 1) === high) return true;
        // 0 is no hash's lower half.
        if (present !== 0) continue;
        table.put(slot, at, low);
        table.put(slot, at + 1, high);
        return false;
      }
      return undefined;
    },
  };
}
