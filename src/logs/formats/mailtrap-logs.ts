import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, objectsAt, textAt } from '../json/at.ts';
import { addressOf, ipOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { telling } from '../json/telling.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['delivery', 'delivered'],
  ['soft_bounce', 'deferred'],
  ['suspension', 'deferred'],
  ['bounce', 'bounced'],
  ['reject', 'dropped'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['spam', 'complained'],
  ['unsubscribe', 'unsubscribed'],
]);
/** Of a page of messages, which has no events. */
const STATES: ReadonlyMap<string, EventKind | undefined> = new Map<string, EventKind | undefined>([
  ['enqueued', undefined],
  ['delivered', 'delivered'],
  ['not_delivered', 'bounced'],
  ['opted_out', 'dropped'],
]);

export default defineLogFormat({
  id: 'mailtrap-logs',
  title: 'Mailtrap email logs, JSON',
  service: 'mailtrap',
  shape: 'records',
  obtain: 'The answers of Mailtrap’s email logs interface: pages of messages, or single messages with their events',
  caveats: [
    'In a page a message has its state only: what it tells stands at sent_at; single messages tell each event’s own time',
    'opted_out counts as dropped; why a message was not delivered is told with its events only',
    'Opens and clicks of a page are counts without a time, and are not read; nothing tells whether a person or a machine did it',
  ],
  sources: [
    { label: 'Mailtrap, email logs', url: 'https://docs.mailtrap.io/developers/email-sending/email-logs' },
    {
      label: 'Mailtrap’s client for Python, answers as they come',
      url: 'https://github.com/mailtrap/mailtrap-python/tree/main/tests',
    },
  ],
  recognise: (record) => (isMessage(record) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isMessage(record)) return false;
    const fill = (event: Draft): void => addMessage(event, record);
    const tell = telling('mailtrap-logs', { record, to: record['to'], fill }, sink, assumptions);
    tell('accepted', record['sent_at']);
    const events = objectsAt(record, 'events');
    const state = STATES.get(textAt(record, 'status') ?? '');
    if (events.length === 0 && state !== undefined) tell(state, record['sent_at']);
    for (const one of events) {
      const kind = KINDS.get(textAt(one, 'event_type') ?? '');
      if (kind === undefined) sink.unread('no event of Mailtrap', textAt(one, 'event_type') ?? '');
      else tell(kind, one['created_at'], (event) => addDetails(event, objectAt(one, 'details')));
    }
    return true;
  },
});

const isMessage = (record: JsonObject): boolean =>
  STATES.has(textAt(record, 'status') ?? '') &&
  textAt(record, 'sending_stream') !== undefined &&
  textAt(record, 'message_id') !== undefined &&
  textAt(record, 'to') !== undefined;

function addMessage(event: Draft, record: JsonObject): void {
  event.ids = idsOf({ message: messageIdOf(textAt(record, 'rfc_message_id')), esp: textAt(record, 'message_id') });
  const from = addressOf(record['from']);
  if (from !== undefined) event.from = from;
  event.tags = tagsOf({
    category: textAt(record, 'category'),
    stream: textAt(record, 'sending_stream'),
    template: textAt(record, 'template_id'),
  });
}

function addDetails(event: Draft, details: JsonObject | undefined): void {
  const url = textAt(details, 'click_url');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  const ip = ipOf(details?.['sending_ip']);
  if (ip !== undefined) event.sourceIp = ip;
  const host = textAt(details, 'recipient_mx');
  if (host !== undefined) {
    event.relay = { host };
    event.hop = 'mx';
  }
  const provider = textAt(details, 'email_service_provider');
  if (provider !== undefined) event.mailboxProvider = provider;
  const said = textAt(details, 'email_service_provider_response') ?? textAt(details, 'reject_reason');
  addQuotedReply(event, said, numberAt(details, 'email_service_provider_status'));
  const word = textAt(details, 'bounce_category');
  if (word !== undefined) event.espClass = word;
  if (event.kind === 'bounced') event.permanent = true;
  else if (event.kind === 'deferred') event.permanent = false;
}
