import type { Assumptions } from '../format.ts';
import { zoneOf } from '../zone.ts';
import type { Mapping } from './mapping.ts';
import { isNever, isNothing } from './nothing.ts';
import { nameOf, type RowSource, shown } from './row-source.ts';
import { timeReader, type TimeReader } from './time-format.ts';

/** When a row says that it happened; why that is not known, where it does not say. */
export function timeOf<Row>(
  { time: { column, clock, format, zone } }: Mapping,
  source: RowSource<Row>,
  assumptions: Assumptions,
  reader: TimeReader | undefined = timeReader(format),
): (row: Row) => { readonly seconds: number; readonly assumed: boolean } | string {
  const day = source.pick(column) ?? (() => '');
  const ofDay = clock === undefined ? undefined : source.pick(clock);
  const read = reader ?? (() => undefined);
  const zoneOfFile = zone === undefined ? undefined : zoneOf(zone);
  const east = zoneOfFile ?? assumptions.zone;
  const none = `no time in the column ${nameOf(column)}`;
  const other = `the column ${nameOf(column)} holds no time that is ${format === undefined ? 'unmistakable' : shown(format)}`;
  return (row) => {
    const text = ofDay === undefined ? day(row).trim() : `${day(row).trim()} ${ofDay(row).trim()}`.trim();
    if (text === '') return none;
    const time = read(text);
    if (time === undefined) return isNothing(text) || isNever(text) ? none : other;
    if (time.isZoned) return { seconds: time.seconds, assumed: false };
    const { seconds } = time;
    return { seconds: seconds - (east?.(seconds) ?? 0), assumed: east === undefined };
  };
}
