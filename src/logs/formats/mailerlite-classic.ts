import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['subscriber.create', 'subscribed'],
  ['subscriber.bounced', 'bounced'],
  ['subscriber.complaint', 'complained'],
  ['subscriber.unsubscribe', 'unsubscribed'],
]);
/** What becomes of a subscriber otherwise, and campaigns as a whole. */
const ASIDE = /^(?:subscriber|campaign)\.[a-z_]+$/;

export default defineLogFormat({
  id: 'mailerlite-classic',
  title: 'MailerLite Classic',
  service: 'mailerlite',
  shape: 'records',
  failuresOnly: true,
  obtain: 'What a webhook of MailerLite Classic receives, one object to a line',
  caveats: [
    'What was sent, what arrived, and opens and clicks are not told: no share can be made of it',
    'Neither the campaign is told nor why a mail bounced, nor whether for good',
    'The webhooks of the new MailerLite have another form, and are not read yet',
  ],
  sources: [{ label: 'MailerLite Classic, Webhooks', url: 'https://developers-classic.mailerlite.com/docs/webhooks' }],
  recognise: (record) => (isOurs(record) && KINDS.has(textAt(record, 'type') ?? '') ? 0.95 : 0),
  read(record, sink, assumptions) {
    const word = textAt(record, 'type') ?? '';
    if (!isOurs(record)) return false;
    const kind = KINDS.get(word);
    if (kind === undefined) return ASIDE.test(word);
    const when = momentOf(record['timestamp'], assumptions);
    const event = draftOf('mailerlite-classic', kind, when, subscriberOf(record)?.['email'], { record, sink });
    if (event !== undefined) sink.event(event);
    return true;
  },
});

const subscriberOf = (record: JsonObject): JsonObject | undefined => objectAt(objectAt(record, 'data'), 'subscriber');

const isOurs = (record: JsonObject): boolean =>
  textAt(record, 'webhook_id') !== undefined &&
  textAt(record, 'account_id') !== undefined &&
  textAt(subscriberOf(record), 'email') !== undefined;
