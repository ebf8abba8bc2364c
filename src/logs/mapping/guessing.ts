import { type GuessedField, nameScore, type TagField } from './guess-names.ts';
import { type SampledColumn, share } from './guess-sample.ts';

/** A guess on its way: the columns there are, those that are something already, and what is said about it. */
export interface Guessing extends Notes {
  readonly columns: readonly SampledColumn[];
  readonly taken: Set<string>;
}
export interface Notes {
  told(key: string, why: string): void;
  doubt(text: string): void;
}

export interface Wanted {
  readonly field: GuessedField;
  readonly what: string;
  readonly fits: (value: string) => boolean;
  /** Least score of the name: without any, values alone are no reason. */
  readonly least: number;
  /** What its name may rather be of. */
  readonly rivals?: readonly (GuessedField | TagField)[];
}

/** Share of a column's values that must be what they are taken for. */
export const MOST_OF = 0.8;
/** Share of values that must be known words, or be there, for a column to tell what happened. */
export const HALF = 0.5;
/** Share of rows that must have what all of them are told by. */
export const MOST_ROWS = 0.9;
/** More different values than this are no kinds. */
export const MOST_VALUES = 60;

/** The column that is it by its name, of those whose values may be. */
export const best = (
  { columns, taken }: Guessing,
  { field, fits, least, rivals = [] }: Wanted,
): SampledColumn | undefined =>
  columns
    .filter((column) => !taken.has(column.name) && column.values.length > 0)
    .map((column) => ({ column, score: nameScore(field, column.called) }))
    .filter(({ column, score }) => score >= least && share(column, fits) >= MOST_OF)
    .filter(({ column, score }) => rivals.every((rival) => nameScore(rival, column.called) <= score))
    .toSorted((a, b) => b.score - a.score)[0]?.column;

const LONGEST_SHOWN = 40;
export const shown = (text = ''): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
