import { outcomeOf } from './event-words.ts';
import { isEventWord, sampledColumn, type SampledColumn } from './guess-sample.ts';

const SEPARATORS = ['|', ';', ',', '/', '→', '>', '+', '&'] as const;
/** Share of the cells that must hold nothing but words for events, of which some hold several. */
const MOST_OF = 0.9;

export interface Separated {
  readonly separator: string;
  /** As if each of them stood in a cell of its own. */
  readonly column: SampledColumn;
}

/** A column in which one cell tells several things: `sent|delivered|opened`. `soft/hard` of one bounce are not several. */
export function separated({ name, called, values, counts }: SampledColumn): Separated | undefined {
  if (counts.size > MOST_DIFFERENT) return undefined;
  for (const separator of SEPARATORS) {
    const partsOf = (value: string): readonly string[] =>
      value
        .split(separator)
        .map((part) => part.trim())
        .filter(Boolean);
    let several = 0;
    let known = 0;
    for (const [value, count] of counts) {
      if (!value.includes(separator)) {
        if (isEventWord(value)) known += count;
        continue;
      }
      const parts = partsOf(value);
      if (new Set(parts.map((word) => outcomeOf(word))).size > 1) several += count;
      if (parts.every((word) => isEventWord(word))) known += count;
    }
    if (several < FEWEST || known < values.length * MOST_OF) continue;
    return { separator, column: sampledColumn(name, values.flatMap(partsOf), called) };
  }
  return undefined;
}
const FEWEST = 2;
/** What may stand together does so in more ways than one, and yet not in hundreds. */
const MOST_DIFFERENT = 200;
