import { ownCopy } from '../../core/own-copy.ts';

import type { Units } from './units.ts';

/**
 * Cuts stretches out of a text, as strings of their own, and finds the same string again for the same stretch as long as it
 * remembers it: a report says `pass`, and each of its domains, in every record. A stretch comes with a hash: any number that
 * follows from its units.
 */
export interface Memory {
  stretch(units: Units, start: number, end: number, hash: number): string;
  /** Whether a string that `stretch` has returned stands at `at`; false as well where that has been forgotten. */
  isAt(known: string, hash: number, codes: Units['codes'], at: number): boolean;
}

/** `slots`, a power of two, is how many stretches are remembered; `longest`, up to 255, is how long they may be. */
export function memory(slots: number, longest: number): Memory {
  const strings: string[] = Array.from({ length: slots }, () => '');
  // Beside the strings: what is not the same is told without a look at them.
  const lengths = new Uint8Array(slots);
  const units = new Uint16Array(slots * longest);
  const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (slots - 1);

  return {
    stretch({ text, codes }, start, end, hash) {
      const length = end - start;
      if (length > longest) return ownCopy(text.slice(start, end));
      const slot = slotOf(hash);
      const first = slot * longest;
      if (lengths[slot] === length) {
        let at = 0;
        while (at < length && units[first + at] === codes[start + at]) at += 1;
        if (at === length) return strings[slot] ?? '';
      }
      for (let at = 0; at < length; at += 1) units[first + at] = codes[start + at] ?? 0;
      const own = ownCopy(text.slice(start, end));
      strings[slot] = own;
      lengths[slot] = length;
      return own;
    },
    isAt(known, hash, codes, start) {
      const slot = slotOf(hash);
      if (strings[slot] !== known) return false;
      const { length } = known;
      const first = slot * longest;
      let at = 0;
      while (at < length && units[first + at] === codes[start + at]) at += 1;
      return at === length;
    },
  };
}
