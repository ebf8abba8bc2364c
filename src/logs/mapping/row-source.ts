import { type Column, columnsOf } from './mapping.ts';

/** The text of one value of a row or object; empty where it has none. */
export type ValueOf<Row> = (row: Row) => string;
export interface RowSource<Row> {
  /** Undefined where there is no such column. */
  pick(column: Column): ValueOf<Row> | undefined;
  /** The whole of it, as it is shown. */
  text(row: Row): string;
  /** Whether a row without a time is none of this table: column names again, other ones. */
  isForeign?(row: Row): boolean;
}

const LONGEST_SHOWN = 60;
/** As it stands in a message, in backquotes. */
export const shown = (text: string): string =>
  `\`${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}\``;
export const nameOf = (column: Column): string => columnsOf(column).map(shown).join(' or ');
