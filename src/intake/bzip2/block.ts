import type { Bits } from './bits.ts';
import { type Codes, codesOf, lengthsIn } from './codes.ts';

/** Symbols that one table is used for, before the next selector says which follows. */
const GROUP = 50;
const MOST_SELECTORS = 18_002;
const RUN_A = 0;
const RUN_B = 1;

/** What a block holds before its runs are undone: its bytes in sorted order, and where the text begins in it. */
export interface Sorted {
  readonly bytes: Uint8Array;
  readonly origin: number;
}

/** Reads a block behind its magic number and checksum; undefined where it is damaged. */
export function sortedBlock(bits: Bits, limit: number): Sorted | undefined {
  // Randomised blocks have not been written since 1997 (bzip2 0.9.5).
  if (bits.take(1) === 1) return undefined;
  const origin = bits.take(24);
  const used = usedBytes(bits);
  const tables = bits.take(3);
  const selectors = bits.take(15);
  if (used.length === 0 || tables < 2 || tables > 6 || selectors === 0) return undefined;
  const chosen = selectorsIn(bits, selectors, tables);
  if (chosen === undefined) return undefined;
  const symbols = used.length + 2;
  const codes: Codes[] = [];
  for (let table = 0; table < tables; table += 1) {
    const lengths = lengthsIn(bits, symbols);
    if (lengths === undefined) return undefined;
    codes.push(codesOf(lengths));
  }
  const bytes = movedBytes(bits, { used, chosen, codes, limit });
  return bytes === undefined || origin >= bytes.length ? undefined : { bytes, origin };
}

function usedBytes(bits: Bits): Uint8Array {
  const ranges = bits.take(16);
  const used: number[] = [];
  for (let range = 0; range < 16; range += 1) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const map = bits.take(16);
    for (let low = 0; low < 16; low += 1) if ((map & (0x8000 >> low)) !== 0) used.push(range * 16 + low);
  }
  return Uint8Array.from(used);
}

/** Takes the one at `place` to the front. */
function toFront(list: Uint8Array, place: number): number {
  const value = list[place] ?? 0;
  list.copyWithin(1, 0, place);
  list[0] = value;
  return value;
}

function selectorsIn(bits: Bits, count: number, tables: number): Uint8Array | undefined {
  const recent = Uint8Array.from({ length: tables }, (_, table) => table);
  const chosen = new Uint8Array(Math.min(count, MOST_SELECTORS));
  for (let n = 0; n < count; n += 1) {
    let place = 0;
    while (bits.take(1) === 1) {
      place += 1;
      if (place >= tables) return undefined;
    }
    const table = toFront(recent, place);
    // Some writers round up to more than a block can need; they are never used.
    if (n < chosen.length) chosen[n] = table;
  }
  return chosen;
}

interface Coded {
  readonly used: Uint8Array;
  readonly chosen: Uint8Array;
  readonly codes: readonly Codes[];
  readonly limit: number;
}

/** Undoes the codes, the runs of the most recent byte, and move-to-front. */
function movedBytes(bits: Bits, { used, chosen, codes, limit }: Coded): Uint8Array | undefined {
  const recent = Uint8Array.from(used);
  const end = used.length + 1;
  const bytes = new Uint8Array(limit);
  let length = 0;
  let run = 0;
  let weight = 1;
  for (let n = 0; ; n += 1) {
    const table = codes[chosen[Math.floor(n / GROUP)] ?? codes.length];
    if (table === undefined) return undefined;
    const symbol = table.next(bits);
    if (symbol === RUN_A || symbol === RUN_B) {
      run += weight << symbol;
      weight <<= 1;
      if (run > limit) return undefined;
      continue;
    }
    if (run > 0) {
      if (length + run > limit) return undefined;
      bytes.fill(recent[0] ?? 0, length, length + run);
      length += run;
      [run, weight] = [0, 1];
    }
    if (symbol === end) return bytes.subarray(0, length);
    if (symbol < 0 || length >= limit || bits.isPast()) return undefined;
    bytes[length] = toFront(recent, symbol - 1);
    length += 1;
  }
}
