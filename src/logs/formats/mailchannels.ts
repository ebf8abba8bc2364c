import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { numberAt, textAt, textsAt } from '../json/at.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { type Instant, momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['processed', 'accepted'],
  ['delivered', 'delivered'],
  ['hard-bounced', 'bounced'],
  ['bounced', 'bounced'],
  ['soft-bounced', 'deferred'],
  ['dropped', 'dropped'],
  ['complained', 'complained'],
  ['unsubscribed', 'unsubscribed'],
  ['open', 'opened'],
  ['click', 'clicked'],
]);
const BY_ONE: ReadonlySet<EventKind> = new Set(['complained', 'unsubscribed', 'opened', 'clicked']);

export default defineLogFormat({
  id: 'mailchannels',
  title: 'MailChannels Email API',
  service: 'mailchannels',
  shape: 'records',
  obtain: 'What a webhook receives (POST /tx/v1/webhook), one list or one object to a line',
  caveats: [
    'email is the sender; an event names all recipients of a message, and one event is made of each',
    'Of several recipients it is not told who opened, clicked or complained: such an event names nobody',
    'soft-bounced counts as deferred; nothing tells when MailChannels gives up',
    'Whose hosts’ mail is relayed through MailChannels finds nothing of it here: these are events of the API',
    'Times are whole seconds',
  ],
  sources: [
    { label: 'MailChannels, Delivery Events', url: 'https://docs.mailchannels.net/email-api/advanced/delivery-events' },
    { label: 'MailChannels, JSON Schema', url: 'https://docs.mailchannels.com/email-api/webhook-schema' },
  ],
  recognise: (record) =>
    KINDS.has(textAt(record, 'event') ?? '') &&
    textAt(record, 'customer_handle') !== undefined &&
    record['timestamp'] !== undefined
      ? 0.95
      : 0,
  read(record, sink, assumptions) {
    const kind = KINDS.get(textAt(record, 'event') ?? '');
    if (kind === undefined || textAt(record, 'customer_handle') === undefined) return false;
    const when = momentOf(record['timestamp'], assumptions);
    for (const event of eventsOf(kind, when, record, sink)) {
      event.ids = idsOf({ message: messageIdOf(record['smtp_id']), esp: textAt(record, 'request_id') });
      addMail(event, { from: record['email'] });
      event.tags = tagsOf({ campaign: textAt(record, 'campaign_id'), subaccount: textAt(record, 'customer_handle') });
      addDetails(event, record);
      sink.event(event);
    }
    return true;
  },
});

function eventsOf(kind: EventKind, when: Instant | undefined, record: JsonObject, sink: EventSink): Draft[] {
  const recipients = textsAt(record, 'recipients');
  const of = { record, sink };
  const events =
    recipients.length > 1 && BY_ONE.has(kind)
      ? [draftOfNobody('mailchannels', kind, when, of)]
      : (recipients.length === 0 ? [undefined] : recipients).map((to) => draftOf('mailchannels', kind, when, to, of));
  return events.filter((event) => event !== undefined);
}

function addDetails(event: Draft, record: JsonObject): void {
  const url = textAt(record, 'url');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  if (event.kind === 'bounced' || event.kind === 'deferred' || event.kind === 'dropped')
    addQuotedReply(event, textAt(record, 'reason'), numberAt(record, 'status'));
}
