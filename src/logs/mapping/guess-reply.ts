import { nameScore } from './guess-names.ts';
import * as is from './guess-sample.ts';
import { type Guessing, MOST_OF } from './guessing.ts';

/** Rows of several kinds say it in several columns, and none in two: where failures say it tells most. */
export function likelierReply(first: is.SampledColumn, { columns, taken, doubt }: Guessing): is.SampledColumn {
  const others = columns.filter(
    (column) =>
      column !== first &&
      !taken.has(column.name) &&
      column.values.length > 0 &&
      nameScore('diagnostic', column.called) >= REPLY_NAME &&
      is.share(column, is.isText) >= MOST_OF &&
      column.cells.every((cell, at) => cell === '' || (first.cells[at] ?? '') === ''),
  );
  const [likeliest = first, ...rest] = [first, ...others].toSorted((a, b) => failuresOf(b) - failuresOf(a));
  if (rest.length > 0) doubt(`diagnostic: other rows say it in ${rest.map(({ name }) => `\`${name}\``).join(', ')}`);
  return likeliest;
}
const REPLY_NAME = 0.6;
const failuresOf = ({ values }: is.SampledColumn): number =>
  values.filter((value) => is.isReply(value) && !/^(?:smtp; ?)?2/.test(value)).length;
