import { plainName } from './columns.ts';
import { isOfHandingOver } from './guess-handing-over.ts';
import { nameScore } from './guess-names.ts';
import { formatsOf, isAddress, isClock, type SampledColumn, share, shareOfEventWords } from './guess-sample.ts';
import { timeReader } from './time-format.ts';

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

/** `expires_at`, `next_attempt`, `original_sent_at`: of what is to come, or of what another message was. */
const OF_OTHERS =
  /expir|(?:valid|hold|locked|retry)(?:until|to|at|after)|gultigbis|deadline|^due|due(?:at|on|date|time)|fallig|faellig|echeance|scadenza|vencimiento|notbefore|next|nachste|prochain|proxim|schedul|planned|geplant|original/;
const OTHER = 1;
/** Beside `sent_time`, when it was to be sent. */
const PLANNED = /^send(?:at|on|time|date|after)$/;

/** A mail is made before it is sent, and the record of what became of it after that: the later of the two is nearer to it. */
function isEarlier({ column }: Candidate, all: readonly Candidate[], isOfWhatCame: boolean): boolean {
  const plain = plainName(column.called);
  const isOfSending = OF_SENDING.test(plain);
  if (isOfSending ? !isOfWhatCame : !OF_RECORD.test(plain)) return false;
  if (column.filled < MOST_ROWS) return false;
  const other = isOfSending ? OF_RECORD : OF_SENDING;
  return all.some(
    (one) => one.column.filled >= MOST_ROWS && other.test(plainName(one.column.called)) && isBefore(column, one),
  );
}
const OF_SENDING =
  /sent|senddate|sendtime|versand|gesendet|envoi|envoye|envio|enviado|invio|inviato|verzend|verzonden|wysl/;
const OF_RECORD = /^(?:date)?(?:creat|insert|added|recorded|logged|erstell|angelegt|cree)/;
const EARLIER = 0.3;
const SENDING = 0.1;
/** Said of the event, whatever was recorded of it and when. */
const HAPPENED = /(?:occurr?ed|happened)(?:at|on)?$|^event(?:at|time|date|timestamp|ts)$/;

/** Never later, and earlier somewhere. */
function isBefore(column: SampledColumn, { column: other, formats }: Candidate): boolean {
  const [read, readOther] = [timeReader(formatsOf(column)[0]), timeReader(formats[0])];
  let isSomewhere = false;
  for (const [at, cell] of column.cells.slice(0, LOOKED_AT).entries()) {
    const [one, two] = [read?.(cell)?.seconds, readOther?.(other.cells[at] ?? '')?.seconds];
    if (one === undefined || two === undefined) continue;
    if (one > two) return false;
    isSomewhere ||= one < two;
  }
  return isSomewhere;
}
const LOOKED_AT = 100;

/** Those that may be the times of what the rows tell, the likeliest first. */
export function byLikelihood(
  candidates: readonly Candidate[],
  columns: readonly SampledColumn[],
): readonly Candidate[] {
  const isOfEvents = columns.some((column) => isRepeating(column));
  const states = statesIn(columns);
  // Where no more is told than that it was sent, or could not be, the time of that is the event's.
  const isSentToo = candidates.some(({ column }) => /^(?:date)?sent/.test(plainName(column.called)));
  const isOfWhatCame = states.some(({ counts }) => counts.size > 0 && !isOfHandingOver([...counts.keys()]));
  return candidates
    .map((one) => ({
      ...one,
      score:
        nameScore('time', one.column.called) +
        filledScore(one.column) +
        (HAPPENED.test(plainName(one.column.called)) ? SENDING : 0) +
        (!isOfWhatCame && OF_SENDING.test(plainName(one.column.called)) ? SENDING : 0) +
        zoneScore(one.column.called) +
        besideScore(one.column, states) -
        (isRepeated(one, candidates) || isTouched(one, candidates, isOfEvents) ? REPEATED : 0) -
        (isDayOnly(one, candidates, columns) ? DAY : 0) -
        (OF_OTHERS.test(plainName(one.column.called)) || (isSentToo && PLANNED.test(plainName(one.column.called)))
          ? OTHER
          : 0) -
        (isEarlier(one, candidates, isOfWhatCame) ? EARLIER : 0),
    }))
    .toSorted((a, b) => b.score - a.score || Number(isDay(a.formats)) - Number(isDay(b.formats)));
}

export const isDay = (formats: readonly string[]): boolean =>
  formats.length > 0 && formats.every((one) => one.includes('Y') && !one.includes('h'));
