import { type Bits, bytesTaken, isPastEnd, takeBits, toByte } from './bits.ts';
import { symbolIn } from './code.ts';
import { type Codes, fixedCodes, readCodes } from './tables.ts';

/** As far back as a distance reaches: twice what it does in DEFLATE. */
export const WINDOW = 65_536;
/** Bytes that hold the longest thing that is read at one go: the codes in front of a block. */
export const ENOUGH = 1024;

/** How far unpacking has come. */
export interface Inflation {
  readonly bits: Bits;
  /** What has been unpacked last, turn after turn in the same place. */
  readonly window: Uint8Array;
  /** Bytes unpacked in all. */
  unpacked: number;
  block: Codes | 'stored' | undefined;
  isLast: boolean;
  /** Bytes of a stored block that are still to come. */
  stored: number;
  /** Bytes still to be repeated, from so far back. */
  copy: number;
  distance: number;
}

const END_OF_BLOCK = 256;
/** Length symbols from 257 on (RFC 1951 §3.2.5); the last one has 16 bits of its own here, and stands for 3 and more. */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 3,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 16];

/**
 * Unpacks up to `most` bytes into the window. `more` where it needs more of the data than there is: `isAll` says that no more
 * will come. A phrase where the data are damaged.
 */
export function inflateSome(
  state: Inflation,
  most: number,
  isAll: boolean,
): 'full' | 'more' | 'end' | { fault: string } {
  const { bits } = state;
  const stop = state.unpacked + most;
  while (state.unpacked < stop) {
    if (!isAll && bits.bytes.length - bits.at < ENOUGH) return 'more';
    if (isPastEnd(bits)) return { fault: 'compressed data are cut off' };
    if (state.copy > 0) repeat(state, stop);
    else if (state.block === undefined) {
      if (state.isLast) return 'end';
      const fault = beginBlock(state);
      if (fault !== undefined) return isPastEnd(bits) ? { fault: 'compressed data are cut off' } : damaged(fault);
    } else if (state.block === 'stored') takeStored(state, stop);
    else {
      const fault = readSymbol(state, state.block);
      if (isPastEnd(bits)) return { fault: 'compressed data are cut off' };
      if (fault !== undefined) return damaged(fault);
    }
  }
  return 'full';
}

const damaged = (why: string): { fault: string } => ({ fault: `compressed data are damaged (${why})` });

/** Of a document at most the limit is unpacked, and that is far below 2^31. */
const PLACE = WINDOW - 1;

function put(state: Inflation, byte: number): void {
  state.window[state.unpacked & PLACE] = byte;
  state.unpacked += 1;
}

function repeat(state: Inflation, stop: number): void {
  const { window, distance, unpacked } = state;
  const end = Math.min(unpacked + state.copy, stop);
  for (let at = unpacked; at < end; at += 1) window[at & PLACE] = window[(at - distance) & PLACE] ?? 0;
  state.copy -= end - unpacked;
  state.unpacked = end;
}

function beginBlock(state: Inflation): string | undefined {
  const { bits } = state;
  state.isLast = takeBits(bits, 1) === 1;
  const kind = takeBits(bits, 2);
  if (kind === 3) return 'invalid block type';
  if (kind === 0) {
    toByte(bits);
    state.stored = takeBits(bits, 16);
    if (takeBits(bits, 16) !== (state.stored ^ 0xffff)) return 'invalid stored block lengths';
    state.block = state.stored === 0 ? undefined : 'stored';
    return undefined;
  }
  state.block = kind === 1 ? fixedCodes() : readCodes(bits);
  return state.block === undefined ? 'invalid code lengths' : undefined;
}

function takeStored(state: Inflation, stop: number): void {
  // Bytes, and no bits are held in front of them.
  const { bits } = state;
  for (; state.stored > 0 && state.unpacked < stop && bytesTaken(bits) < bits.bytes.length; state.stored -= 1)
    put(state, takeBits(bits, 8));
  if (state.stored === 0) state.block = undefined;
  else if (bytesTaken(bits) >= bits.bytes.length) takeBits(bits, 8); // past the end: it is cut off here
}

function readSymbol(state: Inflation, { literals, distances }: Codes): string | undefined {
  const { bits } = state;
  const symbol = symbolIn(bits, literals);
  if (symbol === -1) return 'invalid code';
  if (symbol < END_OF_BLOCK) {
    put(state, symbol);
    return undefined;
  }
  if (symbol === END_OF_BLOCK) {
    state.block = undefined;
    return undefined;
  }
  const length = LENGTHS[symbol - END_OF_BLOCK - 1];
  if (length === undefined) return 'invalid length';
  const copy = length + takeBits(bits, LENGTH_BITS[symbol - END_OF_BLOCK - 1] ?? 0);
  const from = symbolIn(bits, distances);
  if (from === -1) return 'invalid distance';
  // Two distances of as many bits each, from two bits on twice as many with every pair.
  const extra = from < 4 ? 0 : (from >> 1) - 1;
  const base = from < 4 ? from + 1 : ((2 + (from & 1)) << extra) + 1;
  state.distance = base + takeBits(bits, extra);
  if (state.distance > state.unpacked) return 'a distance too far back';
  state.copy = copy;
  return undefined;
}
