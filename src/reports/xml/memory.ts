/** Longer stretches are comments, and hardly repeat. */
const LONGEST = 48;

/**
 * A string of its own: a slice keeps all of the text alive that it was cut from, and so a file's worth of pieces.
 * V8 copies what is shorter than 13 by itself.
 */
export const ownCopy = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString());

/** The same text twice: to cut from, and as its units, which are read several times as fast. */
export interface Units {
  readonly text: string;
  readonly codes: Uint16Array;
}

/**
 * Cuts stretches out of a text, as strings of their own, and finds the same string again for the same stretch as long as it
 * remembers it: a report says `pass`, and each of its domains, in every record. A stretch comes with a hash: any number that
 * follows from its units.
 */
export interface Memory {
  stretch(units: Units, start: number, end: number, hash: number): string;
  /** Whether a string that `stretch` has returned stands at `at`; false as well where that has been forgotten. */
  isAt(known: string, hash: number, codes: Uint16Array, at: number): boolean;
}

/** `slots`, a power of two, is how many stretches are remembered. */
export function memory(slots: number): Memory {
  const strings: string[] = Array.from({ length: slots }, () => '');
  const units = new Uint16Array(slots * LONGEST);
  const mask = slots - 1;

  return {
    stretch({ text, codes }, start, end, hash) {
      const length = end - start;
      if (length > LONGEST) return ownCopy(text.slice(start, end));
      const slot = (hash ^ (hash >>> 15)) & mask;
      const first = slot * LONGEST;
      const known = strings[slot] ?? '';
      if (known.length === length) {
        let at = 0;
        while (at < length && units[first + at] === codes[start + at]) at += 1;
        if (at === length) return known;
      }
      for (let at = 0; at < length; at += 1) units[first + at] = codes[start + at] ?? 0;
      const own = ownCopy(text.slice(start, end));
      strings[slot] = own;
      return own;
    },
    isAt(known, hash, codes, start) {
      const { length } = known;
      const slot = (hash ^ (hash >>> 15)) & mask;
      if (strings[slot] !== known) return false;
      const first = slot * LONGEST;
      let at = 0;
      while (at < length && units[first + at] === codes[start + at]) at += 1;
      return at === length;
    },
  };
}
