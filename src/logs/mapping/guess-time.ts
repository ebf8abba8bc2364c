import { plainName } from './columns.ts';
import { formatsOf, isBareClock, isClock, type SampledColumn, share } from './guess-sample.ts';
import { byLikelihood, isDay } from './guess-time-score.ts';
import type { TimeField } from './mapping.ts';
import { zoneNamed } from './cell-time.ts';
import { timeReader } from './time-format.ts';
import { zoneOf } from '../zone.ts';
import type { Notes } from './guessing.ts';

/** A clock must stand in most rows. */
const MOST_ROWS = 0.9;

/** The column of the time of day: by its look, or by its name where points or nothing stand between its parts. */
const clockBeside = (day: SampledColumn, columns: readonly SampledColumn[]): SampledColumn | undefined =>
  columns.find((other) => other !== day && share(other, isClock) >= MOST_ROWS) ??
  columns.find(
    (other) =>
      other !== day &&
      CLOCK_NAME.test(plainName(other.called).normalize('NFC')) &&
      share(other, isBareClock) >= MOST_ROWS,
  );
const CLOCK_NAME =
  /^(?:hh?mm(?:ss)?|(?:uhrzeit|heure|ora|hora|tijd|godzina)\p{L}+|.*(?:time|tim|tm|clock|hour|uhrzeit|zeit|heure|ora|hora|tijd|godzina|cas|klokkeslett?|tid|saat|kello|время|時刻|时间|시간))$/u;

/** `ofUser` is the zone that a user names for times without one. */
export function guessedTime(
  columns: readonly SampledColumn[],
  { told, doubt }: Notes,
  ofUser?: string,
): TimeField | undefined {
  const candidates = byLikelihood(
    columns.map((column) => ({ column, formats: formatsOf(column) })).filter(({ formats }) => formats.length > 0),
    columns,
  );
  const [first] = candidates;
  if (first === undefined) return undefined;
  const { column } = first;
  const clock = isDay(first.formats) ? clockBeside(column, columns) : undefined;
  const values = clock === undefined ? column.values : joined(column, clock);
  const formats = clock === undefined ? first.formats : formatsOf({ values });
  const format = chosen(formats, values);
  if (format === undefined) return undefined;
  told('time', `every value of \`${column.name}\` is \`${format}\`, like \`${values[0]}\``);
  if (candidates.length > 1)
    doubt(
      `time: there are times in ${candidates
        .slice(1, 4)
        .map((one) => `\`${one.column.name}\``)
        .join(', ')} as well; \`${column.name}\` is taken for the event’s`,
    );
  const other = formats.find((one) => one !== format && daysOf(one, values) !== daysOf(format, values));
  if (other !== undefined) doubt(`time.format: \`${other}\` would read all of \`${column.name}\`, too`);
  const isLocal = timeReader(format)?.(values[0] ?? '')?.isZoned === false;
  const zone = isLocal ? columns.find((one) => one !== column && isOfZones(one)) : undefined;
  const inName = isLocal && zone === undefined ? zoneInName(column.name) : undefined;
  const named = inName ?? (isLocal && zone === undefined ? ofUser : undefined);
  if (inName !== undefined) told('time.zone', `the name of \`${column.name}\``);
  else if (named !== undefined) told('time.zone', 'as --timezone says, since the times have none');
  else if (zone !== undefined)
    told('time.zoneColumn', `\`${zone.name}\` names the zone of each time, like \`${zone.values[0]}\``);
  else if (isLocal)
    doubt('time.zone: the times have no zone, and are taken for UTC unless it is named here, or by --timezone');
  if (isDay(formats)) doubt(`time: \`${column.name}\` holds days without a time of day`);
  return {
    column: column.name,
    ...(clock === undefined ? {} : { clock: clock.name }),
    format,
    ...(named === undefined ? {} : { zone: named }),
    ...(zone === undefined ? {} : { zoneColumn: zone.name }),
  };
}

/** `Date (UTC)`, `Timestamp [Europe/Berlin]`, `sent_at_utc`; undefined where the name says none that is known. */
function zoneInName(name: string): string | undefined {
  const text = /[([]([^()[\]]+)[)\]]\s*$/.exec(name)?.[1] ?? /(?:^|[\s_-])(UTC|GMT)$/i.exec(name)?.[1];
  const told = text?.trim().replace(/^MEZ$/i, 'CET');
  if (told === undefined || !ZONE_LIKE.test(told.toUpperCase() === 'UTC' ? 'UTC' : told)) return undefined;
  if (zoneOf(told) !== undefined) return told;
  const east = zoneNamed(told)?.(0);
  return east === undefined ? undefined : `${east < 0 ? '-' : '+'}${String(Math.abs(east) / 3600).padStart(2, '0')}:00`;
}

/** Not a column of words of which one happens to be a zone, nor of numbers. */
const isOfZones = (column: SampledColumn): boolean =>
  column.filled >= MOST_ROWS && share(column, (value) => ZONE_LIKE.test(value) && zoneNamed(value) !== undefined) === 1;
const ZONE_LIKE = /^\(?(?:UTC|GMT|Z$|[A-Z]{3,4}$|[+-]\d|[A-Z][A-Za-z_]+\/[A-Z])/;

/** Rows that have both, in their order; a column of which some are empty has no partner. */
const joined = (day: SampledColumn, clock: SampledColumn): string[] =>
  day.values.length === clock.values.length ? day.values.map((value, at) => `${value} ${clock.values[at]}`) : [];

const daysOf = (format: string, values: readonly string[]): number =>
  timeReader(format)?.(values[0] ?? '')?.seconds ?? 0;

/** Of several formats the one in which all lies closest together: `03/11` and `04/11` are days, not months, apart. */
function chosen(formats: readonly string[], values: readonly string[]): string | undefined {
  const spanned = formats.map((format) => {
    const read = timeReader(format);
    let [first, last] = [Infinity, -Infinity];
    for (const value of values) {
      const seconds = read?.(value)?.seconds ?? 0;
      first = Math.min(first, seconds);
      last = Math.max(last, seconds);
    }
    return { format, span: last - first };
  });
  return spanned.toSorted((a, b) => a.span - b.span)[0]?.format;
}
