import type { EventKind } from '../event.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, numberAt, textAt } from '../json/at.ts';
import { isObject } from '../json/inside.ts';
import { momentOf } from '../json/time.ts';
import { readNested } from '../json/nested.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['delivery', 'delivered'],
  // Ten more attempts follow after either of these.
  ['soft bounce', 'deferred'],
  ['suspension', 'deferred'],
  ['bounce', 'bounced'],
  ['reject', 'dropped'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['spam', 'complained'],
  ['unsubscribe', 'unsubscribed'],
]);

/** Mail that came in, and what was done to the account. */
const ASIDE = /^(?:inbound|activity_log)\./;

export default defineLogFormat({
  id: 'mailtrap',
  title: 'Mailtrap Email Sending',
  service: 'mailtrap',
  shape: 'records',
  obtain:
    'What a webhook receives (Settings, Webhooks): objects with a list events, or one event to a line where the payload format is JSON Lines',
  caveats: [
    'Nothing tells when Mailtrap took the message: there is no event for it in webhooks',
    'A suspension, for a domain that is not verified, counts as deferred: Mailtrap looks ten more times',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'Mailtrap, webhooks', url: 'https://docs.mailtrap.io/email-api-smtp/advanced/webhooks' },
    {
      label: 'Mailtrap, statuses and events',
      url: 'https://docs.mailtrap.io/email-api-smtp/analytics/statuses-and-events',
    },
  ],
  recognise(record) {
    const [first] = listAt(record, 'events');
    const event = isObject(first) ? first : record;
    if (!KINDS.has(textAt(event, 'event') ?? '') || numberAt(event, 'timestamp') === undefined) return 0;
    if (textAt(event, 'message_id') === undefined) return 0;
    return textAt(event, 'sending_stream') !== undefined || textAt(event, 'event_id') !== undefined ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    const read = (event: JsonObject): boolean => readEvent(event, sink, assumptions);
    if (!Array.isArray(record['events'])) return read(record);
    readNested(listAt(record, 'events'), 'Mailtrap', sink, read);
    return true;
  },
});

function readEvent(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const word = textAt(record, 'event') ?? '';
  if (ASIDE.test(word)) return true;
  const kind = KINDS.get(word);
  if (kind === undefined) return false;
  const when = momentOf(record['timestamp'], assumptions);
  const event = draftOf('mailtrap', kind, when, record['email'], { record, sink });
  if (event === undefined) return true;
  event.ids = idsOf({ esp: textAt(record, 'message_id'), event: textAt(record, 'event_id') });
  if (kind === 'deferred' || kind === 'bounced' || kind === 'dropped' || kind === 'delivered') {
    addQuotedReply(event, textAt(record, 'response') ?? textAt(record, 'reason'), numberAt(record, 'response_code'));
    const category = textAt(record, 'bounce_category');
    if (category !== undefined) event.espClass = category;
    if (kind === 'bounced') event.permanent = true;
    else if (word === 'soft bounce') event.permanent = false;
  }
  const url = textAt(record, 'url');
  if (url !== undefined && kind === 'clicked') event.url = url;
  event.tags = tagsOf({
    category: textAt(record, 'category'),
    stream: textAt(record, 'sending_stream'),
    domain: textAt(record, 'sending_domain_name'),
  });
  sink.event(event);
  return true;
}
