import { plainName } from './columns.ts';
import { nameScore } from './guess-names.ts';
import { isAddress, isClock, type SampledColumn, share, shareOfEventWords } from './guess-sample.ts';

/** A column of times must have one in most rows: other ones are of when something else happened. */
const MOST_ROWS = 0.9;

/** Squared: what half of the rows have is hardly the event's own, whatever it is called. */
const filledScore = ({ filled }: SampledColumn): number => (filled >= MOST_ROWS ? 1 : filled ** 2);

/** Of two columns of one time that of UTC is unmistakable. */
const zoneScore = (name: string): number =>
  /(?:^|[^a-z])(?:utc|gmt)(?:[^a-z]|$)/i.test(name) ? 0.2 : /local/i.test(name) ? -0.2 : 0;

/** A column of times, and how these may be read. */
export interface Candidate {
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

/** Columns of words for events: the time of what they tell stands beside them. */
const statesIn = (columns: readonly SampledColumn[]): readonly SampledColumn[] =>
  columns.filter(
    (column) =>
      column.filled >= MOST_ROWS && column.counts.size <= MOST_STATES && shareOfEventWords(column) >= MOST_ROWS,
  );
const MOST_STATES = 60;
/** `last_event_at` is of `last_event`; of objects within others, that which says what happened says when. */
function besideScore({ name, called }: SampledColumn, states: readonly SampledColumn[]): number {
  const plain = plainName(called);
  const isNamedAfter = states.some((state) => {
    const own = plainName(state.called);
    return own.length >= SHORTEST_STATE && plain.startsWith(own) && TIME_ENDING.test(plain.slice(own.length));
  });
  const around = parentOf(name);
  const isWithin = around !== '' && states.length > 0 && states.every((state) => parentOf(state.name) === around);
  return (isNamedAfter ? NAMED_AFTER : 0) + (isWithin ? WITHIN : 0);
}
const SHORTEST_STATE = 4;
const TIME_ENDING = /^(?:at|on|date|time|datetime|timestamp|ts|datum|zeit|zeitpunkt|am|fecha|data|heure)$/;
const NAMED_AFTER = 0.3;
const WITHIN = 0.2;
const parentOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.')));

/** A day alone, where another column has the time of day, too. */
const isDayOnly = ({ formats }: Candidate, all: readonly Candidate[], columns: readonly SampledColumn[]): boolean =>
  isDay(formats) &&
  all.some((other) => !isDay(other.formats) && other.column.filled >= MOST_ROWS) &&
  !columns.some((column) => share(column, isClock) >= MOST_ROWS);
const DAY = 0.5;

/** Those that may be the times of what the rows tell, the likeliest first. */
export function byLikelihood(
  candidates: readonly Candidate[],
  columns: readonly SampledColumn[],
): readonly Candidate[] {
  const isOfEvents = columns.some((column) => isRepeating(column));
  const states = statesIn(columns);
  return candidates
    .map((one) => ({
      ...one,
      score:
        nameScore('time', one.column.called) +
        filledScore(one.column) +
        zoneScore(one.column.called) +
        besideScore(one.column, states) -
        (isRepeated(one, candidates) || isTouched(one, candidates, isOfEvents) ? REPEATED : 0) -
        (isDayOnly(one, candidates, columns) ? DAY : 0),
    }))
    .toSorted((a, b) => b.score - a.score || Number(isDay(a.formats)) - Number(isDay(b.formats)));
}

export const isDay = (formats: readonly string[]): boolean =>
  formats.length > 0 && formats.every((one) => one.includes('Y') && !one.includes('h'));
