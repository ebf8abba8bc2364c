import type { JsonObject } from '../format.ts';
import { calledWithin } from './guess-prefix.ts';
import { type SampledColumn, sampledColumn } from './guess-sample.ts';
import { flatKeys, textAt } from './record-path.ts';
import { objectIn } from './held-object.ts';

/** What is looked at: rows under columns, or objects. */
export interface GuessInput {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly records: readonly JsonObject[];
  /** Of the table, where it is neither UTF-8 nor what is usual. */
  readonly encoding?: string | undefined;
  /** The key of the list the records were found in, where the object around it says more of them. */
  readonly events?: string | undefined;
  /** The keys they have themselves. */
  readonly own?: ReadonlySet<string> | undefined;
}

/** The columns of a table, or the keys of objects, with what is in them. */
export function sampled({ columns, rows, records }: GuessInput): SampledColumn[] {
  if (records.length === 0) {
    const own = withoutTotals(rows.filter((row) => !isHeaderAgain(row, columns)));
    const cellsOf = (at: number): string[] => own.map((row) => row[at] ?? '');
    const called = calledWithin(columns);
    return columns.flatMap((name, at) => {
      // Of two columns of one name only the first can be named.
      if (name === '' || columns.indexOf(name) !== at) return [];
      const column = sampledColumn(name, cellsOf(at), called[at]);
      return [column, ...withinCells(name, cellsOf(at))];
    });
  }
  const keys = [...new Set(records.flatMap((record) => flatKeys(record)))];
  const called = calledWithin(keys);
  return keys.map((key, at) =>
    sampledColumn(
      key,
      records.map((record) => textAt(record, key)),
      called[at],
    ),
  );
}

/** The keys of objects that most cells of a column hold, as databases and queues export a message. */
function withinCells(name: string, cells: readonly string[]): readonly SampledColumn[] {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const objects = cells.map((cell) => objectIn(cell.trim()));
  const held = objects.filter((one) => one !== undefined);
  if (held.length === 0 || held.length < filled.length * MOST_OF) return [];
  const keys = [...new Set(held.flatMap((one) => flatKeys(one)))].slice(0, MOST_KEYS);
  return keys.map((key) =>
    sampledColumn(
      `${name}.${key}`,
      objects.map((one) => (one === undefined ? '' : textAt(one, key))),
      key,
    ),
  );
}
const MOST_OF = 0.8;
/** Stops cells of which each has keys of its own from making thousands of columns. */
const MOST_KEYS = 200;

/** Exports that were put together have the names of the columns between the rows. */
const isHeaderAgain = (row: readonly string[], columns: readonly string[]): boolean =>
  row.length > 0 && row.every((cell, at) => cell === (columns[at] ?? ''));

/** Below the rows some reports have their sums. */
const TOTAL = /^\W*(?:grand )?(?:totals?|sum|summe|gesamt|totale|totaal|итого|合計)\b/i;
const MOST_TOTALS = 3;
const filledOf = (row: readonly string[]): readonly string[] => row.filter((cell) => cell.trim() !== '');
/** `Report generated on …`: a line by itself below a table. */
const isNote = (row: readonly string[], other: readonly string[] = []): boolean =>
  filledOf(row).length <= 1 && filledOf(other).length > 2;
function withoutTotals(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const from = Math.max(0, rows.length - MOST_TOTALS);
  const first = rows.findIndex((row, at) => at >= from && (isNote(row, rows[0]) || TOTAL.test(filledOf(row)[0] ?? '')));
  return first < 0 ? rows : rows.slice(0, first);
}
