import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, numberAt, objectAt, textAt } from '../json/at.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { addressOf, objectOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf, type Instant } from '../json/time.ts';

/** `parts`: where the mail event has what it tells; `recipients`: the list in it of those it is about. */
interface Kind {
  readonly kind: EventKind;
  readonly parts: readonly string[];
  readonly recipients?: string;
}
const BOUNCE = { kind: 'bounced', parts: ['bounce'], recipients: 'bounced_recipients' } as const;
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['send', { kind: 'accepted', parts: ['send'] }],
  ['delivered', { kind: 'delivered', parts: ['delivery'], recipients: 'recipients' }],
  ['hardbounce', BOUNCE],
  ['softbounce', BOUNCE],
  ['complaint', { kind: 'complained', parts: ['complaint'], recipients: 'complained_recipients' }],
  ['rejected', { kind: 'dropped', parts: ['reject', 'rejected'] }],
  ['rendering_failure', { kind: 'dropped', parts: ['failure', 'rendering_failure'] }],
  ['open', { kind: 'opened', parts: ['open'] }],
  ['click', { kind: 'clicked', parts: ['click'] }],
  ['unsubscribe', { kind: 'unsubscribed', parts: ['unsubscribe'] }],
]);
const EMAIL = '_email.';
/** Of telephones, of apps, and of a campaign before a message is made of it. */
const OTHERS = /^_(?:SMS|campaign|journey|session|userauth|custom|voice|in_app)[._]/i;
const SUPPRESSED = /^(?:Suppressed|OnAccountSuppressionList|UnsubscribedRecipient)$/i;
/** Tried too long (RFC 3463 §3.5). */
const EXPIRED = /^[45]\.4\.7$/;
const MILLISECONDS = 1000;

export default defineLogFormat({
  id: 'amazon-pinpoint',
  title: 'Amazon Pinpoint',
  // It hands its mail to SES: the DNS and the DMARC reports know no other name of it.
  service: 'amazon-ses',
  shape: 'records',
  obtain:
    'What an Amazon Pinpoint project streams to Kinesis, or to S3 by Data Firehose: Settings, Event stream; the objects as they come. The service ended on 30 October 2026: what was streamed before stays in its bucket',
  caveats: [
    'Of an event the time it arrived at is taken: event_timestamp is that of sending for all of them',
    'A soft bounce counts as given up: nothing tells that it will be tried again',
    'Events of SMS, of apps and of campaigns as such are passed over',
    'Opens by proxies and scanners are not told from those of people',
  ],
  sources: [
    {
      label: 'Amazon Pinpoint, Email event data stream',
      url: 'https://docs.aws.amazon.com/pinpoint/latest/developerguide/event-streams-data-email.html',
    },
  ],
  recognise: (record) => (KINDS.has(wordOf(record)) && mailEventIn(record) !== undefined ? 0.95 : 0),
  read(record, sink, assumptions) {
    const word = wordOf(record);
    const told = KINDS.get(word);
    if (told === undefined) return OTHERS.test(textAt(record, 'event_type') ?? '');
    const sent = momentOf(record['event_timestamp'], assumptions);
    const when = word === 'send' ? sent : (momentOf(record['arrival_timestamp'], assumptions) ?? sent);
    const mailEvent = mailEventIn(record) ?? {};
    const part = objectOf(told.parts.map((name) => objectAt(mailEvent, name)).find((one) => one !== undefined));
    for (const one of recipientsOf(record, objectAt(mailEvent, 'mail'), part, told)) {
      const event = eventTo(one, kindOf(told.kind, part, objectOf(one)), when, { record, sink });
      if (event === undefined) continue;
      addMessage(event, record, objectAt(mailEvent, 'mail'));
      addDetails(event, part, objectOf(one));
      if (event.kind === 'bounced' || event.kind === 'expired') event.permanent = word === 'hardbounce';
      sink.event(event);
    }
    return true;
  },
});

function wordOf(record: JsonObject): string {
  const type = textAt(record, 'event_type') ?? '';
  return type.startsWith(EMAIL) ? type.slice(EMAIL.length) : '';
}

const mailEventIn = (record: JsonObject): JsonObject | undefined =>
  objectAt(objectAt(objectAt(record, 'facets'), 'email_channel'), 'mail_event');

function kindOf(kind: EventKind, part: JsonObject, one: JsonObject): EventKind {
  if (kind !== 'bounced') return kind;
  if (SUPPRESSED.test(textAt(part, 'bounce_sub_type') ?? '')) return 'dropped';
  return EXPIRED.test(textAt(one, 'status') ?? '') ? 'expired' : kind;
}

/** Those that the event names; else those of the message. An endpoint is called by its address, and not always. */
function recipientsOf(
  record: JsonObject,
  mail: JsonObject | undefined,
  part: JsonObject,
  { kind, recipients }: Kind,
): readonly unknown[] {
  const own = recipients === undefined ? [] : listAt(part, recipients);
  if (own.length > 0) return own;
  const all = listAt(mail, 'destination');
  // One of them opened it, and it is not said who.
  const isOneOf = kind === 'opened' || kind === 'clicked' || kind === 'unsubscribed';
  if (all.length > 1 && isOneOf) return ['nobody'];
  return all.length > 0 ? all : [objectAt(record, 'client')?.['client_id']];
}

function eventTo(
  to: unknown,
  kind: EventKind,
  when: Instant | undefined,
  context: { readonly record: JsonObject; readonly sink: EventSink },
): Draft | undefined {
  if (to === 'nobody') return draftOfNobody('amazon-pinpoint', kind, when, context);
  return draftOf('amazon-pinpoint', kind, when, isObject(to) ? to['email_address'] : to, context);
}

function addMessage(event: Draft, record: JsonObject, mail: JsonObject | undefined): void {
  event.ids = idsOf({ esp: textAt(mail, 'message_id') });
  addMail(event, { from: addressOf(mail?.['from_address']) });
  const attributes = objectAt(record, 'attributes');
  event.tags = tagsOf({
    campaign: textAt(attributes, 'campaign_id') ?? textAt(attributes, 'journey_id'),
    project: textAt(objectAt(record, 'application'), 'app_id'),
  });
}

function addDetails(event: Draft, part: JsonObject, one: JsonObject): void {
  const { kind } = event;
  const url = textAt(part, 'link');
  if (kind === 'clicked' && url !== undefined) event.url = url;
  if (kind !== 'delivered' && kind !== 'bounced' && kind !== 'expired' && kind !== 'dropped') return;
  addQuotedReply(event, textAt(one, 'diagnostic_code') ?? textAt(part, 'smtp_response'));
  addStatus(event, textAt(one, 'status'));
  const took = numberAt(part, 'processing_time_millis');
  if (took !== undefined && took >= 0) event.delay = { total: took / MILLISECONDS };
  const type = textAt(part, 'bounce_type');
  const words = [type, textAt(part, 'bounce_sub_type'), textAt(part, 'reason')].filter(Boolean);
  if (words.length > 0) event.espClass = words.join('/');
  else if (kind === 'dropped' && part['error_message'] !== undefined) event.espClass = 'Rendering Failure';
}
