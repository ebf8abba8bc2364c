/** Bits of data that come in pieces, the least significant first; behind the last byte come zeros, without end. */
export interface Bits {
  bytes: Uint8Array;
  /** The next byte that is not held. */
  at: number;
  /** Bits that are held: the lowest `count` of these. */
  held: number;
  count: number;
}

export const bitsOf = (bytes: Uint8Array): Bits => ({ bytes, at: 0, held: 0, count: 0 });

/** At most 16 bits, as a number. */
export function takeBits(bits: Bits, width: number): number {
  while (bits.count < width) {
    bits.held |= (bits.bytes[bits.at] ?? 0) << bits.count;
    bits.at += 1;
    bits.count += 8;
  }
  const taken = bits.held & ((1 << width) - 1);
  bits.held >>>= width;
  bits.count -= width;
  return taken;
}

/** Lets go of what is left of a byte. */
export function toByte(bits: Bits): void {
  takeBits(bits, bits.count & 7);
}

/** Whole bytes that are used up, the last in part perhaps. */
export const bytesTaken = ({ at, count }: Bits): number => at - (count >> 3);

/** Whether more was taken than there is. */
export const isPastEnd = (bits: Bits): boolean => bytesTaken(bits) > bits.bytes.length;
