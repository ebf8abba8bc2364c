import type { Draft, EventKind } from '../event.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, numberAt, objectAt, textAt, textsAt } from '../json/at.ts';
import { addressOf, ipOf } from '../json/fields.ts';
import { isObject } from '../json/inside.ts';
import { momentOf, secondsBetween } from '../json/time.ts';
import { readNested } from '../json/nested.ts';
import { draftOf } from '../json/draft.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['send', 'accepted'],
  ['delivered', 'delivered'],
  ['deferral', 'deferred'],
  ['hard_bounce', 'bounced'],
  ['soft_bounce', 'bounced'],
  ['reject', 'dropped'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['spam', 'complained'],
  ['unsub', 'unsubscribed'],
]);
/** Kinds that are about handing the message on: the time since it was sent is a delay. */
const HANDING_ON: ReadonlySet<EventKind> = new Set(['delivered', 'deferred', 'bounced']);

/** Reasons why an address stands on the rejection list. */
const ON_LIST: ReadonlySet<string> = new Set(['hard-bounce', 'soft-bounce', 'spam', 'unsub', 'custom']);

export default defineLogFormat({
  id: 'mandrill',
  title: 'Mailchimp Transactional (Mandrill)',
  service: 'mandrill',
  shape: 'records',
  obtain:
    'What a webhook receives (Settings, Webhooks): the JSON array in the form field mandrill_events, or that field in an object, kept one array or one event to a line',
  caveats: [
    'send means that Mandrill took the message; deliveries are told by the event delivered only where the webhook asks for it',
    'An open is a machine’s where Mandrill calls its user agent a robot; otherwise it is not known whose it is',
    'The time to delivery is counted from the time in msg.ts, in whole seconds',
  ],
  sources: [
    {
      label: 'Mandrill, message event webhook format',
      url: 'https://mandrill.zendesk.com/hc/en-us/articles/205583307-Message-Event-Webhook-Format',
    },
    {
      label: 'Mandrill, webhook format',
      url: 'https://mandrill.zendesk.com/hc/en-us/articles/360038740594-Webhook-Format',
    },
  ],
  recognise(record) {
    // The beginning of a file may end within the text.
    if (record['mandrill_events'] !== undefined) return 1;
    if (isSync(record)) return 0.9;
    const isKnown = KINDS.has(textAt(record, 'event') ?? '') && numberAt(record, 'ts') !== undefined;
    return isKnown && textAt(objectAt(record, 'msg'), 'email') !== undefined ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    const events = eventsIn(record);
    if (events === undefined) return readEvent(record, sink, assumptions);
    readNested(events, 'Mandrill', sink, (event) => readEvent(event, sink, assumptions));
    return true;
  },
});

/** The body of the request, with the array in it, or with the array as a text. */
function eventsIn(record: JsonObject): readonly unknown[] | undefined {
  const events = record['mandrill_events'];
  if (Array.isArray(events)) return events;
  if (typeof events !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(events);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return undefined;
  }
}

/** Changes of the deny and allow lists. */
const isSync = (record: JsonObject): boolean =>
  ['blacklist', 'whitelist', 'denylist', 'allowlist'].includes(textAt(record, 'type') ?? '') &&
  textAt(record, 'action') !== undefined &&
  (numberAt(record, 'ts') !== undefined || objectAt(record, 'reject') !== undefined);

function readEvent(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const word = textAt(record, 'event') ?? '';
  if (isSync(record) || word === 'inbound') return true;
  const kind = KINDS.get(word);
  const message = objectAt(record, 'msg');
  if (kind === undefined || message === undefined) return false;
  const when = momentOf(record['ts'], assumptions);
  const event = draftOf('mandrill', kind, when, message['email'], { record, sink });
  if (event === undefined) return true;
  const esp = textAt(message, '_id') ?? textAt(record, '_id');
  if (esp !== undefined) event.ids = { esp };
  const from = addressOf(textAt(message, 'sender'));
  if (from !== undefined) event.from = from;
  const total = secondsBetween(momentOf(message['ts'], assumptions), event);
  if (total !== undefined && HANDING_ON.has(kind)) event.delay = { total };
  if (kind === 'delivered' || kind === 'deferred') addAttempt(event, message, record);
  else if (kind === 'bounced') addBounce(event, message, word);
  else if (kind === 'dropped') addReason(event, message);
  else addEngagement(event, record, message);
  event.tags = tagsOf({
    tag: textsAt(message, 'tags'),
    template: textAt(message, 'template'),
    subaccount: textAt(message, 'subaccount'),
  });
  sink.event(event);
  return true;
}

/** The SMTP conversation: the last of those the event lists. */
function addAttempt(event: Draft, message: JsonObject, record: JsonObject): void {
  const attempt = listAt(message, 'smtp_events').findLast(isObject);
  // What stands beside the message is of this event; the attempts in it may be earlier ones.
  addQuotedReply(event, textAt(record, 'diag') ?? textAt(attempt, 'diag') ?? textAt(message, 'diag'));
  const ours = ipOf(attempt?.['source_ip']);
  const theirs = ipOf(attempt?.['destination_ip']);
  const size = numberAt(attempt, 'size');
  if (ours !== undefined) event.sourceIp = ours;
  if (theirs !== undefined) event.relay = { ip: theirs };
  // 0 where nothing was transmitted.
  if (size !== undefined && size > 0) event.size = size;
}

function addBounce(event: Draft, message: JsonObject, word: string): void {
  addQuotedReply(event, textAt(message, 'diag'));
  const description = textAt(message, 'bounce_description');
  if (description !== undefined) event.espClass = description;
  event.permanent = word === 'hard_bounce';
}

function addReason(event: Draft, message: JsonObject): void {
  const reason = textAt(objectAt(message, 'reject'), 'reason') ?? textAt(message, 'reject_reason');
  // `spam` is an earlier complaint there, and nothing about this message.
  if (reason !== undefined) event.espClass = ON_LIST.has(reason) ? `${reason} (rejection list)` : reason;
}

function addEngagement(event: Draft, record: JsonObject, message: JsonObject): void {
  const url = textAt(record, 'url') ?? textAt(listAt(message, 'clicks').findLast(isObject), 'url');
  if (url !== undefined && event.kind === 'clicked') event.url = url;
  if (event.kind !== 'opened' && event.kind !== 'clicked') return;
  const agent = textAt(objectAt(record, 'user_agent_parsed'), 'type');
  if (agent?.toLowerCase() === 'robot') event.machine = true;
}
