import { nameScore } from './guess-names.ts';
import { formatsOf, isAddress, isClock, type SampledColumn, share } from './guess-sample.ts';
import type { TimeField } from './mapping.ts';
import { timeReader, zoneNamed } from './time-format.ts';
import { zoneOf } from '../zone.ts';
import type { Notes } from './guessing.ts';

/** A column of times must have one in most rows: other ones are of when something else happened. */
const MOST_ROWS = 0.9;

/** Squared: what half of the rows have is hardly the event's own, whatever it is called. */
const filledScore = ({ filled }: SampledColumn): number => (filled >= MOST_ROWS ? 1 : filled ** 2);

/** Of two columns of one time that of UTC is unmistakable. */
const zoneScore = (name: string): number =>
  /(?:^|[^a-z])(?:utc|gmt)(?:[^a-z]|$)/i.test(name) ? 0.2 : /local/i.test(name) ? -0.2 : 0;

interface Candidate {
  readonly column: SampledColumn;
  readonly formats: readonly string[];
}
/** What is the same for several rows is the time of their message, where another column differs from row to row. */
const isRepeated = ({ column, formats }: Candidate, all: readonly Candidate[]): boolean =>
  all.some(
    (other) =>
      other.column.filled >= MOST_ROWS && !isDay(formats) && column.counts.size < other.column.counts.size * FEWER,
  );
const FEWER = 0.8;
/** More than one name can be better than another. */
const REPEATED = 1;

/** `updated_at` of a row that is one of several about a message: what has been touched later did not happen then. */
const isTouched = ({ column }: Candidate, all: readonly Candidate[], isOfEvents: boolean): boolean =>
  isOfEvents &&
  TOUCHED.test(column.called) &&
  all.some((other) => other.column.filled >= MOST_ROWS && !TOUCHED.test(other.column.called));
const TOUCHED = /updat|modif|chang|touch|ge[aä]nder|mis ?[àa] ?jour|actualiz/i;
/** Addresses that have more rows than one. */
const isRepeating = (column: SampledColumn): boolean =>
  column.counts.size < column.values.length * FEWER &&
  column.counts.size > column.values.length * SENDERS &&
  share(column, isAddress) >= MOST_ROWS;
/** Fewer different ones than this are senders. */
const SENDERS = 0.1;

export function guessedTime(columns: readonly SampledColumn[], { told, doubt }: Notes): TimeField | undefined {
  const isOfEvents = columns.some((column) => isRepeating(column));
  const candidates = columns
    .map((column) => ({ column, formats: formatsOf(column) }))
    .filter(({ formats }) => formats.length > 0)
    .map((one) => ({
      ...one,
      score: nameScore('time', one.column.called) + filledScore(one.column) + zoneScore(one.column.called),
    }))
    .map((one, _, all) => ({
      ...one,
      score: one.score - (isRepeated(one, all) || isTouched(one, all, isOfEvents) ? REPEATED : 0),
    }))
    .toSorted((a, b) => b.score - a.score || Number(isDay(a.formats)) - Number(isDay(b.formats)));
  const [first] = candidates;
  if (first === undefined) return undefined;
  const { column } = first;
  const clock = isDay(first.formats)
    ? columns.find((other) => other !== column && share(other, isClock) >= MOST_ROWS)
    : undefined;
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
  const named = isLocal && zone === undefined ? zoneInName(column.name) : undefined;
  if (named !== undefined) told('time.zone', `the name of \`${column.name}\``);
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

const isDay = (formats: readonly string[]): boolean =>
  formats.length > 0 && formats.every((one) => one.includes('Y') && !one.includes('h'));

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
