import { type Units, cutOut, standsAt } from './units.ts';

/**
 * Cuts stretches out of a text, as strings of their own, and finds the same string again for the same stretch as long as it
 * remembers it: a report says `pass`, and each of its domains, in every record. A stretch comes with a hash: any number that
 * follows from its units.
 */
export interface Memory {
  stretch(units: Units, start: number, end: number, hash: number): string;
}

/**
 * `slots`, a power of two, is how many stretches are remembered; `longest` is how long they may be. `formOf` says what is handed
 * out for a stretch.
 */
export function memory(slots: number, longest: number, formOf = (text: string): string => text): Memory {
  const strings: string[] = Array.from({ length: slots }, () => '');
  const forms = [...strings];

  return {
    stretch(units, start, end, hash) {
      const { codes } = units;
      const length = end - start;
      if (length > longest) return formOf(cutOut(units, start, end));
      const slot = (hash ^ (hash >>> 15)) & (slots - 1);
      const known = strings[slot] ?? '';
      if (known.length === length && standsAt(known, codes, start)) return forms[slot] ?? '';
      const own = cutOut(units, start, end);
      strings[slot] = own;
      return (forms[slot] = formOf(own));
    },
  };
}
