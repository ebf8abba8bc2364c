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
export function separated({ name, called, values }: SampledColumn): Separated | undefined {
  for (const separator of SEPARATORS) {
    const parts = values.map((value) =>
      value
        .split(separator)
        .map((part) => part.trim())
        .filter(Boolean),
    );
    const several = parts.filter((words) => new Set(words.map((word) => outcomeOf(word))).size > 1);
    if (several.length < FEWEST) continue;
    const known = parts.filter((words) => words.every((word) => isEventWord(word)));
    if (known.length < values.length * MOST_OF) continue;
    return { separator, column: sampledColumn(name, parts.flat(), called) };
  }
  return undefined;
}
const FEWEST = 2;
