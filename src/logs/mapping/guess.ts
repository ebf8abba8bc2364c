import type { JsonObject } from '../format.ts';
import { guessedKind } from './guess-kind.ts';
import { momentsOf } from './guess-moments.ts';
import { type GuessedField, nameScore, TAGS } from './guess-names.ts';
import { isData, isOfIds, namedByPlace } from './guess-headless.ts';
import * as is from './guess-sample.ts';
import { guessedTime } from './guess-time.ts';
import type { KindField, Mapping } from './mapping.ts';
import { flatKeys, textAt } from './record-path.ts';
import { REPLY_CLASS } from './row-kind.ts';

/** What is looked at: rows under columns, or objects. */
export interface GuessInput {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly records: readonly JsonObject[];
  /** Of the table, where it is neither UTF-8 nor what is usual. */
  readonly encoding?: string | undefined;
  /** The key of the list the records were found in, where the object around it says more of them. */
  readonly events?: string | undefined;
  /** The keys they have themselves. */
  readonly own?: ReadonlySet<string> | undefined;
}
export interface Guess {
  /** What can be told; undefined where not even time and recipient can. */
  readonly mapping: Mapping | undefined;
  /** Why, key by key. */
  readonly reasons: readonly { readonly key: string; readonly why: string }[];
  /** What a person has to look at. */
  readonly doubts: readonly string[];
}

type Taken = Set<string>;
interface Wanted {
  readonly field: GuessedField;
  readonly what: string;
  readonly fits: (value: string) => boolean;
  /** Least score of the name: without any, values alone are no reason. */
  readonly least: number;
}

const FIELDS: readonly Wanted[] = [
  { field: 'envelopeFrom', what: 'addresses', fits: is.isAddress, least: 0.6 },
  { field: 'from', what: 'addresses', fits: is.isAddress, least: 0.4 },
  { field: 'messageId', what: 'ids with an @', fits: (value) => /^<?[^\s@]+@[^\s@]+>?$/.test(value), least: 0.4 },
  { field: 'eventId', what: 'ids', fits: (value) => !/\s/.test(value), least: 0.7 },
  { field: 'queueId', what: 'ids', fits: (value) => !/\s/.test(value), least: 0.7 },
  { field: 'espId', what: 'ids', fits: (value) => !/\s/.test(value), least: 0.5 },
  { field: 'enhancedCode', what: 'enhanced status codes', fits: is.isEnhancedCode, least: 0 },
  { field: 'code', what: 'reply codes', fits: is.isCode, least: 0.3 },
  { field: 'url', what: 'web addresses', fits: is.isUrl, least: 0.5 },
  { field: 'relayHost', what: 'host names', fits: is.isHost, least: 0.4 },
  { field: 'sourceIp', what: 'addresses', fits: is.isIp, least: 0.6 },
  { field: 'relayIp', what: 'addresses', fits: is.isIp, least: 0.6 },
  { field: 'size', what: 'numbers', fits: is.isWhole, least: 0.6 },
  { field: 'attempt', what: 'numbers', fits: (value) => /^\d{1,4}$/.test(value), least: 0.6 },
  { field: 'machine', what: 'yes and no', fits: is.isFlag, least: 0.6 },
  { field: 'espClass', what: 'words', fits: (value) => value.length < 80, least: 0.6 },
  { field: 'diagnostic', what: 'replies', fits: is.isText, least: 0.4 },
  { field: 'mailboxProvider', what: 'names', fits: (value) => value.length < 60, least: 0.7 },
];
/** Share of a column's values that must be what they are taken for. */
const MOST_OF = 0.8;

/** Proposes a mapping by the names of columns and by what is in them. */
export function guessMapping(given: GuessInput, name: string): Guess {
  const isHeadless = given.records.length === 0 && isData(given.columns, given.rows);
  const input = isHeadless ? namedByPlace(given) : given;
  const columns = sampled(input);
  const taken: Taken = new Set();
  const reasons: { key: string; why: string }[] = [];
  const doubts: string[] = [];
  const told = (key: string, why: string): void => void reasons.push({ key, why });
  const notes = { told, doubt: (text: string): void => void doubts.push(text) };

  if (input.encoding !== undefined) told('encoding', `most names and words are known in \`${input.encoding}\``);
  if (isHeadless) told('names', 'the first line holds no names but values, like those below it');
  if (input.events !== undefined) told('events', `\`${input.events}\` holds what happened, one after the other`);
  const own = columns.filter(({ name: column }) => input.own?.has(column) !== false);
  const time = guessedTime(own, notes);
  for (const column of [time?.column, time?.clock]) if (typeof column === 'string') taken.add(column);
  const kind = guessedKind(own, time, name, notes);
  // A code that tells the kind is a code all the same.
  if (typeof kind.column === 'string' && !isOfCodes(kind) && !isReason(kind.column)) taken.add(kind.column);
  for (const column of Object.values(kind.columns ?? {})) taken.add(column);
  const recipient = guessedRecipient(columns, taken, notes);
  if (recipient !== undefined) taken.add(recipient);
  if (time === undefined) doubts.push('no column holds times');
  if (recipient === undefined) doubts.push('no column holds addresses of recipients');
  if (time === undefined || recipient === undefined) return { mapping: undefined, reasons, doubts };

  const fields: Record<string, unknown> = {};
  const queuedAt = columns.find(
    (column) =>
      !taken.has(column.name) &&
      nameScore('queuedAt', column.name) >= 0.6 &&
      is.formatsOf(column).includes(time.format ?? ''),
  );
  if (queuedAt !== undefined && time.clock === undefined) {
    taken.add(queuedAt.name);
    fields['queuedAt'] = { column: queuedAt.name };
    told('queuedAt', `the name of \`${queuedAt.name}\`, and times of the same format`);
  }
  for (const wanted of FIELDS) {
    const column = best(columns, taken, wanted);
    if (column === undefined) continue;
    taken.add(column.name);
    fields[wanted.field] = { column: column.name };
    told(wanted.field, `\`${column.name}\` holds ${wanted.what}, like \`${shown(column.values[0])}\``);
  }
  const sender =
    fields['from'] === undefined && fields['envelopeFrom'] === undefined
      ? guessedSender(columns, taken, recipient)
      : undefined;
  if (sender !== undefined) {
    taken.add(sender);
    fields['from'] = { column: sender };
    told('from', `\`${sender}\` holds addresses, and fewer different ones than \`${recipient}\``);
    doubts.push(`from: nothing in the name \`${sender}\` says that these are senders`);
  }
  const reply =
    fields['diagnostic'] === undefined
      ? best(columns, taken, { field: 'diagnostic', what: 'replies', fits: is.isReply, least: 0 })
      : undefined;
  if (reply !== undefined) {
    taken.add(reply.name);
    fields['diagnostic'] = { column: reply.name };
    told('diagnostic', `\`${reply.name}\` holds replies of servers, like \`${shown(reply.values[0])}\``);
  }
  const id = isHeadless ? columns.find((column) => !taken.has(column.name) && isOfIds(column)) : undefined;
  if (id !== undefined) {
    taken.add(id.name);
    fields['espId'] = { column: id.name };
    told('espId', `\`${id.name}\` holds ids, a different one in every row`);
  }
  const hard = momentsOf(columns).find(
    ({ outcome, column }) => outcome === 'hard-bounced' && is.share(column, is.isFlag) === 1,
  );
  if (hard !== undefined && kind.columns?.['bounced'] !== undefined) {
    taken.add(hard.column.name);
    const values = [...hard.column.counts.keys()];
    fields['permanent'] = { column: hard.column.name, yes: values.filter((value) => is.isYes(value)) };
    told('permanent', `\`${hard.column.name}\` tells hard from soft`);
  }
  const permanent = columns.find((column) => column.name !== kind.column && isVerdict([...column.counts.keys()]));
  if (permanent !== undefined && fields['permanent'] === undefined) {
    fields['permanent'] = {
      column: permanent.name,
      yes: [...permanent.counts.keys()].filter((value) => HARD.test(value)),
    };
    told('permanent', `\`${permanent.name}\` tells hard from soft`);
  }
  const delay = best(columns, taken, { field: 'delay', what: 'numbers', fits: is.isNumber, least: 0.6 });
  if (delay !== undefined) {
    taken.add(delay.name);
    const unit = /ms$|milli/i.test(delay.name) ? 'milliseconds' : 'seconds';
    fields['delay'] = { column: delay.name, unit };
    told('delay', `the name of \`${delay.name}\`, and numbers`);
    if (unit === 'seconds') doubts.push(`delay.unit: \`${delay.name}\` is taken for seconds`);
  }
  const tags = guessedTags(columns, taken, notes);
  // Each of them is the time of something else.
  if (kind.columns !== undefined) doubts.splice(0, doubts.length, ...doubts.filter((text) => !OTHER_TIMES.test(text)));
  const mapping: Mapping = {
    name,
    input: input.records.length > 0 ? 'records' : 'table',
    ...(input.encoding === undefined ? {} : { encoding: input.encoding }),
    ...(input.events === undefined ? {} : { events: input.events }),
    ...(isHeadless ? { names: input.columns } : {}),
    time,
    kind,
    recipient: { column: recipient },
    ...fields,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
  return { mapping, reasons, doubts };
}

const OTHER_TIMES = /^time: there are times in/;
const HARD = /^(?:hard|permanent)/i;
const SOFT = /^(?:soft|transient|temporary|block)/i;
const isVerdict = (values: readonly string[]): boolean =>
  values.some((value) => HARD.test(value)) && values.every((value) => HARD.test(value) || SOFT.test(value));
/** What is called a reason is one, whatever else is told by it. */
const isReason = (column: string): boolean => nameScore('diagnostic', column) > nameScore('kind', column);
const isOfCodes = ({ values = {} }: KindField): boolean =>
  Object.keys(values).length > 0 && Object.keys(values).every((value) => REPLY_CLASS.test(value));

const LONGEST_SHOWN = 40;
const shown = (text = ''): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

function sampled({ columns, rows, records }: GuessInput): is.SampledColumn[] {
  if (records.length === 0)
    return (
      columns
        .map((name, at) =>
          is.sampledColumn(
            name,
            withoutTotals(rows).map((row) => row[at] ?? ''),
          ),
        )
        // Of two columns of one name only the first can be named.
        .filter(({ name }, at) => name !== '' && columns.indexOf(name) === at)
    );
  const keys = [...new Set(records.flatMap((record) => flatKeys(record)))];
  return keys.map((key) =>
    is.sampledColumn(
      key,
      records.map((record) => textAt(record, key)),
    ),
  );
}

/** Below the rows some reports have their sums. */
const TOTAL = /^\W*(?:grand )?(?:totals?|sum|summe|gesamt|totale|totaal|итого|合計)\b/i;
const MOST_TOTALS = 3;
function withoutTotals(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const from = Math.max(0, rows.length - MOST_TOTALS);
  const first = rows.findIndex((row, at) => at >= from && TOTAL.test(row.find((cell) => cell.trim() !== '') ?? ''));
  return first < 0 ? rows : rows.slice(0, first);
}

function best(columns: readonly is.SampledColumn[], taken: Taken, wanted: Wanted): is.SampledColumn | undefined {
  return columns
    .filter((column) => !taken.has(column.name) && column.values.length > 0)
    .map((column) => ({ column, score: nameScore(wanted.field, column.name) }))
    .filter(({ column, score }) => score >= wanted.least && is.share(column, wanted.fits) >= MOST_OF)
    .toSorted((a, b) => b.score - a.score)[0]?.column;
}

interface Notes {
  told(key: string, why: string): void;
  doubt(text: string): void;
}

/** By its name; where names tell nothing, the column with the most different addresses. */
function guessedRecipient(
  columns: readonly is.SampledColumn[],
  taken: Taken,
  { told, doubt }: Notes,
): string | undefined {
  const addresses = columns.filter((column) => !taken.has(column.name) && is.share(column, is.isAddresses) >= MOST_OF);
  const scored = addresses
    .map((column) => {
      const sender = Math.max(nameScore('from', column.name), nameScore('envelopeFrom', column.name));
      const own = nameScore('recipient', column.name);
      const id = nameScore('messageId', column.name);
      return { column, score: sender > own || id > own ? -1 : own };
    })
    // A sender, or the id of a message, has the look of an address, too.
    .filter(({ score }) => score >= 0)
    .toSorted((a, b) => b.score - a.score || b.column.counts.size - a.column.counts.size);
  const [first] = scored;
  if (first === undefined) return guessedPseudonym(columns, taken, { told, doubt });
  const { column, score } = first;
  told('recipient', `\`${column.name}\` holds addresses, like \`${shown(column.values[0])}\``);
  if (score <= 0) doubt(`recipient: nothing in the name \`${column.name}\` says that these are recipients`);
  return column.name;
}

/** Of two columns of addresses the one that repeats them is the sender’s, unless its name says something else. */
function guessedSender(columns: readonly is.SampledColumn[], taken: Taken, recipient: string): string | undefined {
  const recipients = columns.find(({ name }) => name === recipient)?.counts.size ?? 0;
  return columns.find(
    (column) =>
      !taken.has(column.name) &&
      column.filled >= MOST_OF &&
      column.counts.size <= recipients * FEWER &&
      is.share(column, is.isAddress) === 1 &&
      (['recipient', 'messageId'] as const).every((field) => nameScore(field, column.name) === 0),
  )?.name;
}
const FEWER = 0.5;

/** Where a source hides whom it was for, an id stands in their place. */
function guessedPseudonym(
  columns: readonly is.SampledColumn[],
  taken: Taken,
  { told, doubt }: Notes,
): string | undefined {
  const [column] = columns
    .filter(({ name, counts }) => !taken.has(name) && counts.size > 1 && nameScore('recipient', name) >= SURE_NAME)
    .toSorted((a, b) => nameScore('recipient', b.name) - nameScore('recipient', a.name));
  if (column === undefined || is.share(column, (value) => !/\s/.test(value)) < MOST_OF) return undefined;
  told('recipient', `the name of \`${column.name}\`, like \`${shown(column.values[0])}\``);
  doubt(`recipient: \`${column.name}\` holds no addresses; what it holds is taken for them`);
  return column.name;
}
const SURE_NAME = 0.7;

function guessedTags(
  columns: readonly is.SampledColumn[],
  taken: Taken,
  { told }: Notes,
): Record<string, { readonly column: string }> {
  const tags: Record<string, { column: string }> = {};
  for (const tag of TAGS) {
    const column = columns
      .filter(({ name, values }) => !taken.has(name) && values.length > 0)
      .map((one) => ({ one, score: nameScore(`tag ${tag}`, one.name) }))
      .filter(({ score }) => score >= 0.65)
      .toSorted((a, b) => b.score - a.score)[0]?.one;
    if (column === undefined) continue;
    taken.add(column.name);
    tags[tag] = { column: column.name };
    told(`tags.${tag}`, `the name of \`${column.name}\``);
  }
  return tags;
}
