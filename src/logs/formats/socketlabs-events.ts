import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { utcOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['Queued', 'accepted'],
  ['Sent', 'delivered'],
  ['Delivered', 'delivered'],
  ['Deferred', 'deferred'],
  ['Failed', 'bounced'],
  ['Complaint', 'complained'],
]);
/** By TrackingType. */
const TRACKED: readonly EventKind[] = ['clicked', 'opened', 'unsubscribed'];
const isOurs = (word: string): boolean => KINDS.has(word) || word === 'Tracking';

export default defineLogFormat({
  id: 'socketlabs-events',
  title: 'SocketLabs',
  service: 'socketlabs',
  shape: 'records',
  obtain: 'What an Event Webhook receives (Configuration, Event Webhooks), one object to a line',
  caveats: [
    'Queued is taken in by the server that delivers; Sent means that the recipient’s server accepted the message',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'SocketLabs, Event Webhooks: Events', url: 'https://help.socketlabs.com/docs/event-webhooks-events' },
    {
      label: 'SocketLabs, Event Webhooks: Data Attributes',
      url: 'https://help.socketlabs.com/docs/event-webhooks-data-attributes',
    },
  ],
  recognise: (record) =>
    isOurs(textAt(record, 'Type') ?? '') &&
    textAt(record, 'DateTime') !== undefined &&
    textAt(record, 'Address') !== undefined &&
    (record['SecretKey'] !== undefined || record['ServerId'] !== undefined || record['MailingId'] !== undefined)
      ? 0.95
      : 0,
  read(record, sink, assumptions) {
    const word = textAt(record, 'Type') ?? '';
    // `Validation` asks whether somebody listens at the address.
    if (word === 'Validation' && record['SecretKey'] !== undefined) return true;
    if (!isOurs(word) || record['Address'] === undefined) return false;
    const kind = word === 'Tracking' ? TRACKED[numberAt(record, 'TrackingType') ?? -1] : kindOf(record, word);
    if (kind === undefined) return false;
    const when = utcOf(record['DateTime'], assumptions);
    const event = draftOf('socketlabs-events', kind, when, record['Address'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'MailingId') ?? textAt(record, 'MessageId') });
    addMail(event, { from: record['FromAddress'], size: record['MessageSize'], sourceIp: record['LocalIp'] });
    addDetails(event, record);
    const given = objectAt(record, 'Data');
    event.tags = tagsOf({
      tag: textsAt(given, 'Tags'),
      campaign: textAt(record, 'MessageId'),
      subaccount: textAt(record, 'SubaccountId') ?? textAt(record, 'ServerId'),
    });
    sink.event(event);
    return true;
  },
});

/** What stands on the list of suppressed addresses fails without having been tried. */
const kindOf = (record: JsonObject, word: string): EventKind | undefined =>
  word === 'Failed' && /^suppress/i.test(textAt(record, 'FailureType') ?? '') ? 'dropped' : KINDS.get(word);

function addDetails(event: Draft, record: JsonObject): void {
  const url = textAt(record, 'Url');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  const host = textAt(record, 'RemoteMta');
  if (host !== undefined) event.relay = { host };
  if (event.kind === 'delivered') addQuotedReply(event, textAt(record, 'Response'));
  if (event.kind !== 'bounced' && event.kind !== 'dropped' && event.kind !== 'deferred') return;
  addQuotedReply(event, textAt(record, 'DiagnosticCode') ?? textAt(record, 'Reason'));
  addStatus(event, textAt(record, 'BounceStatus'));
  const type = textAt(record, 'FailureType');
  const code = textAt(record, 'FailureCode') ?? textAt(record, 'DeferralCode');
  // A number of SocketLabs’ own is nobody else’s word.
  if (type !== undefined || code !== undefined)
    event.espClass = [type, code === undefined ? undefined : `code ${code}`].filter(Boolean).join('/');
  if (event.kind === 'bounced' && type !== undefined) event.permanent = /^perm/i.test(type);
}
