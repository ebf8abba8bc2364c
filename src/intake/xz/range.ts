/**
 * The range decoder of LZMA (I. Pavlov, LZMA specification, "The main loop of decoder"): each bit takes as much of a range as
 * it is likely. Range and code are unsigned 32-bit numbers, held signed: V8 keeps those without memory of their own.
 */
export interface RangeDecoder {
  readonly bytes: Uint8Array;
  /** The next byte; beyond the last there are zeros, which `isPastEnd` tells. */
  at: number;
  range: number;
  code: number;
}

/** Chances are 11-bit numbers, of which each bit moves one by a 32nd of what is left to certainty. */
const CHANCE_BITS = 11;
const CERTAIN = 1 << CHANCE_BITS;
const SHIFT = 5;
export const EVEN = CERTAIN / 2;

/** The first of the bytes is always 0; the next four are the code. */
export const rangeDecoder = (bytes: Uint8Array): RangeDecoder => ({
  bytes,
  at: 5,
  range: -1,
  code: ((bytes[1] ?? 0) << 24) | ((bytes[2] ?? 0) << 16) | ((bytes[3] ?? 0) << 8) | (bytes[4] ?? 0),
});

/** A byte more where the range has become too small for a chance. */
function widened(decoder: RangeDecoder): void {
  if (decoder.range >>> 24 !== 0) return;
  decoder.range <<= 8;
  decoder.code = (decoder.code << 8) | (decoder.bytes[decoder.at] ?? 0);
  decoder.at += 1;
}

/** A bit by its chance, which learns from it. */
export function takeBit(decoder: RangeDecoder, chances: Uint16Array, index: number): number {
  widened(decoder);
  const chance = chances[index] as number;
  const bound = Math.imul(decoder.range >>> CHANCE_BITS, chance);
  if (decoder.code >>> 0 < bound >>> 0) {
    decoder.range = bound;
    chances[index] = chance + ((CERTAIN - chance) >>> SHIFT);
    return 0;
  }
  decoder.range = (decoder.range - bound) | 0;
  decoder.code = (decoder.code - bound) | 0;
  chances[index] = chance - (chance >>> SHIFT);
  return 1;
}

/** A number of so many bits, the most significant first; which chance the next bit has, those before it say. */
export function takeTree(decoder: RangeDecoder, chances: Uint16Array, from: number, width: number): number {
  let node = 1;
  for (let left = width; left > 0; left -= 1) node = (node << 1) | takeBit(decoder, chances, from + node);
  return node - (1 << width);
}

/** The same, the least significant bit first. */
export function takeReversed(decoder: RangeDecoder, chances: Uint16Array, from: number, width: number): number {
  let [node, value] = [1, 0];
  for (let place = 0; place < width; place += 1) {
    const bit = takeBit(decoder, chances, from + node);
    node = (node << 1) | bit;
    value |= bit << place;
  }
  return value;
}

/** A number of bits that are as likely 0 as 1. */
export function takeEven(decoder: RangeDecoder, width: number): number {
  let value = 0;
  for (let left = width; left > 0; left -= 1) {
    widened(decoder);
    decoder.range >>>= 1;
    const less = (decoder.code - decoder.range) | 0;
    if (less >= 0) decoder.code = less;
    value = (value << 1) | (less >= 0 ? 1 : 0);
  }
  return value;
}

export const isPastEnd = ({ at, bytes }: RangeDecoder): boolean => at > bytes.length;

/** Whether all bytes were used and say no more: what else stands there is damage. */
export function isSpent(decoder: RangeDecoder): boolean {
  widened(decoder);
  return decoder.code === 0 && decoder.at === decoder.bytes.length;
}
