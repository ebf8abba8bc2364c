import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['attempted', 'deferred'],
  ['sent', 'accepted'],
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['bounced', 'bounced'],
  ['dropped', 'dropped'],
  ['failed', 'dropped'],
  ['undeliverable', 'dropped'],
  ['spammed', 'complained'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  // Told beside the event they are taken from.
  ['human_opened', 'opened'],
  ['human_clicked', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
  ['subscribed', 'subscribed'],
]);
/** Drafts, goals that were reached, and choices among topics. */
const ASIDE = new Set(['drafted', 'converted', 'topic_unsubscribed', 'cio_subscription_preferences_changed']);
/** What an event is about; messages to telephones and the like are not mail. */
const MAIL = new Set(['email', 'customer']);
const OTHERS = new Set(['sms', 'push', 'in_app', 'slack', 'webhook', 'whatsapp', 'inbox']);

export default defineLogFormat({
  id: 'customer-io',
  title: 'Customer.io',
  service: 'customer-io',
  shape: 'records',
  obtain:
    'What a Reporting Webhook receives (Data & Integrations, Integrations, Reporting Webhooks), one object to a line',
  caveats: [
    'Both forms of the payload are read: with object_type and metric, and the older one with event_type',
    'sent means that Customer.io has handed the message to the service that delivers it; attempted, that it could not and will try again',
    'Whether a bounce is for good is not told, but by the codes in failure_message',
    'An open is a machine’s where prefetched says so, a click where machine does; older events cannot tell',
  ],
  sources: [
    { label: 'Customer.io, reporting webhooks', url: 'https://docs.customer.io/api/webhooks' },
    { label: 'Customer.io, events of webhooks', url: 'https://docs.customer.io/journeys/webhooks/' },
  ],
  recognise(record) {
    const { object, metric } = subjectOf(record);
    const isOurs = (KINDS.has(metric) || ASIDE.has(metric)) && (MAIL.has(object) || OTHERS.has(object));
    return isOurs && textAt(record, 'event_id') !== undefined && objectAt(record, 'data') !== undefined ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    const { object, metric } = subjectOf(record);
    const data = objectAt(record, 'data');
    if (data === undefined) return false;
    if (OTHERS.has(object) || ASIDE.has(metric)) return true;
    const kind = MAIL.has(object) ? KINDS.get(metric) : undefined;
    if (kind === undefined) return false;
    const to = data['recipient'] ?? data['email_address'] ?? objectAt(data, 'identifiers')?.['email'];
    const event = draftOf('customer-io', kind, momentOf(record['timestamp'], assumptions), to, { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({
      esp: textAt(data, 'delivery_id') ?? textAt(data, 'email_id'),
      event: textAt(record, 'event_id'),
    });
    event.tags = tagsOf({
      campaign: ['campaign_name', 'campaign_id', 'broadcast_id', 'newsletter_id']
        .map((key) => textAt(data, key))
        .find((text) => text !== undefined),
      template: textAt(data, 'template_id') ?? textAt(data, 'content_id'),
    });
    addDetails(event, data, metric);
    sink.event(event);
    return true;
  },
});

/** `email` and `bounced`; the older form has both in one: `email_bounced`. */
function subjectOf(record: JsonObject): { readonly object: string; readonly metric: string } {
  const metric = textAt(record, 'metric');
  if (metric !== undefined) return { object: textAt(record, 'object_type') ?? '', metric };
  const [, object = '', word = ''] = /^([a-z]+)_([a-z_]+)$/.exec(textAt(record, 'event_type') ?? '') ?? [];
  return { object, metric: word };
}

function addDetails(event: Draft, data: JsonObject, metric: string): void {
  if (event.kind === 'bounced' || event.kind === 'deferred' || event.kind === 'dropped')
    addQuotedReply(event, textAt(data, 'failure_message') ?? textAt(data, 'reason'));
  if (event.kind === 'dropped') event.espClass = metric === 'dropped' ? 'suppressed' : metric;
  const machine = event.kind === 'opened' ? data['prefetched'] : data['machine'];
  if (metric.startsWith('human_')) event.machine = false;
  else if (typeof machine === 'boolean' && (event.kind === 'opened' || event.kind === 'clicked'))
    event.machine = machine;
  const url = textAt(data, 'href');
  if (url !== undefined && event.kind === 'clicked') event.url = url;
}
