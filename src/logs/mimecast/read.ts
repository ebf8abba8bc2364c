import type { Draft } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { numberAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf, ipOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addCode, addReply } from '../json/reply.ts';
import { epochOf, type Instant, instantOf } from '../json/time.ts';
import { toMilliseconds } from '../milliseconds.ts';

/** Whose kinds of records there are: both have an account, and an id that follows a message from one to the next. */
export type MimecastKind = 'receipt' | 'delivery' | 'other';

/** Of API 2.0; in API 1.0 it is told by the fields. */
const TYPES = new Set([
  'receipt',
  'process',
  'delivery',
  'journal',
  'spam',
  'av',
  'antivirus',
  'attachment protect',
  'impersonation protect',
  'internal email protect',
  'url protect',
]);
/** Mail that comes in, and what stays inside, is nobody's sending. */
const OUT = /^outbound$/i;

export function mimecastKind(record: JsonObject): MimecastKind | undefined {
  if ('accountId' in record && 'aggregateId' in record) {
    const type = textAt(record, 'type') ?? '';
    return type === 'receipt' || type === 'delivery' ? type : TYPES.has(type) ? 'other' : undefined;
  }
  if (textAt(record, 'acc') === undefined || textAt(record, 'datetime') === undefined) return undefined;
  if ('Delivered' in record) return 'delivery';
  if ('Act' in record) return 'Rcpt' in record ? 'receipt' : 'other';
  return ['aCode', 'MsgId', 'SenderDomain', 'senderDomain', 'RcptActType'].some((key) => key in record)
    ? 'other'
    : undefined;
}

/** Reads a record of either API; `source` is the id of the format it came in. */
export function readMimecast(
  record: JsonObject,
  source: string,
  { sink, assumptions }: { readonly sink: EventSink; readonly assumptions: Assumptions },
): boolean {
  const kind = mimecastKind(record);
  if (kind === undefined) return false;
  const direction = either(record, 'Dir', 'direction');
  if (kind === 'other' || (direction !== undefined && !OUT.test(direction))) return true;
  // What it refuses to take, whoever wanted to hand it in has heard himself.
  if (kind === 'receipt' && either(record, 'Act', 'action') !== 'Acc') return true;
  const when = whenOf(record, assumptions);
  for (const recipient of recipientsIn(record)) {
    const event = draftOf(source, kind === 'receipt' ? 'accepted' : outcomeIn(record), when, recipient, {
      record,
      sink,
    });
    if (event === undefined) continue;
    addMessage(event, record);
    if (kind === 'delivery') addAttempt(event, record);
    sink.event(event);
  }
  return true;
}

const either = (record: JsonObject, first: string, second: string): string | undefined =>
  textAt(record, first) ?? textAt(record, second);

function whenOf(record: JsonObject, assumptions: Assumptions): Instant | undefined {
  const time = epochOf(record['timestamp']);
  return time === undefined ? instantOf(record['datetime'], assumptions) : { time };
}

/** Several in one record are parted by commas. Stops one that is a list. */
const MOST_RECIPIENTS = 1000;

/** One that is not there is told as unread. */
function recipientsIn(record: JsonObject): readonly (string | undefined)[] {
  const text = either(record, 'Rcpt', 'recipients');
  return text === undefined ? [undefined] : text.split(/[,;] ?(?=\S+@)/, MOST_RECIPIENTS);
}

const isYes = (value: unknown): boolean =>
  value === true || (typeof value === 'string' && /^(?:true|yes)$/i.test(value));

/** Whether it is tried again, is not said: a reply of 5xx ends it, and nothing else does. */
function outcomeIn(record: JsonObject): 'delivered' | 'deferred' | 'bounced' {
  if (isYes(record['Delivered'] ?? record['delivered'])) return 'delivered';
  return either(record, 'RejCode', 'rejectionCode')?.startsWith('5') === true ? 'bounced' : 'deferred';
}

function addMessage(event: Draft, record: JsonObject): void {
  event.ids = idsOf({
    message: messageIdOf(either(record, 'MsgId', 'messageId')?.trim()),
    esp: either(record, 'aCode', 'aggregateId'),
  });
  const sender = either(record, 'Sender', 'senderEnvelope');
  if (sender !== undefined) event.envelopeFrom = sender === '<>' ? '' : sender.replace(/^<(.*)>$/, '$1');
  const from = addressOf(either(record, 'headerFrom', 'senderHeader'));
  if (from !== undefined) event.from = from;
  const size = numberAt(record, 'emailSize') ?? numberAt(record, 'MsgSize');
  if (size !== undefined && size > 0) event.size = size;
}

const MILLISECONDS = 1000;

function addAttempt(event: Draft, record: JsonObject): void {
  const ip = ipOf(either(record, 'IP', 'destinationIp'));
  if (ip !== undefined) event.relay = { ip };
  event.hop = 'mx';
  const attempt = numberAt(record, 'Attempt') ?? numberAt(record, 'deliveryAttempts');
  if (attempt !== undefined && attempt >= 1) event.attempt = attempt;
  const total = numberAt(record, 'Latency') ?? numberAt(record, 'deliveryTime');
  if (total !== undefined && total >= 0) event.delay = { total: toMilliseconds(total / MILLISECONDS) };
  addTls(event, record);
  if (event.kind === 'delivered') return addReply(event, either(record, 'ReceiptAck', 'receiptAck'));
  const code = either(record, 'RejCode', 'rejectionCode');
  addCode(event, code);
  const said = either(record, 'RejInfo', 'rejectionInfo') ?? either(record, 'Err', 'deliveryErrors');
  const text = said?.replaceAll(/^\s*"|"\s*$|\\(?=")/g, '');
  if (text !== undefined) addReply(event, code === undefined || text.startsWith(code) ? text : `${code} ${text}`);
  const word = either(record, 'RejType', 'rejectionType');
  if (word !== undefined) event.espClass = word.replaceAll(/^\s*"|"\s*$/g, '');
}

function addTls(event: Draft, record: JsonObject): void {
  const used = either(record, 'UseTls', 'tlsUsed');
  const version = either(record, 'TlsVer', 'tlsVersion');
  const cipher = either(record, 'Cphr', 'tlsCipher');
  if (version !== undefined || isYes(used))
    event.tls = { ...(version !== undefined && { version }), ...(cipher !== undefined && { cipher }) };
  // Who could not be connected to, was not spoken to without TLS either.
  else if (
    used !== undefined &&
    (event.kind === 'delivered' || either(record, 'RejCode', 'rejectionCode') !== undefined)
  )
    event.tls = false;
}
