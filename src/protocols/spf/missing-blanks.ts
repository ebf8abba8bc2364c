import { problem, type ReadTerm } from './reading.ts';
import { readsWell } from './reads-well.ts';
import type { SpfProblem } from './record.ts';

/** Longer terms are not searched for what was meant: the search tries several readings, and nobody types such a term. */
export const LONGEST_DIAGNOSED = 512;

/** More terms than this run together are not taken apart. */
const MOST_GLUED = 8;

/** Places where one might begin: in a term of nothing else, each would be tried with each of the others. */
const MOST_PLACES = 32;
const GLUED = /[-+~?]?(?:(?:include|exists|ip4|ip6|ptr|mx|a):|(?:redirect|exp)=|(?:all|ptr|mx|a)$)/gi;

/** `ip4:192.0.2.1-all`: the places where a blank makes well-formed terms of it. */
export function missingBlanks(text: string, start: number): SpfProblem[] | undefined {
  const places = Array.from(text.matchAll(GLUED), ({ index, 0: word }) => ({ index, word })).slice(0, MOST_PLACES + 1);
  if (places.length > MOST_PLACES) return undefined;
  const readings = new Map<string, boolean>();
  const reads = (piece: string): boolean => {
    const known = readings.get(piece) ?? readsWell(piece);
    readings.set(piece, known);
    return known;
  };
  // Where from, with so many left, there was no way to the end: without it, ways are tried by the million.
  const hopeless = new Set<number>();
  function gapsFrom(from: number, most: number): SpfProblem[] | undefined {
    const key = from * (MOST_GLUED + 1) + most;
    if (most === 0 || hopeless.has(key)) return undefined;
    for (const { index, word } of places) {
      if (index <= from || !reads(text.slice(from, index))) continue;
      const more = reads(text.slice(index)) ? [] : gapsFrom(index, most - 1);
      if (more === undefined) continue;
      const where = { start: start + index, end: start + index };
      return [problem('missing-blank', `A blank is missing before "${word}"`, where, ' '), ...more];
    }
    hopeless.add(key);
    return undefined;
  }
  return gapsFrom(0, MOST_GLUED);
}

/**
 * `include:a.examplemx:b.example`, `include:a.example-all`: a domain by the grammar that is two terms with the blank
 * between them missing. Receivers do not refuse it; they ask for a name that does not exist.
 */
export function gluedTerms({ term }: ReadTerm): SpfProblem[] | undefined {
  if (term.text.length > LONGEST_DIAGNOSED) return undefined;
  const gaps = missingBlanks(term.text, term.start);
  return gaps?.map((gap) => problem('suspicious-domain', gap.message, gap, gap.replacement));
}
