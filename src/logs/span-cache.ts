import { type Block, copyInto, newBlock, textOf } from './block.ts';
import { hashOf, isSame } from './literal.ts';

/** Slots, a power of two: few hosts, programs, relays and domains take most of the lines. */
const SLOTS = 1024;
/** Bytes. Not cached: what is so long hardly comes again. */
const LONGEST = 256;

const EMPTY = newBlock(0);

/** What is made of a part of a block. */
export type OfSpan<T> = (block: Block, start: number, end: number) => T;

/**
 * What `make` makes of a part of a block, made once while the same part comes again and again. It is given a text, which
 * it may keep. Each slot holds one: memory is bounded, whatever the lines.
 */
export function spanCache<T>(make: (part: string) => T): OfSpan<T> {
  // Keys lie side by side: where each line has another, none costs an object. Most logs have no use for most caches.
  let keys = EMPTY;
  const lengths = new Uint16Array(SLOTS);
  const values: (T | undefined)[] = Array.from({ length: SLOTS });
  return (block, start, end) => {
    const length = end - start;
    if (length > LONGEST) return make(textOf(block, start, end));
    const slot = hashOf(block, start, end) & (SLOTS - 1);
    const value = values[slot];
    if (value !== undefined && lengths[slot] === length && isSame(block, start, keys, slot * LONGEST, length))
      return value;
    const made = make(textOf(block, start, end));
    if (keys === EMPTY) keys = newBlock(SLOTS * LONGEST);
    copyInto(keys, slot * LONGEST, block, start, end);
    lengths[slot] = length;
    values[slot] = made;
    return made;
  };
}

/** The part itself, as a text. */
export const spanNames = (): OfSpan<string> => spanCache((part) => part);
