import { ownCopy } from '../core/own-copy.ts';
import { standsAt } from './span.ts';

/** Slots, a power of two: few hosts, programs, relays and domains take most of the lines. */
const SLOTS = 2048;
/** Not cached: what is so long hardly comes again. */
const LONGEST = 512;

/**
 * What `make` makes of a part of a text, made once while the same part comes again and again. It is given a copy, which
 * it may keep. Each slot holds one: memory is bounded, whatever the text.
 */
export function spanCache<T>(make: (part: string) => T): (text: string, start: number, end: number) => T {
  const keys: (string | undefined)[] = Array.from({ length: SLOTS });
  const values: (T | undefined)[] = Array.from({ length: SLOTS });
  return (text, start, end) => {
    if (end - start > LONGEST) return make(ownCopy(text.slice(start, end)));
    const slot = slotOf(text, start, end);
    const key = keys[slot];
    const value = values[slot];
    if (key !== undefined && value !== undefined && key.length === end - start && standsAt(text, start, key))
      return value;
    const own = ownCopy(text.slice(start, end));
    const made = make(own);
    keys[slot] = own;
    values[slot] = made;
    return made;
  };
}

/** By some of the characters, of a long part: what stands there is compared anyway. */
function slotOf(text: string, start: number, end: number): number {
  const stride = 1 + ((end - start) >> 4);
  let hash = end - start;
  for (let at = start; at < end; at += stride) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** The part itself, as a string that may be kept. */
export const spanNames = (): ((text: string, start: number, end: number) => string) => spanCache((part) => part);
