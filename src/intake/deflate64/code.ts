import { type Bits, takeBits } from './bits.ts';

const LONGEST_CODE = 15;

/** A prefix code (RFC 1951 §3.2.2): how many codes there are of each length, and their symbols in the order of the codes. */
export interface Code {
  readonly numbers: Uint16Array;
  readonly symbols: Uint16Array;
}

/** Undefined where there are more codes than the lengths leave room for. */
export function codeOf(lengths: Uint8Array): Code | undefined {
  const numbers = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) numbers[length] = (numbers[length] ?? 0) + 1;
  const begins = new Uint16Array(LONGEST_CODE + 2);
  let room = 1;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    const number = numbers[length] ?? 0;
    room = 2 * room - number;
    if (room < 0) return undefined;
    begins[length + 1] = (begins[length] ?? 0) + number;
  }
  const symbols = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const place = begins[length] ?? 0;
    symbols[place] = symbol;
    begins[length] = place + 1;
  }
  return { numbers, symbols };
}

/** The symbol that the next bits stand for; -1 where they stand for none. */
export function symbolIn(bits: Bits, { numbers, symbols }: Code): number {
  let code = 0;
  let first = 0;
  let begin = 0;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    code |= takeBits(bits, 1);
    const number = numbers[length] ?? 0;
    if (code - first < number) return symbols[begin + code - first] ?? -1;
    begin += number;
    first = (first + number) << 1;
    code <<= 1;
  }
  return -1;
}
