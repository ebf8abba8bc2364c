import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf, countOf, ipOf, listOf, messageIdOf, objectOf, textOf } from '../json/fields.ts';
import { addCode, addReply } from '../json/reply.ts';
import { type Instant, momentOf, secondsBetween } from '../json/time.ts';
import { readFeedback } from './feedback.ts';
import { addTags, type Headers } from './tags.ts';

const KINDS: ReadonlyMap<string, EventKind | 'known' | 'feedback'> = new Map([
  ['Reception', 'accepted'],
  ['Delivery', 'delivered'],
  ['TransientFailure', 'deferred'],
  ['Delay', 'deferred'],
  ['Delayed', 'deferred'],
  ['Bounce', 'bounced'],
  // Cancelled in the queue by the operator: no host has refused it.
  ['AdminBounce', 'dropped'],
  ['OOB', 'bounced'],
  ['Expiration', 'expired'],
  ['Feedback', 'feedback'],
  // Refused to those who wanted to hand in mail; moved from one queue or machine to another.
  ['Rejection', 'known'],
  ['AdminRebind', 'known'],
  ['DeferredInjectionRebind', 'known'],
  ['XferIn', 'known'],
  ['XferOut', 'known'],
]);

export const kumomtaKind = (type: unknown): EventKind | 'known' | 'feedback' | undefined =>
  typeof type === 'string' ? KINDS.get(type) : undefined;

/** Since 2025.10.06 with a fraction. */
const timeOf = (record: JsonObject, assumptions: Assumptions): Instant | undefined =>
  momentOf(record['event_time'], assumptions) ?? momentOf(record['timestamp'], assumptions);

export function readKumomta(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const kind = kumomtaKind(record['type']);
  if (kind === undefined) return false;
  // Records about records: what a log hook queues for itself.
  if (kind === 'known' || record['reception_protocol'] === 'LogRecord') return true;
  const when = timeOf(record, assumptions);
  if (kind === 'feedback') {
    readFeedback(record, when, sink);
    return true;
  }
  const recipients = listOf(record['recipient']);
  // One that is not there is told as unread.
  for (const recipient of recipients.length === 0 ? [undefined] : recipients) {
    const event = draftOf('kumomta', kind, when, recipient, { record, sink });
    if (event === undefined) continue;
    addMessage(event, record, addTags(event, record));
    if (kind !== 'accepted') {
      addAttempt(
        event,
        record,
        momentOf(record['created_time'], assumptions) ?? momentOf(record['created'], assumptions),
      );
      addResponse(event, record);
    }
    sink.event(event);
  }
  return true;
}

function addMessage(event: Draft, record: JsonObject, headers: Headers): void {
  const id = textOf(record['id']);
  const host = textOf(record['nodeid']);
  const message = messageIdOf(headers.messageId);
  // An out-of-band bounce is a message of its own, with an id of its own.
  const isOwn = record['type'] !== 'OOB';
  event.ids = isOwn ? { queue: id, host, message } : { event: id, host };
  const { sender } = record;
  if (typeof sender === 'string') event.envelopeFrom = sender === '<>' ? '' : sender;
  const from = addressOf(headers.from);
  if (from !== undefined) event.from = from;
  const size = countOf(record['size']);
  if (size !== undefined && size > 0) event.size = size;
}

/** The ones in which somebody was spoken to. */
const ATTEMPTS = new Set(['Delivery', 'TransientFailure', 'Bounce']);

function addAttempt(event: Draft, record: JsonObject, created: Instant | undefined): void {
  const total = record['type'] === 'OOB' ? undefined : secondsBetween(created, event);
  if (total !== undefined) event.delay = { total };
  const provider = textOf(record['provider_name']);
  if (provider !== undefined) event.mailboxProvider = provider;
  if (!ATTEMPTS.has(String(record['type']))) return;
  const before = countOf(record['num_attempts']);
  if (before !== undefined) event.attempt = before + 1;
  const peer = objectOf(record['peer_address']);
  const name = textOf(peer['name']);
  const ip = ipOf(peer['addr']);
  if (name !== undefined) {
    const host = name.endsWith('.') ? name.slice(0, -1) : name;
    event.relay = ip === undefined ? { host } : { host, ip };
  } else if (ip !== undefined) event.relay = { ip };
  const source = ipOf(objectOf(record['source_address'])['address']);
  if (source !== undefined) event.sourceIp = source;
  const protocol = textOf(record['delivery_protocol']);
  if (protocol === 'ESMTP' && event.relay !== undefined) event.hop = 'mx';
  if (protocol === 'Maildir') event.hop = 'local';
  const version = textOf(record['tls_protocol_version']);
  const cipher = textOf(record['tls_cipher']);
  if (version !== undefined && cipher !== undefined) event.tls = { version, cipher };
  else if (version !== undefined || cipher !== undefined)
    event.tls = { ...(version !== undefined && { version }), ...(cipher !== undefined && { cipher }) };
  else if (event.kind === 'delivered' && protocol === 'ESMTP' && textOf(record['session_id']) !== undefined)
    event.tls = false;
}

function addResponse(event: Draft, record: JsonObject): void {
  const response = objectOf(record['response']);
  addCode(event, response['code']);
  const parts = objectOf(response['enhanced_code']);
  const first = countOf(parts['class']);
  const subject = countOf(parts['subject']);
  const detail = countOf(parts['detail']);
  if (first !== undefined && subject !== undefined && detail !== undefined)
    event.enhancedCode = `${first}.${subject}.${detail}`;
  addReply(event, response['content']);
  const command = textOf(response['command']);
  if (command !== undefined) event.command = command.trim() === '.' ? 'end of DATA' : command.trim();
  const word = textOf(record['bounce_classification']);
  if (word !== undefined && word !== 'Uncategorized' && event.kind !== 'delivered') event.espClass = word;
}
