import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['email.sent', 'accepted'],
  ['email.delivered', 'delivered'],
  ['email.deferred', 'deferred'],
  ['email.bounced', 'bounced'],
  ['email.opened', 'opened'],
  ['email.clicked', 'clicked'],
  ['email.spam_reported', 'complained'],
  ['email.unsubscribed', 'unsubscribed'],
  ['email.group_unsubscribed', 'unsubscribed'],
  ['email.group_resubscribed', 'subscribed'],
]);

export default defineLogFormat({
  id: 'autosend',
  title: 'AutoSend',
  service: 'autosend',
  shape: 'records',
  obtain: 'What a webhook receives (Webhooks, all email events), one object to a line',
  caveats: [
    'Neither the reply nor its code is read, nor where a click went',
    'Unsubscriptions may name no address, and are told as unread then',
    'Mail that was a test (test) counts like any other',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [{ label: 'AutoSend, webhook event types', url: 'https://docs.autosend.com/others/webhooks/event-type' }],
  recognise: (record) => (isOurs(record) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isOurs(record)) return false;
    const kind = KINDS.get(wordOf(record)) ?? 'accepted';
    const data = objectAt(record, 'data');
    const to = textAt(objectAt(data, 'to'), 'email') ?? data?.['to'] ?? data?.['email'];
    // In the first of these payloads the event's time was `timestamp`.
    const when = momentOf(record['createdAt'] ?? record['timestamp'], assumptions);
    const event = draftOf('autosend', kind, when, to, { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(data, 'emailId') });
    const from = addressOf(data?.['from']);
    if (from !== undefined) event.from = from;
    event.tags = tagsOf({ campaign: textAt(data, 'campaignId'), template: textAt(data, 'templateId') });
    const type = textAt(data, 'bounceType');
    if (kind === 'bounced' && type !== undefined) {
      event.espClass = type;
      event.permanent = type === 'Permanent';
    }
    sink.event(event);
    return true;
  },
});

const wordOf = (record: JsonObject): string => textAt(record, 'type') ?? textAt(record, 'event') ?? '';

const isOurs = (record: JsonObject): boolean =>
  KINDS.has(wordOf(record)) && textAt(objectAt(record, 'data'), 'emailId') !== undefined;
