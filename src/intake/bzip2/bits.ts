/** Bits of some bytes, the most significant first; behind the last byte come zeros, without end. */
export interface Bits {
  readonly bytes: Uint8Array;
  /** The next byte that is not held. */
  at: number;
  /** Bits that are held: the last `count` of these. */
  held: number;
  count: number;
}

export const bitsOf = (bytes: Uint8Array): Bits => ({ bytes, at: 0, held: 0, count: 0 });

/** At most 24 bits, as a number. */
export function takeBits(bits: Bits, width: number): number {
  while (bits.count < width) {
    bits.held = (bits.held << 8) | (bits.bytes[bits.at] ?? 0);
    bits.at += 1;
    bits.count += 8;
  }
  bits.count -= width;
  return (bits.held >>> bits.count) & ((1 << width) - 1);
}

export const takeBit = (bits: Bits): boolean => takeBits(bits, 1) === 1;

/** Whole bytes that are used up, the last in part perhaps. */
export const bytesTaken = ({ at, count }: Bits): number => at - (count >> 3);

/** Whether more was taken than there is. */
export const isPastEnd = (bits: Bits): boolean => bytesTaken(bits) > bits.bytes.length;
