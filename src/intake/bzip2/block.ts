import { type Bits, isPastEnd, takeBit, takeBits } from './bits.ts';
import { type Code, LONGEST_CODE, QUICK, readCode, SYMBOL_BITS } from './code.ts';

/** A block as it is packed: what comes out of it lies in the memory that was given. */
export interface Block {
  /** Bytes, before runs of four are written out. */
  readonly length: number;
  /** Where the first byte stands. */
  readonly origin: number;
}

/** Symbols that share a code. */
const GROUP = 50;
const MOST_SELECTORS = 0x7fff;
const MOST_CODES = 6;
/** Two symbols write runs, by twos. */
const RUN_SYMBOLS = 2;
/** Of memory that holds that many bytes, what a block may be packed in at most: a code's length for each, and what is before. */
export const packedMost = (bytes: number): number =>
  Math.ceil((bytes * LONGEST_CODE + MOST_SELECTORS * MOST_CODES) / 8) + 16 * 1024;

/**
 * Reads what follows a block's checksum: the bytes of the block, as the Burrows–Wheeler transform ordered them, into the lower
 * octets of `into`. What is wrong with it, if anything is.
 */
export function readBlock(bits: Bits, into: Int32Array): Block | string {
  const block = blockIn(bits, into);
  // Behind the end come zeros, which are no codes either.
  return isPastEnd(bits) ? CUT_OFF : block;
}

function blockIn(bits: Bits, into: Int32Array): Block | string {
  if (takeBit(bits)) return 'it is of a version before 0.9.5';
  const origin = takeBits(bits, 24);
  const list = usedBytes(bits);
  const codeCount = takeBits(bits, 3);
  const selectors = codeCount < 2 || codeCount > MOST_CODES ? undefined : readSelectors(bits, codeCount);
  if (list.length === 0 || selectors === undefined) return NO_CODES;
  const codes: Code[] = [];
  for (let number = 0; number < codeCount; number += 1) {
    const code = readCode(bits, list.length + RUN_SYMBOLS);
    if (code === undefined) return NO_CODES;
    codes.push(code);
  }
  const length = readSymbols(bits, { codes, selectors, list }, into);
  if (length === undefined || origin >= length) return 'there is no block of it';
  return { length, origin };
}

export const CUT_OFF = 'cut off';
const NO_CODES = 'its codes are no codes';

/** The bytes that occur, in rising order: a bit for each sixteen, then one for each of those. */
function usedBytes(bits: Bits): Uint8Array {
  const used: number[] = [];
  const ranges = takeBits(bits, 16);
  for (let range = 0; range < 16; range += 1) {
    if (((ranges >> (15 - range)) & 1) === 0) continue;
    const within = takeBits(bits, 16);
    for (let at = 0; at < 16; at += 1) if (((within >> (15 - at)) & 1) === 1) used.push(range * 16 + at);
  }
  return Uint8Array.from(used);
}

/** Which code each group of symbols is written in; what was used last has the smallest number. */
function readSelectors(bits: Bits, codeCount: number): Uint8Array | undefined {
  const selectors = new Uint8Array(takeBits(bits, 15));
  const latest = Uint8Array.from({ length: codeCount }, (_, number) => number);
  for (let number = 0; number < selectors.length; number += 1) {
    let at = 0;
    while (takeBit(bits)) if ((at += 1) >= codeCount) return undefined;
    selectors[number] = toFront(latest, at);
  }
  return selectors.length === 0 ? undefined : selectors;
}

/** The one at that place, which is the first from now on. */
function toFront(list: Uint8Array, at: number): number {
  const one = list[at] as number;
  list.copyWithin(1, 0, at);
  list[0] = one;
  return one;
}

interface Packing {
  readonly codes: readonly Code[];
  readonly selectors: Uint8Array;
  readonly list: Uint8Array;
}

/** How many bytes the symbols of a block came to; undefined where they are no symbols, or too many. */
function readSymbols(bits: Bits, { codes, selectors, list }: Packing, into: Int32Array): number | undefined {
  const { bytes } = bits;
  const end = list.length + 1;
  let { at, held, count } = bits;
  let [length, run, bit] = [0, 0, 1];
  for (const selector of selectors) {
    const { quick, first, numbers, begins, symbols } = codes[selector] as Code;
    for (let left = GROUP; left > 0; left -= 1) {
      while (count < LONGEST_CODE) {
        held = (held << 8) | (at < bytes.length ? (bytes[at] as number) : 0);
        at += 1;
        count += 8;
      }
      const entry = quick[(held >>> (count - QUICK)) & ((1 << QUICK) - 1)] as number;
      let symbol = entry & ((1 << SYMBOL_BITS) - 1);
      let width = entry >> SYMBOL_BITS;
      if (width === 0) {
        let among = 0;
        for (width = QUICK + 1; width <= LONGEST_CODE; width += 1) {
          among = ((held >>> (count - width)) & ((1 << width) - 1)) - (first[width] as number);
          if (among >= 0 && among < (numbers[width] as number)) break;
        }
        if (width > LONGEST_CODE) return undefined;
        symbol = symbols[(begins[width] as number) + among] as number;
      }
      count -= width;
      if (symbol < RUN_SYMBOLS) {
        run += bit << symbol;
        bit <<= 1;
        if (run > into.length - length) return undefined;
        continue;
      }
      if (run > 0) {
        into.fill(list[0] as number, length, length + run);
        length += run;
        [run, bit] = [0, 1];
      }
      if (symbol === end) {
        [bits.at, bits.held, bits.count] = [at, held, count];
        return length;
      }
      if (length === into.length) return undefined;
      into[length] = toFront(list, symbol - 1);
      length += 1;
    }
    // Zeros without end would be read for as long as there are selectors.
    if (at - (count >> 3) > bytes.length) break;
  }
  [bits.at, bits.held, bits.count] = [at, held, count];
  return undefined;
}
