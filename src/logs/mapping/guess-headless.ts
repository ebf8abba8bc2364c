import { formatsOf, isAddress, isHost, isIp, isUrl, type SampledColumn, share } from './guess-sample.ts';

type Cells = readonly string[];

/** A table without column names: an address or a time stands where a name would, as it does below. */
export function isData(first: Cells, rows: readonly Cells[]): boolean {
  return first.some((cell, at) => {
    const text = cell.trim();
    if (isAddress(text)) return true;
    if (text.length < SHORTEST_TIME || formatsOf({ values: [text] }).length === 0) return false;
    const below = rows.map((row) => row[at]?.trim() ?? '').filter(Boolean);
    return below.length === 0 || formatsOf({ values: below }).length > 0;
  });
}
/** A year, a number, may be a name. */
const SHORTEST_TIME = 8;

/** The same with names for its columns, and nothing lost. */
export function namedByPlace<Input extends { readonly columns: Cells; readonly rows: readonly Cells[] }>(
  input: Input,
): Input {
  const rows = [input.columns, ...input.rows];
  const width = Math.max(...rows.slice(0, LOOKED_AT).map((row) => row.length));
  return { ...input, rows, columns: Array.from({ length: width }, (_, at) => `column ${at + 1}`) };
}
const LOOKED_AT = 100;

/** Values that differ from row to row, and look like nothing else. */
export const isOfIds = (column: SampledColumn): boolean =>
  column.counts.size >= column.values.length * MOST_OF &&
  formatsOf(column).length === 0 &&
  share(column, (value) => /^(?=.*\d)[^\s@]{6,200}$/.test(value) && !isIp(value) && !isUrl(value)) === 1 &&
  share(column, isHost) < MOST_OF;
const MOST_OF = 0.9;
