import { plainName } from './columns.ts';
import type { EventMaker } from './event-maker.ts';
import type { Mapping } from './mapping.ts';
import type { RowSource } from './row-source.ts';

/** Rows of other things, text messages beside mails, are passed over; what does not say is not said to be one. */
export function ofChosenRows<Row>({ only }: Mapping, source: RowSource<Row>, make: EventMaker<Row>): EventMaker<Row> {
  const pick = only === undefined ? undefined : source.pick(only.column);
  if (only === undefined || pick === undefined) return make;
  const wanted = new Set(['', ...only.values.map((value) => plainName(value))]);
  return (row) => !wanted.has(plainName(pick(row))) || make(row);
}
