import { outcomeOf } from './event-words.ts';
import { isOfIds } from './guess-headless.ts';
import { momentsOf } from './guess-moments.ts';
import { nameScore } from './guess-names.ts';
import { guessedSender } from './guess-people.ts';
import { isBareCode, isWhatWasSent, likelierReply } from './guess-reply.ts';
import * as is from './guess-sample.ts';
import { best, type Guessing, MOST_OF, shown, type Wanted } from './guessing.ts';
import type { KindField, Outcome, TimeField } from './mapping.ts';
import { isNo } from './yes-no.ts';

const FIELDS: readonly Wanted[] = [
  { field: 'envelopeFrom', what: 'addresses', fits: is.isSender, least: 0.6 },
  { field: 'from', what: 'addresses', fits: is.isSender, least: 0.4 },
  { field: 'messageId', what: 'ids with an @', fits: (value) => /^<?[^\s@]+@[^\s@]+>?$/.test(value), least: 0.4 },
  { field: 'eventId', what: 'ids', fits: (value) => !/\s/.test(value), least: 0.7 },
  { field: 'queueId', what: 'ids', fits: (value) => !/\s/.test(value), least: 0.7 },
  { field: 'espId', what: 'ids', fits: (value) => !/\s/.test(value), least: 0.5 },
  { field: 'enhancedCode', what: 'enhanced status codes', fits: isBareCode, least: 0 },
  { field: 'code', what: 'reply codes', fits: is.isCode, least: 0.3 },
  { field: 'url', what: 'web addresses', fits: is.isUrl, least: 0.5 },
  { field: 'relayHost', what: 'host names', fits: (value) => is.isHost(value) || NO_RELAY.test(value), least: 0.4 },
  { field: 'sourceIp', what: 'addresses', fits: is.isIp, least: 0.6 },
  { field: 'relayIp', what: 'addresses', fits: is.isIp, least: 0.6 },
  { field: 'size', what: 'numbers', fits: is.isWhole, least: 0.6 },
  // Of retries there are none at the first.
  { field: 'attempt', what: 'numbers', fits: (value) => /^[1-9]\d{0,3}$/.test(value), least: 0.6 },
  { field: 'machine', what: 'yes and no', fits: is.isFlag, least: 0.6 },
  { field: 'espClass', what: 'words', fits: (value) => value.length < 80, least: 0.6 },
  {
    field: 'diagnostic',
    what: 'replies',
    // A reply says more than yes or no.
    fits: (value) => is.isText(value) && !is.isFlag(value),
    least: 0.4,
    rivals: ['messageId', 'time', 'tag campaign', 'tag template'],
  },
  { field: 'mailboxProvider', what: 'names', fits: (value) => value.length < 60, least: 0.7 },
];

/** What mail servers write where nobody was asked. */
const NO_RELAY = /^(?:none|local|virtual|unknown)$/i;

type Fields = Record<string, unknown>;

interface Known {
  readonly time: TimeField;
  readonly kind: KindField;
  readonly recipient: string;
  readonly isHeadless: boolean;
}

/** All fields besides time, kind and recipient; one after the other, since a column is one thing only. */
export function guessedFields(guessing: Guessing, { time, kind, recipient, isHeadless }: Known): Fields {
  const fields: Fields = {};
  const take = (field: string, column: is.SampledColumn, why: string, more: object = {}): void => {
    guessing.taken.add(column.name);
    fields[field] = { column: column.name, ...more };
    guessing.told(field, why);
  };
  const whom = guessing.columns.find(({ name }) => name === recipient);
  takeQueuedAt(guessing, time, take);
  for (const wanted of FIELDS) {
    const first = best(guessing, wanted);
    if (first === undefined || (OF_MESSAGES.has(wanted.field) && isOfMany(first, whom))) continue;
    if (wanted.field === 'diagnostic' && isWhatWasSent(first)) continue;
    const column = wanted.field === 'diagnostic' ? likelierReply(first, guessing) : first;
    take(wanted.field, column, `\`${column.name}\` holds ${wanted.what}, like \`${shown(column.values[0])}\``);
  }
  if (fields['from'] === undefined && fields['envelopeFrom'] === undefined) takeSender(guessing, recipient, take);
  if (fields['diagnostic'] === undefined) takeReply(guessing, take);
  if (fields['diagnostic'] === undefined) takeFailure(guessing, kind, take);
  const id = isHeadless ? guessing.columns.find((one) => !guessing.taken.has(one.name) && isOfIds(one)) : undefined;
  if (id !== undefined) take('espId', id, `\`${id.name}\` holds ids, a different one in every row`);
  if (whom !== undefined && is.share(whom, is.isAddresses) < MOST_OF) takeDomain(guessing, take);
  takeVerdict(guessing, kind, { take, fields });
  takeDelay(guessing, kind, take);
  return fields;
}

const OF_MESSAGES: ReadonlySet<string> = new Set(['espId', 'queueId']);
/** The id of what was sent to all of them is none of a message: `email_id` of a newsletter. */
const isOfMany = ({ counts }: is.SampledColumn, whom: is.SampledColumn | undefined): boolean =>
  whom !== undefined && whom.counts.size >= MANY && counts.size <= Math.max(1, whom.counts.size / (MANY + 1));
const MANY = 3;

type Take = (field: string, column: is.SampledColumn, why: string, more?: object) => void;

function takeQueuedAt({ columns, taken }: Guessing, time: TimeField, take: Take): void {
  const queuedAt = columns.find(
    (column) =>
      !taken.has(column.name) &&
      nameScore('queuedAt', column.called) >= 0.6 &&
      is.formatsOf(column).includes(time.format ?? ''),
  );
  if (queuedAt === undefined || time.clock !== undefined) return;
  take('queuedAt', queuedAt, `the name of \`${queuedAt.name}\`, and times of the same format`);
}

function takeSender(guessing: Guessing, recipient: string, take: Take): void {
  const sender = guessedSender(guessing, recipient);
  if (sender === undefined) return;
  take('from', sender, `\`${sender.name}\` holds addresses, and fewer different ones than \`${recipient}\``);
  guessing.doubt(`from: nothing in the name \`${sender.name}\` says that these are senders`);
}

function takeReply(guessing: Guessing, take: Take): void {
  const reply = best(guessing, { field: 'diagnostic', what: 'replies', fits: is.isReply, least: 0 });
  if (reply === undefined) return;
  take('diagnostic', reply, `\`${reply.name}\` holds replies of servers, like \`${shown(reply.values[0])}\``);
}

/** What failed is told where it is told that it failed: `success` is 1, or says why not. */
function takeFailure({ columns }: Guessing, { column, values = {}, always }: KindField, take: Take): void {
  const failure = columns.find(({ name }) => name === column);
  if (always !== 'bounced' || failure === undefined || !Object.values(values).includes('delivered')) return;
  take('diagnostic', failure, `\`${failure.name}\` holds the reasons as well`);
}

/** Whose mailbox it was is told where the address is hidden. */
function takeDomain(guessing: Guessing, take: Take): void {
  const domain = best(guessing, { field: 'recipientDomain', what: 'domains', fits: is.isHost, least: 0.6 });
  if (domain !== undefined)
    take('recipientDomain', domain, `\`${domain.name}\` holds domains, like \`${shown(domain.values[0])}\``);
}

/** Hard or soft: by a column of yes and no, or by one that holds the words, which may be something else besides. */
function takeVerdict(
  { columns, told }: Guessing,
  kind: KindField,
  { take, fields }: { readonly take: Take; readonly fields: Fields },
): void {
  const hard = momentsOf(columns).find(
    ({ outcome, column }) => outcome === 'hard-bounced' && is.share(column, is.isFlag) === 1,
  )?.column;
  if (hard !== undefined && kind.columns?.['bounced'] !== undefined) {
    const yes = [...hard.counts.keys()].filter((value) => is.isYes(value));
    take('permanent', hard, `\`${hard.name}\` tells hard from soft`, { yes });
    return;
  }
  // `no` stands where nothing bounced.
  const verdict = columns.find(
    (column) => column.name !== kind.column && isVerdict([...column.counts.keys()].filter((value) => !isNo(value))),
  );
  if (verdict === undefined) return;
  fields['permanent'] = { column: verdict.name, yes: [...verdict.counts.keys()].filter((value) => HARD.test(value)) };
  told('permanent', `\`${verdict.name}\` tells hard from soft`);
}

function takeDelay(guessing: Guessing, kind: KindField, take: Take): void {
  const delay = best(guessing, { field: 'delay', what: 'numbers', fits: is.isNumber, least: 0.6 });
  if (delay === undefined || isOfReading(delay, guessing, kind)) return;
  const unit = /ms$|milli/i.test(delay.name) ? 'milliseconds' : 'seconds';
  take('delay', delay, `the name of \`${delay.name}\`, and numbers`, { unit });
  if (unit === 'seconds') guessing.doubt(`delay.unit: \`${delay.name}\` is taken for seconds`);
}

/** How long a mail was looked at is told of opens alone. */
function isOfReading(delay: is.SampledColumn, { columns }: Guessing, kind: KindField): boolean {
  const state = columns.find(({ name }) => name === kind.column);
  if (state === undefined) return false;
  const held = delay.cells.flatMap((cell, at) => (cell === '' || cell === '0' ? [] : (state.cells[at] ?? '')));
  return held.length > 0 && held.every((value) => READ.has(kind.values?.[value] ?? outcomeOf(value) ?? 'ignored'));
}
const READ: ReadonlySet<Outcome> = new Set<Outcome>([
  'opened',
  'clicked',
  'machine-opened',
  'unsubscribed',
  'complained',
]);

const HARD = /^(?:hard|permanent)/i;
const SOFT = /^(?:soft|transient|temporary|block)/i;
const isVerdict = (values: readonly string[]): boolean =>
  values.some((value) => HARD.test(value)) && values.every((value) => HARD.test(value) || SOFT.test(value));
