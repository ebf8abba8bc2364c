import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, numberAt, textAt } from '../json/at.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { isObject } from '../json/inside.ts';
import { momentOf } from '../json/time.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['email_queued', 'accepted'],
  ['email_delivered', 'delivered'],
  ['email_deferred', 'deferred'],
  ['email_dropped', 'bounced'],
  ['email_mailbox_not_found', 'bounced'],
  ['email_spam', 'bounced'],
  ['email_blocklisted', 'dropped'],
]);

export default defineLogFormat({
  id: 'scaleway',
  title: 'Scaleway Transactional Email',
  service: 'scaleway-email',
  shape: 'records',
  obtain: 'What a webhook receives through Topics and Events (the domain’s Webhooks), one object to a line',
  caveats: [
    'email_dropped means that the recipient’s server refused the message for good, and counts as bounced',
    'email_spam is a filter’s verdict, Scaleway’s or the recipient’s; where no reply comes with it, it counts as a complaint',
    'Opens and clicks are not told',
  ],
  sources: [
    {
      label: 'Scaleway, webhook event payloads',
      url: 'https://www.scaleway.com/en/docs/transactional-email/reference-content/webhook-events-payloads/',
    },
  ],
  recognise(record) {
    const word = textAt(record, 'type') ?? '';
    if (!KINDS.has(word) && word !== 'blocklist_created') return 0;
    return textAt(record, 'domain_id') !== undefined && textAt(record, 'created_at') !== undefined ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'type') ?? '';
    if (word === 'blocklist_created') return true;
    const told = KINDS.get(word);
    if (told === undefined) return false;
    const code = numberAt(record, 'email_response_code');
    const kind = word === 'email_spam' && (code ?? 0) < 400 ? 'complained' : told;
    const when = momentOf(record['created_at'], assumptions);
    const event = draftOf('scaleway', kind, when, record['email_to'], { record, sink });
    if (event === undefined) return true;
    addMessage(event, record);
    if (kind !== 'accepted' && kind !== 'complained')
      addQuotedReply(
        event,
        textAt(record, 'email_response_message') ?? textAt(record, 'email_error') ?? textAt(record, 'blocklist_reason'),
        code,
      );
    const attempt = numberAt(record, 'email_try_count');
    if (attempt !== undefined && Number.isInteger(attempt) && attempt > 0) event.attempt = attempt;
    if (word === 'email_mailbox_not_found' || word === 'email_spam') event.espClass = word.slice('email_'.length);
    else if (kind === 'dropped') event.espClass = textAt(record, 'blocklist_type') ?? 'suppressed';
    if (kind === 'bounced') event.permanent = true;
    sink.event(event);
    return true;
  },
});

function addMessage(event: Draft, record: JsonObject): void {
  event.ids = idsOf({
    message: messageIdOf(headerOf(record, 'message-id')),
    esp: textAt(record, 'email_id'),
    event: textAt(record, 'id'),
  });
  const from = addressOf(textAt(record, 'email_from'));
  if (from !== undefined) event.from = from;
  event.tags = tagsOf({ domain: textAt(record, 'domain_name') });
}

function headerOf(record: JsonObject, name: string): string | undefined {
  const header = listAt(record, 'email_headers').find(
    (field) => isObject(field) && textAt(field, 'key')?.toLowerCase() === name,
  );
  return isObject(header) ? textAt(header, 'value') : undefined;
}
