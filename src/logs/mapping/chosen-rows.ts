import { closest } from '../../protocols/edit-distance.ts';
import { plainName } from './columns.ts';
import type { EventMaker } from './event-maker.ts';
import type { Mapping, RowsField } from './mapping.ts';
import { nameOf, type RowSource, shown } from './row-source.ts';

/** Rows of other things, text messages beside mails, are passed over; what does not say is not said to be one. */
export function ofChosenRows<Row>({ only }: Mapping, source: RowSource<Row>, make: EventMaker<Row>): EventMaker<Row> {
  const pick = only === undefined ? undefined : source.pick(only.column);
  if (only === undefined || pick === undefined) return make;
  const wanted = wantedOf(only);
  return (row) => !wanted.has(plainName(pick(row))) || make(row);
}

/** Why nothing would be read: no row looked at is one of them, and one has almost what they hold. Undefined otherwise. */
export function unfitRows<Row>(
  { only }: Pick<Mapping, 'only'>,
  file: string,
  source: RowSource<Row>,
  rows: readonly Row[],
): string | undefined {
  const pick = only === undefined ? undefined : source.pick(only.column);
  if (only === undefined || pick === undefined) return undefined;
  const held = [...new Set(rows.map((row) => pick(row).trim()))];
  const wanted = wantedOf(only);
  if (held.some((value) => wanted.has(plainName(value)))) return undefined;
  const near = only.values.map((value) => closest(value, held, Math.max(1, Math.floor(value.length / 3))));
  const likely = near.find((value) => value !== undefined);
  return likely === undefined
    ? undefined
    : `${file}: only.values are ${only.values.map(shown).join(', ')}, and ${nameOf(only.column)} holds ${held.slice(0, SHOWN).map(shown).join(', ')}; did you mean ${shown(likely)}?`;
}
const SHOWN = 5;

const wantedOf = ({ values }: RowsField): ReadonlySet<string> =>
  new Set(['', ...values.map((value) => plainName(value))]);
