import type { Draft, EventKind } from '../event.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, objectAt, objectsAt, textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** Without what stands between their words: a blank, once, or an underscore. */
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['hardbounce', 'bounced'],
  ['softbounce', 'bounced'],
  ['delivered', 'delivered'],
  ['emailopen', 'opened'],
  ['emaillinkclick', 'clicked'],
  ['feedbackloop', 'complained'],
]);

export default defineLogFormat({
  id: 'zeptomail',
  title: 'Zoho ZeptoMail',
  service: 'zeptomail',
  shape: 'records',
  obtain: 'What a webhook receives (the agent’s Webhooks), one object to a line',
  caveats: [
    'What was taken in is not told; what the recipient’s server accepted only where the webhook asks for it',
    'Whose open or click it was is taken from the list of recipients: of a mail to several, all of them',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [{ label: 'ZeptoMail, Webhooks', url: 'https://www.zoho.com/zeptomail/help/webhooks.html' }],
  recognise: (record) => (kindOf(record) !== undefined && objectsAt(record, 'event_message').length > 0 ? 0.95 : 0),
  read(record, sink, assumptions) {
    const kind = kindOf(record);
    const messages = objectsAt(record, 'event_message');
    if (kind === undefined || messages.length === 0) return false;
    for (const message of messages)
      for (const data of objectsAt(message, 'event_data'))
        for (const details of objectsAt(data, 'details'))
          readEvent({ record, kind, message, details }, sink, assumptions);
    return true;
  },
});

const wordOf = (record: JsonObject): string | undefined =>
  textsAt(record, 'event_name')
    .map((name) => name.toLowerCase().replaceAll(/[ _]/g, ''))
    .find((name) => KINDS.has(name));
const kindOf = (record: JsonObject): EventKind | undefined => KINDS.get(wordOf(record) ?? '');

interface Part {
  readonly record: JsonObject;
  readonly kind: EventKind;
  readonly message: JsonObject;
  readonly details: JsonObject;
}

function readEvent({ record, kind, message, details }: Part, sink: EventSink, assumptions: Assumptions): void {
  const info = objectAt(message, 'email_info');
  const when = momentOf(details['time'] ?? info?.['processed_time'], assumptions);
  const word = wordOf(record);
  for (const to of recipientsOf(details, info)) {
    const event = draftOf('zeptomail', kind, when, to, { record, sink });
    if (event === undefined) continue;
    event.ids = idsOf({ esp: textAt(info, 'email_reference') ?? textAt(message, 'request_id') });
    addMail(event, { from: objectAt(info, 'from')?.['address'], envelopeFrom: info?.['bounce_address'] });
    addDetails(event, details, word);
    event.tags = tagsOf({ tag: textAt(info, 'client_reference') });
    sink.event(event);
  }
}

function recipientsOf(details: JsonObject, info: JsonObject | undefined): readonly unknown[] {
  if (details['bounced_recipient'] !== undefined) return [details['bounced_recipient']];
  const all = ['to', 'cc', 'bcc'].flatMap((key) => listAt(info, key).filter(isObject));
  const addresses = all.map((one) => objectAt(one, 'email_address')?.['address']);
  return addresses.length === 0 ? [undefined] : addresses;
}

function addDetails(event: Draft, details: JsonObject, word: string | undefined): void {
  const url = textAt(details, 'clicked_link');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  if (event.kind !== 'bounced') return;
  event.permanent = word === 'hardbounce';
  addQuotedReply(event, textAt(details, 'diagnostic_message') ?? textAt(details, 'reason'));
  const reason = textAt(details, 'reason');
  if (reason !== undefined) event.espClass = reason;
}
