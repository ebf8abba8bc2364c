import { onceFor } from '../../core/once-for.ts';
import { closest } from '../../protocols/edit-distance.ts';

/** A name as it is compared: `Date/Time (UTC)` is `datetimeutc`. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Of lists of columns: every format of a table asks for names in the same. */
const plainNamesOf = onceFor((columns: readonly string[]) => columns.map(plainName));

/** Where the column stands whose name this is, or is but for case, blanks and punctuation; -1 where it is not there. */
export function columnIndex(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  const plain = plainName(name);
  return plain === '' ? -1 : plainNamesOf(columns).indexOf(plain);
}

const LONGEST_SHOWN = 60;
const MOST_SHOWN = 40;

/** What is told of a column that is not there: which there are, and which one was likely meant. */
export function noSuchColumn(name: string, columns: readonly string[]): string {
  const near = closest(name, columns, Math.max(1, Math.floor(name.length / 3)));
  const shown = columns.slice(0, MOST_SHOWN).map((column) => `\`${column.slice(0, LONGEST_SHOWN)}\``);
  const more = columns.length > MOST_SHOWN ? ` and ${columns.length - MOST_SHOWN} more` : '';
  const there = columns.length === 0 ? 'there is none at all' : `there are ${shown.join(', ')}${more}`;
  return `${near === undefined ? '' : `did you mean \`${near}\`? `}${there}`;
}
