import type { Hash } from './hash.ts';
import { newHashTable } from './hash-table.ts';

/** Hashes that have come before: the latest, as many as a generation at least, and two at most. */
export interface SeenHashes {
  /** Whether this one has; from now on it has. */
  isAgain(hash: Hash): boolean;
}

/** 8 bytes each, and a table of 2^20 places. */
const GENERATION = 700_000;

export function newSeenHashes(generation = GENERATION): SeenHashes {
  const table = newHashTable(0, generation);
  return { isAgain: (hash) => table.ensure(hash) >= 0 };
}
