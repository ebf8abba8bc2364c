import {
  EVEN,
  isPastEnd,
  isSpent,
  type RangeDecoder,
  rangeDecoder,
  takeBit,
  takeEven,
  takeReversed,
  takeTree,
} from './range.ts';
import { copyBack, type Window } from './window.ts';

/** How bytes, and copies of earlier ones, are told: lasts from chunk to chunk, until it is reset. */
export interface Lzma {
  /** Of the byte before: how many high bits choose a literal's chances; and how many low bits of the place do. */
  readonly literalContext: number;
  readonly literalPlaceMask: number;
  readonly placeMask: number;
  readonly chances: Uint16Array;
  /** The last few things that were told, as a number: below 7 the last was a literal. */
  state: number;
  /** The last four distances, the latest first. */
  readonly distances: Int32Array;
}

const STATES = 12;
const AFTER_LITERAL = 7;
const PLACES = 16;
/** The shortest copy. */
const LEAST = 2;
/** Lengths of 8 by the place, then 8 more by the place, then 256. */
const LENGTH_CHANCES = 2 + 2 * PLACES * 8 + 256;
/** The first six bits of a distance, by the length of the copy: four kinds. */
const SLOT_BITS = 6;
const LENGTH_KINDS = 4;
/** Distances whose low bits all have chances of their own: those of the first 14 slots; of the others the lowest four have. */
const OWN_SLOTS = 14;
const OWN_CHANCES = 128 - OWN_SLOTS + 1;
const ALIGN_BITS = 4;
const LITERAL_CHANCES = 0x300;

const IS_COPY = 0;
const IS_REPEATED = IS_COPY + STATES * PLACES;
const IS_OLDER = IS_REPEATED + STATES;
const IS_LONG = IS_OLDER + STATES;
const IS_THIRD = IS_LONG + STATES * PLACES;
const IS_FOURTH = IS_THIRD + STATES;
const LENGTH = IS_FOURTH + STATES;
const LENGTH_REPEATED = LENGTH + LENGTH_CHANCES;
const SLOT = LENGTH_REPEATED + LENGTH_CHANCES;
const OWN = SLOT + (LENGTH_KINDS << SLOT_BITS);
const ALIGN = OWN + OWN_CHANCES;
const LITERAL = ALIGN + (1 << ALIGN_BITS);

/** By the properties byte, `(pb × 5 + lp) × 9 + lc`; undefined where it is none that LZMA2 may have. */
export function newLzma(properties: number): Lzma | undefined {
  const [lc, rest] = [properties % 9, Math.floor(properties / 9)];
  const [lp, pb] = [rest % 5, Math.floor(rest / 5)];
  if (pb > 4 || lc + lp > 4) return undefined;
  return {
    literalContext: lc,
    literalPlaceMask: (1 << lp) - 1,
    placeMask: (1 << pb) - 1,
    chances: new Uint16Array(LITERAL + (LITERAL_CHANCES << (lc + lp))).fill(EVEN),
    state: 0,
    distances: new Int32Array(4),
  };
}

export function resetLzma(lzma: Lzma): void {
  lzma.chances.fill(EVEN);
  lzma.state = 0;
  lzma.distances.fill(0);
}

const SHORT = 'a chunk is shorter than it says';

/** Unpacks one chunk behind what is in the window, which has room for it; what is wrong with it, if anything is. */
export function unpackChunk(lzma: Lzma, packed: Uint8Array, window: Window, length: number): string | undefined {
  if (packed.length < 5 || packed[0] !== 0) return 'a chunk does not begin as one';
  const decoder = rangeDecoder(packed);
  const { chances, distances, placeMask } = lzma;
  const first = window.at;
  const end = first + length;
  while (window.at < end) {
    const place = (window.at - window.begin) & placeMask;
    const { state } = lzma;
    if (takeBit(decoder, chances, IS_COPY + state * PLACES + place) === 0) {
      takeLiteral(lzma, decoder, window);
      if (isPastEnd(decoder)) {
        window.at -= 1;
        return SHORT;
      }
      lzma.state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    const isRepeated = takeBit(decoder, chances, IS_REPEATED + state) === 1;
    let copied: number;
    if (!isRepeated) {
      copied = takeLength(decoder, chances, LENGTH, place);
      const distance = takeDistance(decoder, chances, copied);
      distances.copyWithin(1, 0, 3);
      distances[0] = distance;
      lzma.state = state < AFTER_LITERAL ? 7 : 10;
    } else if (takeRepeated(lzma, decoder, place)) {
      copied = takeLength(decoder, chances, LENGTH_REPEATED, place);
      lzma.state = state < AFTER_LITERAL ? 8 : 11;
    } else {
      copied = 1;
      lzma.state = state < AFTER_LITERAL ? 9 : 11;
    }
    if (isPastEnd(decoder)) return SHORT;
    if (window.at + copied > end) return 'a copy reaches beyond its chunk';
    if (!copyBack(window, (distances[0] as number) + 1, copied)) return 'a copy of what is not there';
  }
  return isSpent(decoder) ? undefined : 'a chunk says more, or less, than it should';
}

function takeLiteral(lzma: Lzma, decoder: RangeDecoder, window: Window): void {
  const { chances, literalContext, literalPlaceMask } = lzma;
  const { bytes, at, begin } = window;
  const before = at > begin ? (bytes[at - 1] as number) : 0;
  const context = (((at - begin) & literalPlaceMask) << literalContext) + (before >> (8 - literalContext));
  const from = LITERAL + LITERAL_CHANCES * context;
  let symbol = 1;
  if (lzma.state >= AFTER_LITERAL) {
    // Behind a copy comes what does not go on as that did: the byte there says how likely each bit is.
    let other = bytes[at - (lzma.distances[0] as number) - 1] ?? 0;
    let offset = 0x100;
    while (symbol < 0x100) {
      other <<= 1;
      const expected = other & offset;
      const bit = takeBit(decoder, chances, from + offset + expected + symbol);
      symbol = (symbol << 1) | bit;
      offset &= bit === 1 ? other : ~other;
    }
  }
  while (symbol < 0x100) symbol = (symbol << 1) | takeBit(decoder, chances, from + symbol);
  bytes[at] = symbol;
  window.at = at + 1;
}

/** Brings one of the last four distances to the front. False where one byte alone is copied. */
function takeRepeated({ chances, distances, state }: Lzma, decoder: RangeDecoder, place: number): boolean {
  if (takeBit(decoder, chances, IS_OLDER + state) === 0)
    return takeBit(decoder, chances, IS_LONG + state * PLACES + place) === 1;
  let which = 1;
  if (takeBit(decoder, chances, IS_THIRD + state) === 1)
    which = takeBit(decoder, chances, IS_FOURTH + state) === 0 ? 2 : 3;
  const distance = distances[which] as number;
  distances.copyWithin(1, 0, which);
  distances[0] = distance;
  return true;
}

function takeLength(decoder: RangeDecoder, chances: Uint16Array, from: number, place: number): number {
  const low = from + 2 + place * 8;
  if (takeBit(decoder, chances, from) === 0) return LEAST + takeTree(decoder, chances, low, 3);
  if (takeBit(decoder, chances, from + 1) === 0) return LEAST + 8 + takeTree(decoder, chances, low + PLACES * 8, 3);
  return LEAST + 16 + takeTree(decoder, chances, from + 2 + 2 * PLACES * 8, 8);
}

/** How far back, less one: the number of a slot, and where in it. */
function takeDistance(decoder: RangeDecoder, chances: Uint16Array, copied: number): number {
  const kind = Math.min(copied - LEAST, LENGTH_KINDS - 1);
  const slot = takeTree(decoder, chances, SLOT + (kind << SLOT_BITS), SLOT_BITS);
  if (slot < 4) return slot;
  const bits = (slot >> 1) - 1;
  const base = (2 | (slot & 1)) << bits;
  if (slot < OWN_SLOTS) return base + takeReversed(decoder, chances, OWN + base - slot, bits);
  const high = takeEven(decoder, bits - ALIGN_BITS) << ALIGN_BITS;
  return base + high + takeReversed(decoder, chances, ALIGN, ALIGN_BITS);
}
