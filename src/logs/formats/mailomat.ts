import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf, ipOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['accepted', 'accepted'],
  ['not_accepted', 'dropped'],
  ['delivered', 'delivered'],
  ['failure_tmp', 'deferred'],
  ['failure_perm', 'bounced'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
]);

export default defineLogFormat({
  id: 'mailomat',
  title: 'Mailomat',
  shape: 'records',
  obtain: 'What a webhook receives, one object to a line',
  caveats: [
    'The time is occurredAt; payload.timestamp has its fraction, and is taken where it is there',
    'not_accepted was refused by Mailomat itself, and counts as dropped',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    {
      label: 'Symfony, the payloads and what they come to',
      url: 'https://github.com/symfony/symfony/tree/8.0/src/Symfony/Component/Mailer/Bridge/Mailomat',
    },
  ],
  recognise(record) {
    const isOurs = KINDS.has(textAt(record, 'eventType') ?? '') && textAt(record, 'messageUuid') !== undefined;
    // What is in `payload` looks much like Mailgun's.
    return isOurs && textAt(record, 'occurredAt') !== undefined ? 0.98 : 0;
  },
  read(record, sink, assumptions) {
    const kind = KINDS.get(textAt(record, 'eventType') ?? '');
    if (kind === undefined) return false;
    const payload = objectAt(record, 'payload');
    const when = momentOf(payload?.['timestamp'] ?? record['occurredAt'], assumptions);
    const event = draftOf('mailomat', kind, when, record['recipient'] ?? payload?.['recipient'], { record, sink });
    if (event === undefined) return true;
    addMessage(event, record, payload);
    if (kind === 'delivered' || kind === 'deferred' || kind === 'bounced' || kind === 'dropped')
      addDelivery(event, objectAt(payload, 'delivery-status'));
    const url = textAt(payload, 'url');
    if (url !== undefined && kind === 'clicked') event.url = url;
    sink.event(event);
    return true;
  },
});

function addMessage(event: Draft, record: JsonObject, payload: JsonObject | undefined): void {
  event.ids = idsOf({
    message: messageIdOf(textAt(record, 'messageId')),
    esp: textAt(record, 'messageUuid'),
    event: textAt(record, 'id'),
  });
  const message = objectAt(payload, 'message');
  const [from, sender] = [addressOf(objectAt(message, 'headers')?.['from']), addressOf(payload?.['sender'])];
  if (from !== undefined) event.from = from;
  if (sender !== undefined) event.envelopeFrom = sender;
  const size = numberAt(message, 'size');
  if (size !== undefined && size > 0) event.size = size;
  event.tags = tagsOf({ sasl: textAt(payload, 'username') });
}

function addDelivery(event: Draft, status: JsonObject | undefined): void {
  addQuotedReply(event, textAt(status, 'message'), numberAt(status, 'code'));
  addStatus(event, textAt(status, 'enhanced-code'));
  const attempt = numberAt(status, 'attempt-nr');
  if (attempt !== undefined && Number.isInteger(attempt) && attempt > 0) event.attempt = attempt;
  const remote = objectAt(status, 'remote');
  const [host, ip] = [textAt(remote, 'mx'), ipOf(remote?.['ip'])];
  if (host !== undefined || ip !== undefined) {
    event.relay = { ...(host !== undefined && { host }), ...(ip !== undefined && { ip }) };
    event.hop = 'mx';
  }
  const ours = ipOf(objectAt(status, 'local')?.['ip']);
  if (ours !== undefined) event.sourceIp = ours;
  const tls = objectAt(remote, 'tls');
  const version = textAt(tls, 'protocol');
  if (tls?.['started'] === true) event.tls = version === undefined ? {} : { version };
  else if (tls?.['started'] === false && event.kind === 'delivered') event.tls = false;
  if (event.kind === 'bounced') event.permanent = true;
  else if (event.kind === 'deferred') event.permanent = false;
}
