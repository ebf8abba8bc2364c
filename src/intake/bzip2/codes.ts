import type { Bits } from './bits.ts';

const LONGEST = 20;

/** Symbols of a canonical Huffman code, by the lengths of their codes. */
export interface Codes {
  /** The next symbol; -1 where no code begins so. */
  next(bits: Bits): number;
}

export function codesOf(lengths: Uint8Array): Codes {
  const counts = new Int32Array(LONGEST + 2);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const symbols = [...lengths.keys()].toSorted((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
  return {
    next(bits) {
      let code = 0;
      let first = 0;
      let index = 0;
      for (let length = 1; length <= LONGEST; length += 1) {
        code = (code << 1) | bits.take(1);
        const count = counts[length] ?? 0;
        if (code - first < count) return symbols[index + code - first] ?? -1;
        index += count;
        first = (first + count) << 1;
      }
      return -1;
    },
  };
}

/** The lengths of one table, each told by how much it differs from the one before; undefined where they cannot be. */
export function lengthsIn(bits: Bits, symbols: number): Uint8Array | undefined {
  const lengths = new Uint8Array(symbols);
  let length = bits.take(5);
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    while (bits.take(1) === 1) {
      length += bits.take(1) === 0 ? 1 : -1;
      if (length < 1 || length > LONGEST) return undefined;
    }
    if (length < 1 || length > LONGEST) return undefined;
    lengths[symbol] = length;
  }
  return lengths;
}
