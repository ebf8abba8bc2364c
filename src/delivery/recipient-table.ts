import type { Hash } from './hash.ts';

/**
 * What is known of one recipient of one message, as numbers in columns: a sending system has millions of them. A slot is
 * good until the next `find`, `ensure` or `forget`.
 */
export interface RecipientTable {
  /** The slot of a recipient; -1 where it is not known, or no longer. */
  find(hash: Hash): number;
  /** The same; a recipient that is new gets a slot with zeros in it. */
  ensure(hash: Hash): number;
  forget(slot: number): void;
  /** Columns; `find` and `ensure` may replace them. */
  readonly columns: Columns;
}

interface Columns {
  /** Number of the group it is counted in, from 1; 0 for none. */
  readonly groups: Uint32Array;
  readonly flags: Uint16Array;
  /** When the sending system took it in, seconds since 1970; 0 where it is not known. */
  readonly since: Float64Array;
}

/**
 * Recipients remembered at least, the latest that were heard of; a generation more at most. Those that are let go stay
 * counted as they stood. 22 bytes each, in two tables of 2^20 places.
 */
const GENERATION = 700_000;
const FIRST_PLACES = 1024;
const FULL = 0.7;

/** Two tables: when the young one is full it becomes the old one, and whatever was in the old one and not asked for is let go. */
export function newRecipientTable(generation = GENERATION): RecipientTable {
  let young = newPlaces();
  let old: Places | undefined;
  const adopt = (slot: number, from: Places, hash: Hash): number => {
    const place = young.add(hash);
    copyPlace(from.columns, slot, young.columns, place);
    from.remove(slot);
    return place;
  };
  return {
    find(hash) {
      const slot = young.find(hash);
      if (slot >= 0 || old === undefined) return slot;
      const before = old.find(hash);
      return before < 0 ? -1 : adopt(before, old, hash);
    },
    ensure(hash) {
      const slot = this.find(hash);
      if (slot >= 0) return slot;
      if (young.size >= generation) {
        old = young;
        young = newPlaces();
      }
      return young.add(hash);
    },
    forget: (slot) => young.remove(slot),
    get columns() {
      return young.columns;
    },
  };
}

interface AllColumns extends Columns {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

interface Places {
  find(hash: Hash): number;
  add(hash: Hash): number;
  remove(slot: number): void;
  readonly columns: AllColumns;
  readonly size: number;
}

const newColumns = (places: number): AllColumns => ({
  high: new Uint32Array(places),
  low: new Uint32Array(places),
  groups: new Uint32Array(places),
  flags: new Uint16Array(places),
  since: new Float64Array(places),
});

function copyPlace(from: Columns, slot: number, to: Columns, place: number): void {
  to.groups[place] = from.groups[slot] ?? 0;
  to.flags[place] = from.flags[slot] ?? 0;
  to.since[place] = from.since[slot] ?? 0;
}

/** Open addressing with linear probing; `low` is never 0 where a place is taken. */
function newPlaces(): Places {
  let columns = newColumns(FIRST_PLACES);
  let mask = FIRST_PLACES - 1;
  let size = 0;

  const freeFor = (into: AllColumns, high: number): number => {
    let slot = high & mask;
    while (into.low[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const before = columns;
    columns = newColumns(before.low.length * 2);
    mask = columns.low.length - 1;
    for (let slot = 0; slot < before.low.length; slot += 1) {
      if (before.low[slot] === 0) continue;
      const place = freeFor(columns, before.high[slot] ?? 0);
      columns.high[place] = before.high[slot] ?? 0;
      columns.low[place] = before.low[slot] ?? 0;
      copyPlace(before, slot, columns, place);
    }
  };
  const empty = (slot: number): void => {
    columns.low[slot] = 0;
    columns.high[slot] = 0;
    columns.groups[slot] = 0;
    columns.flags[slot] = 0;
    columns.since[slot] = 0;
  };

  return {
    find({ high, low }) {
      for (let slot = high & mask; columns.low[slot] !== 0; slot = (slot + 1) & mask)
        if (columns.low[slot] === low && columns.high[slot] === high) return slot;
      return -1;
    },
    add({ high, low }) {
      if (size >= columns.low.length * FULL) grow();
      size += 1;
      const slot = freeFor(columns, high);
      columns.high[slot] = high;
      columns.low[slot] = low;
      return slot;
    },
    /** Those behind move up, as far as they may: a gap would end the search for them. */
    remove(slot) {
      size -= 1;
      let gap = slot;
      for (let next = (gap + 1) & mask; columns.low[next] !== 0; next = (next + 1) & mask) {
        const home = (columns.high[next] ?? 0) & mask;
        if (((next - home) & mask) < ((next - gap) & mask)) continue;
        columns.high[gap] = columns.high[next] ?? 0;
        columns.low[gap] = columns.low[next] ?? 0;
        copyPlace(columns, next, columns, gap);
        gap = next;
      }
      empty(gap);
    },
    get columns() {
      return columns;
    },
    get size() {
      return size;
    },
  };
}
