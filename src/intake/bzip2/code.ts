import { type Bits, takeBit, takeBits } from './bits.ts';

/** A prefix code: which bits stand for which symbol. Codes of one length follow each other, shorter ones come first. */
export interface Code {
  /** By the next `QUICK` bits: the length of the code and its symbol, for codes that are no longer; 0 where it is longer. */
  readonly quick: Uint16Array;
  /** By length: the first code, how many there are, and where their symbols begin. */
  readonly first: Int32Array;
  readonly numbers: Int32Array;
  readonly begins: Int32Array;
  readonly symbols: Uint16Array;
}

export const QUICK = 10;
export const SYMBOL_BITS = 9;
export const LONGEST_CODE = 20;

/** The lengths of the codes, each told by what it differs from the one before; undefined where one cannot be. */
export function readCode(bits: Bits, symbolCount: number): Code | undefined {
  const lengths = new Uint8Array(symbolCount);
  let length = takeBits(bits, 5);
  for (let symbol = 0; symbol < symbolCount; symbol += 1) {
    while (length >= 1 && length <= LONGEST_CODE && takeBit(bits)) length += takeBit(bits) ? -1 : 1;
    if (length < 1 || length > LONGEST_CODE) return undefined;
    lengths[symbol] = length;
  }
  return codeOf(lengths);
}

function codeOf(lengths: Uint8Array): Code {
  const [first, numbers, begins] = [newCounts(), newCounts(), newCounts()];
  for (const length of lengths) numbers[length] = (numbers[length] ?? 0) + 1;
  let [code, begin] = [0, 0];
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    first[length] = code;
    begins[length] = begin;
    code = (code + (numbers[length] ?? 0)) << 1;
    begin += numbers[length] ?? 0;
  }
  const symbols = new Uint16Array(lengths.length);
  const quick = new Uint16Array(1 << QUICK);
  const seen = newCounts();
  for (const [symbol, length] of lengths.entries()) {
    const number = seen[length] ?? 0;
    seen[length] = number + 1;
    symbols[(begins[length] ?? 0) + number] = symbol;
    if (length > QUICK) continue;
    const from = ((first[length] ?? 0) + number) << (QUICK - length);
    quick.fill((length << SYMBOL_BITS) | symbol, from, from + (1 << (QUICK - length)));
  }
  return { quick, first, numbers, begins, symbols };
}

const newCounts = (): Int32Array => new Int32Array(LONGEST_CODE + 1);
