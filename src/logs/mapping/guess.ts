import { mailsIn } from './guess-channel.ts';
import { guessedFields } from './guess-fields.ts';
import { isOfMail, untilSaid } from './guess-evidence.ts';
import { isData, namedByPlace } from './guess-headless.ts';
import type { GuessInput } from './guess-input.ts';
import { guessedKind } from './guess-kind.ts';
import { nameScore } from './guess-names.ts';
import { sumsIn } from './guess-other-table.ts';
import { guessedRecipient } from './guess-people.ts';
import type { SampledColumn } from './guess-sample.ts';
import { guessedTags } from './guess-tags.ts';
import { isOfAnything } from './guess-trade.ts';
import { guessedTime } from './guess-time.ts';
import type { Guessing } from './guessing.ts';
import type { KindField, Mapping, Outcome } from './mapping.ts';
import { REPLY_CLASS } from './row-kind.ts';

export interface Guess {
  /** What can be told; undefined where not even time and recipient can. */
  readonly mapping: Mapping | undefined;
  /** Why, key by key. */
  readonly reasons: readonly { readonly key: string; readonly why: string }[];
  /** What a person has to look at. */
  readonly doubts: readonly string[];
}

/** Proposes a mapping by the names of columns and by what is in them. */
export function guessMapping(given: GuessInput, name: string, zone?: string): Guess {
  const isHeadless = given.records.length === 0 && isData(given.columns, given.rows);
  const reasons: { key: string; why: string }[] = [];
  const doubts: string[] = [];
  const {
    input,
    columns: all,
    only,
    none,
  } = mailsIn(isHeadless ? namedByPlace(given) : given, {
    told: (key, why) => void reasons.push({ key, why }),
  });
  if (none !== undefined) return { mapping: undefined, reasons, doubts: [none] };
  const guessing: Guessing = {
    columns: only === undefined ? all : all.filter(({ name: column }) => column !== only.column),
    taken: new Set(),
    told: (key, why) => void reasons.push({ key, why }),
    doubt: (text) => void doubts.push(text),
  };
  const { columns, taken, told } = guessing;
  if (input.encoding !== undefined) told('encoding', `most names and words are known in \`${input.encoding}\``);
  if (isHeadless) told('names', 'the first line holds no names but values, like those below it');
  if (input.events !== undefined) told('events', `\`${input.events}\` holds what happened, one after the other`);

  const own = columns.filter(({ name: column }) => input.own?.has(column) !== false);
  const time = guessedTime(own, guessing, zone);
  for (const column of [time?.column, time?.clock]) if (typeof column === 'string') taken.add(column);
  const found = guessedKind(own, time, name, guessing);
  // A code that tells the kind is a code all the same.
  if (typeof found.column === 'string' && !isOfCodes(found) && !isReason(found)) taken.add(found.column);
  // A reason by which it is told that a mail bounced is one all the same.
  for (const column of Object.values(found.columns ?? {}))
    if (nameScore('diagnostic', column) < SURE_REASON) taken.add(column);
  const recipient = guessedRecipient(guessing);
  if (recipient !== undefined) taken.add(recipient);
  if (time === undefined) doubts.push('no column holds times');
  if (recipient === undefined) {
    const sums = sumsIn(columns);
    doubts.push('no column holds addresses of recipients', ...(sums === undefined ? [] : [sums]));
  }
  if (time === undefined || recipient === undefined) return { mapping: undefined, reasons, doubts };

  const state = columns.find(({ name: column }) => column === found.column);
  const whom = columns.find(({ name: column }) => column === recipient);
  if (
    state !== undefined &&
    whom !== undefined &&
    nameScore('recipient', whom.called) <= 0 &&
    isOfAnything(state, columns)
  )
    return { mapping: undefined, reasons, doubts: [anyProgram(state, whom), ...doubts] };

  const unsaid =
    only !== undefined || isUnfinished(found) || isOfMail(columns, found, recipient)
      ? undefined
      : untilSaid(found, recipient);
  if (unsaid !== undefined) doubts.push(unsaid.doubt);
  const kind = unsaid?.kind ?? found;
  const fields = guessedFields(guessing, { time, kind, recipient, isHeadless });
  const tags = guessedTags(guessing);
  // Each of them is the time of something else.
  if (kind.columns !== undefined) doubts.splice(0, doubts.length, ...doubts.filter((text) => !OTHER_TIMES.test(text)));
  const mapping: Mapping = {
    name,
    input: input.records.length > 0 ? 'records' : 'table',
    ...(input.encoding === undefined ? {} : { encoding: input.encoding }),
    ...(input.events === undefined ? {} : { events: input.events }),
    ...(isHeadless ? { names: input.columns } : {}),
    ...(only === undefined ? {} : { only }),
    time,
    kind,
    recipient: { column: recipient },
    ...fields,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
  return { mapping, reasons, doubts };
}

/** Nothing is read by it before somebody says what the rows are, if they are mails at all. */
export const isUnfinished = ({ columns, always, values = {} }: KindField): boolean =>
  columns === undefined && (always === 'ignored' || (always === undefined && Object.keys(values).length === 0));
const anyProgram = (state: SampledColumn, whom: SampledColumn): string =>
  `the words in \`${state.name}\` are said of any program’s work, \`${whom.name}\` names no recipients, and nothing else is of mail: this is hardly a log of it`;
const SURE_REASON = 0.6;
const OTHER_TIMES = /^time: there are times in/;
/** What is called a reason is one, whatever else is told by it; `unsubscribe` is none why a mail failed. */
const isReason = ({ column = '', values = {}, always }: KindField): boolean =>
  (always === 'bounced' && nameScore('espClass', String(column)) >= SURE_REASON) ||
  (nameScore('diagnostic', String(column)) > nameScore('kind', String(column)) &&
    Object.entries(values).every(([value, outcome]) => !BY_PEOPLE.has(outcome) && !BOUNCE.test(value)));
const BOUNCE = /^(?:hard|soft)\W?bounce[sd]?$/i;
const BY_PEOPLE: ReadonlySet<Outcome> = new Set<Outcome>(['complained', 'unsubscribed', 'opened', 'clicked']);
const isOfCodes = ({ values = {} }: KindField): boolean =>
  Object.keys(values).length > 0 && Object.keys(values).every((value) => REPLY_CLASS.test(value));
