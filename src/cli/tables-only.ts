import { UserError } from '../core/errors.ts';
import type { Target } from './output.ts';
import type { Typed } from './typed.ts';

/** Formats that list one table; the others print all there is. */
export const isTable = ({ format }: Target): boolean => format === 'csv' || format === 'jsonl';

/** `--table` says what a table lists: without one it would say nothing. */
export function refuseTableOfNothing(typed: Typed, table: string, wanted: readonly Target[]): void {
  if (!typed.has('table') || wanted.some((target) => isTable(target))) return;
  throw new UserError(
    `--table ${table} is what --format csv and jsonl list, and neither is asked for`,
    `${wanted.map(({ format }) => format).join(' and ')} ${wanted.length === 1 ? 'prints' : 'print'} the same without it`,
    `add --format csv, or beside another format --format csv=${table}.csv`,
  );
}
