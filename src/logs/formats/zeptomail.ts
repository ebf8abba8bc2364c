import type { Draft, EventKind } from '../event.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, objectAt, textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['hardbounce', 'bounced'],
  ['softbounce', 'bounced'],
  ['delivered', 'delivered'],
  ['email_open', 'opened'],
  ['email_link_click', 'clicked'],
  ['feedback_loop', 'complained'],
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
  recognise: (record) => (kindOf(record) !== undefined && listAt(record, 'event_message').some(isObject) ? 0.95 : 0),
  read(record, sink, assumptions) {
    const kind = kindOf(record);
    const messages = listAt(record, 'event_message').filter(isObject);
    if (kind === undefined || messages.length === 0) return false;
    for (const message of messages)
      for (const data of listAt(message, 'event_data').filter(isObject))
        for (const details of listAt(data, 'details').filter(isObject))
          readEvent({ record, kind, message, details }, sink, assumptions);
    return true;
  },
});

const kindOf = (record: JsonObject): EventKind | undefined =>
  textsAt(record, 'event_name')
    .map((name) => KINDS.get(name))
    .find((kind) => kind !== undefined);

interface Part {
  readonly record: JsonObject;
  readonly kind: EventKind;
  readonly message: JsonObject;
  readonly details: JsonObject;
}

function readEvent({ record, kind, message, details }: Part, sink: EventSink, assumptions: Assumptions): void {
  const info = objectAt(message, 'email_info');
  const when = momentOf(details['time'] ?? info?.['processed_time'], assumptions);
  const [word] = textsAt(record, 'event_name');
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
