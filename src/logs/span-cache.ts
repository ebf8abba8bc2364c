import { type Block, copyInto, newBlock, ROOM, textOf } from './block.ts';
import { hashOf, isSame } from './literal.ts';

/** Slots, a power of two: few hosts, programs, relays and domains take most of the lines. */
const SLOTS = 1024;
/** Bytes. Not cached: what is so long hardly comes again. */
const LONGEST = 256;
/** Bytes for all parts of a cache: those that come again and again lie close together, and stay in the processor's cache. */
const FIRST_ROOM = 4 * 1024;
const MOST_ROOM = 64 * 1024;

const EMPTY = newBlock(0);

/** What is made of a part of a block. */
export type OfSpan<T> = (block: Block, start: number, end: number) => T;

/**
 * What `make` makes of a part of a block, made once while the same part comes again and again. It is given a text, which
 * it may keep. Each slot holds one: memory is bounded, whatever the lines.
 */
export function spanCache<T>(make: (part: string) => T): OfSpan<T> {
  // Where each line has another part, none costs an object. Most logs have no use for most caches.
  let parts = EMPTY;
  let used = 0;
  const places = new Uint16Array(SLOTS);
  const lengths = new Uint16Array(SLOTS);
  const values: (T | undefined)[] = Array.from({ length: SLOTS });

  /** Where a part may lie. When there is no more room, all are forgotten. */
  const placeFor = (length: number): number => {
    if (used + length > parts.bytes.length - ROOM) {
      const room = parts === EMPTY ? FIRST_ROOM : Math.min(2 * (parts.bytes.length - ROOM), MOST_ROOM);
      if (room > parts.bytes.length - ROOM) {
        const larger = newBlock(room);
        copyInto(larger, 0, parts, 0, used);
        parts = larger;
      } else {
        values.fill(undefined);
        used = 0;
      }
    }
    const place = used;
    used += length;
    return place;
  };

  return (block, start, end) => {
    const length = end - start;
    if (length > LONGEST) return make(textOf(block, start, end));
    const slot = hashOf(block, start, end) & (SLOTS - 1);
    const value = values[slot];
    if (value !== undefined && lengths[slot] === length && isSame(block, start, parts, places[slot] as number, length))
      return value;
    const made = make(textOf(block, start, end));
    const place = placeFor(length);
    copyInto(parts, place, block, start, end);
    places[slot] = place;
    lengths[slot] = length;
    values[slot] = made;
    return made;
  };
}

/** The part itself, as a text. */
export const spanNames = (): OfSpan<string> => spanCache((part) => part);
