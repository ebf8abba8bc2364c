import { addressIn } from '../address.ts';
import type { EventKind } from '../event.ts';
import { defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { isObject, listAt, numberAt, textAt } from '../json-value.ts';
import { epochMoment } from '../moment.ts';
import { readNested } from '../nested.ts';
import { idsOf, newEvent } from '../new-event.ts';
import { addReply } from '../reply-text.ts';
import { tagsOf } from '../tags.ts';

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

export default defineLogFormat({
  id: 'mailtrap',
  title: 'Mailtrap Email Sending',
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
  read(record, sink) {
    if (!Array.isArray(record['events'])) return readEvent(record, sink);
    readNested(listAt(record, 'events'), 'Mailtrap', sink, (event) => readEvent(event, sink));
    return true;
  },
});

function readEvent(record: JsonObject, sink: EventSink): boolean {
  const word = textAt(record, 'event') ?? '';
  if (word.startsWith('inbound.')) return true;
  const kind = KINDS.get(word);
  if (kind === undefined) return false;
  const moment = epochMoment(numberAt(record, 'timestamp'));
  const recipient = addressIn(textAt(record, 'email'));
  const event = newEvent({ source: 'mailtrap', kind, moment, recipient }, record, sink);
  if (event === undefined) return true;
  event.ids = idsOf({ esp: textAt(record, 'message_id'), event: textAt(record, 'event_id') });
  if (kind === 'deferred' || kind === 'bounced' || kind === 'dropped' || kind === 'delivered') {
    addReply(event, textAt(record, 'response') ?? textAt(record, 'reason'), numberAt(record, 'response_code'));
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
