import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['new', 'accepted'],
  ['delivered', 'delivered'],
  ['undelivered', 'bounced'],
  ['soft_bounces', 'bounced'],
  ['hard_bounces', 'bounced'],
  ['opened', 'opened'],
  ['open', 'opened'],
  ['clicked', 'clicked'],
  ['redirect', 'clicked'],
  ['redirected', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
  ['unsubscribe', 'unsubscribed'],
  ['resubscribed', 'subscribed'],
  ['spam_by_user', 'complained'],
  ['spam', 'complained'],
]);

export default defineLogFormat({
  id: 'sendpulse',
  title: 'SendPulse',
  service: 'sendpulse',
  shape: 'records',
  obtain:
    'What a webhook of the SMTP service receives (Account settings, API, Create webhook), one array or one event to a line; those of campaigns are read alike',
  caveats: [
    'Attempts that will be repeated are not told: a soft bounce has been given up',
    'undelivered does not say whether it is for good; hard_bounces and soft_bounces do',
    'A message is known by a number in the SMTP service, and by its campaign only in the other',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    {
      label: 'SendPulse, webhooks for transactional emails',
      url: 'https://sendpulse.com/knowledge-base/smtp/smtp-webhooks',
    },
  ],
  recognise(record) {
    if (!KINDS.has(textAt(record, 'event') ?? '') || numberAt(record, 'timestamp') === undefined) return 0;
    if (addressOf(record['recipient'] ?? record['email']) === undefined) return 0;
    if (textAt(record, 'smtp_server_response_code') !== undefined) return 0.95;
    if (textAt(record, 'task_id') !== undefined) return 0.9;
    if (numberAt(record, 'message_id') === undefined || record['recipient'] === undefined) return 0;
    return textAt(record, 'sender') === undefined ? 0.7 : 0.9;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'event') ?? '';
    const kind = KINDS.get(word);
    if (kind === undefined) return false;
    const to = record['recipient'] ?? record['email'];
    const event = draftOf('sendpulse', kind, momentOf(record['timestamp'], assumptions), to, { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'message_id') });
    const from = addressOf(record['sender']);
    if (from !== undefined) event.from = from;
    event.tags = tagsOf({ campaign: textAt(record, 'task_id') });
    if (kind === 'delivered' || kind === 'bounced') addReply(event, record);
    if (word === 'hard_bounces' || word === 'soft_bounces') event.permanent = word === 'hard_bounces';
    const url = textAt(record, 'link_url') ?? textAt(record, 'url');
    if (url !== undefined && kind === 'clicked') event.url = url;
    sink.event(event);
    return true;
  },
});

function addReply(event: Draft, record: JsonObject): void {
  addQuotedReply(event, textAt(record, 'smtp_server_response'), numberAt(record, 'smtp_server_response_code'));
  addStatus(event, textAt(record, 'smtp_server_response_subcode'));
}
