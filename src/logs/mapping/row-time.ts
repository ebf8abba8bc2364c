import { ownCopy } from '../../core/own-copy.ts';
import type { Assumptions } from '../format.ts';
import { type Zone, zoneOf } from '../zone.ts';
import type { Mapping } from './mapping.ts';
import { isNever, isNothing } from './nothing.ts';
import { nameOf, type RowSource, shown, type ValueOf } from './row-source.ts';
import { type TimeReader, zoneNamed } from './cell-time.ts';
import { timeReader } from './time-format.ts';

/** When a row says that it happened; why that is not known, where it does not say. */
export function timeOf<Row>(
  { time: { column, clock, format, zone, zoneColumn } }: Mapping,
  source: RowSource<Row>,
  assumptions: Assumptions,
  reader: TimeReader | undefined = timeReader(format),
): (row: Row) => { readonly seconds: number; readonly assumed: boolean } | string {
  const day = source.pick(column) ?? (() => '');
  const ofDay = clock === undefined ? undefined : source.pick(clock);
  const read = reader ?? (() => undefined);
  const zoneOfFile = zone === undefined ? undefined : zoneOf(zone);
  const east = zoneOfFile ?? assumptions.zone;
  const eastOf = zoneColumn === undefined ? undefined : zoneOfRow(source.pick(zoneColumn), east);
  const none = `no time in the column ${nameOf(column)}`;
  const other = `the column ${nameOf(column)} holds no time that is ${format === undefined ? 'unmistakable' : shown(format)}`;
  return (row) => {
    const text = ofDay === undefined ? day(row).trim() : `${day(row).trim()} ${ofDay(row).trim()}`.trim();
    if (text === '') return none;
    const time = read(text);
    if (time === undefined) return isNothing(text) || isNever(text) ? none : other;
    if (time.isZoned) return { seconds: time.seconds, assumed: false };
    const { seconds } = time;
    const own = eastOf === undefined ? east : eastOf(row);
    return { seconds: seconds - (own?.(seconds) ?? 0), assumed: own === undefined };
  };
}

/** Zones remembered. Stops a column of anything else, mapped by mistake, from filling memory. */
const MOST_ZONES = 1000;

/** What the row itself says, and else what is said of all of them. */
function zoneOfRow<Row>(pick: ValueOf<Row> | undefined, other: Zone | undefined): (row: Row) => Zone | undefined {
  const known = new Map<string, Zone | undefined>();
  return (row) => {
    const text = pick?.(row).trim() ?? '';
    if (known.has(text)) return known.get(text);
    const zone = zoneNamed(text) ?? other;
    if (known.size < MOST_ZONES) known.set(ownCopy(text), zone);
    return zone;
  };
}
