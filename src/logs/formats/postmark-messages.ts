import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, objectAt, textAt, textsAt } from '../json/at.ts';
import { addMail } from '../json/mail-fields.ts';
import { isObject } from '../json/inside.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { telling } from '../json/telling.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['Delivered', 'delivered'],
  ['Transient', 'deferred'],
  ['Bounced', 'bounced'],
  ['Opened', 'opened'],
  ['LinkClicked', 'clicked'],
  ['SpamComplaint', 'complained'],
]);

export default defineLogFormat({
  id: 'postmark-messages',
  title: 'Postmark messages, JSON',
  service: 'postmark',
  shape: 'records',
  obtain:
    'The answers of Postmark’s GET /messages/outbound/{messageid}/details, or of GET /messages/outbound, which are pages of messages',
  caveats: [
    'A page of messages tells only that Postmark took them in; what became of them stands in the details of each',
    'Changes of subscriptions are not read: their kind stands in a sentence',
  ],
  sources: [{ label: 'Postmark, Messages API', url: 'https://postmarkapp.com/developer/api/messages-api' }],
  recognise: (record) => (isMessage(record) && textAt(record, 'ReceivedAt') !== undefined ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isMessage(record)) return false;
    const fill = (event: Draft): void => {
      event.ids = { esp: textAt(record, 'MessageID') ?? '' };
      addMail(event, { from: record['From'] });
      event.tags = tagsOf({ stream: textAt(record, 'MessageStream'), tag: textAt(record, 'Tag') });
    };
    const tellOf = (to: unknown) => telling('postmark-messages', { record, to, fill }, sink, assumptions);
    for (const to of textsAt(record, 'Recipients')) tellOf(to)('accepted', record['ReceivedAt']);
    for (const told of listAt(record, 'MessageEvents').filter(isObject)) {
      const kind = KINDS.get(textAt(told, 'Type') ?? '');
      if (kind !== undefined) tellOf(told['Recipient'])(kind, told['ReceivedAt'], (event) => addDetails(event, told));
    }
    return true;
  },
});

const isMessage = (record: JsonObject): boolean =>
  textAt(record, 'MessageID') !== undefined &&
  Array.isArray(record['Recipients']) &&
  record['RecordType'] === undefined;

function addDetails(event: Draft, told: JsonObject): void {
  const details = objectAt(told, 'Details');
  if (event.kind === 'opened') return;
  if (event.kind === 'clicked') {
    const url = textAt(details, 'Link');
    if (url !== undefined) event.url = url;
    return;
  }
  addQuotedReply(event, textAt(details, 'DeliveryMessage') ?? textAt(details, 'Summary'));
  const ip = textAt(details, 'DestinationIP');
  const host = textAt(details, 'DestinationServer')?.split(' ')[0];
  if (host !== undefined || ip !== undefined) event.relay = { host, ip };
}
