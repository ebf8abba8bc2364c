import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { momentOf } from '../json/time.ts';

const DELIVERY = 'Microsoft.Communication.EmailDeliveryReportReceived';
const ENGAGEMENT = 'Microsoft.Communication.EmailEngagementTrackingReportReceived';
const OWN = /^Microsoft\.(?:Communication|EventGrid)\./;

const STATUSES: ReadonlyMap<string, EventKind | 'known'> = new Map([
  ['delivered', 'delivered'],
  ['bounced', 'bounced'],
  ['failed', 'bounced'],
  ['suppressed', 'dropped'],
  // By Microsoft's own filter, on the way out.
  ['quarantined', 'dropped'],
  ['filteredspam', 'dropped'],
  // A list of recipients; each of them has a report of its own.
  ['expanded', 'known'],
]);
const ENGAGEMENTS: ReadonlyMap<string, EventKind> = new Map([
  ['view', 'opened'],
  ['click', 'clicked'],
]);

export default defineLogFormat({
  id: 'azure-communication-services',
  title: 'Azure Communication Services Email',
  service: 'azure-communication-services',
  shape: 'records',
  obtain:
    'What an Event Grid subscription of the resource receives or stores (Events, all of Microsoft.Communication.Email…), in the schema of Event Grid or of CloudEvents, one array or one object to a line',
  caveats: [
    'Nothing tells when the service took a message, nor that it will try again: a report is final',
    'Failed does not say whether anything was tried; it counts as bounced',
    'An open or click may come without its recipient',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    {
      label: 'Azure Event Grid, Communication Services email events',
      url: 'https://learn.microsoft.com/en-us/azure/event-grid/communication-services-email-events',
    },
    {
      label: 'Azure SDK, AcsEmailDeliveryReportReceivedEventData',
      url: 'https://learn.microsoft.com/en-us/javascript/api/@azure/eventgrid/acsemaildeliveryreportreceivedeventdata',
    },
  ],
  recognise: (record) => {
    const name = nameOf(record);
    return (name === DELIVERY || name === ENGAGEMENT) && objectAt(record, 'data') !== undefined ? 0.98 : 0;
  },
  read(record, sink, assumptions) {
    const name = nameOf(record);
    const data = objectAt(record, 'data');
    if (data === undefined || !OWN.test(name)) return false;
    const isDelivery = name === DELIVERY;
    if (!isDelivery && name !== ENGAGEMENT) return true;
    const kind = isDelivery
      ? STATUSES.get(textAt(data, 'status')?.toLowerCase() ?? '')
      : ENGAGEMENTS.get((textAt(data, 'engagementType') ?? textAt(data, 'engagement'))?.toLowerCase() ?? '');
    if (kind === undefined) return false;
    if (kind === 'known') return true;
    // `TimeStamp` in the service's events, `Timestamp` in the SDK's.
    const own = isDelivery ? 'deliveryAttempt' : 'userAction';
    const when =
      momentOf(data[`${own}TimeStamp`] ?? data[`${own}Timestamp`], assumptions) ??
      momentOf(record['eventTime'] ?? record['time'], assumptions);
    const event =
      isDelivery || textAt(data, 'recipient') !== undefined
        ? draftOf('azure-communication-services', kind, when, data['recipient'], { record, sink })
        : draftOfNobody('azure-communication-services', kind, when, { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({
      message: messageIdOf(textAt(data, 'internetMessageId')),
      esp: textAt(data, 'messageId'),
      event: textAt(record, 'id'),
    });
    const from = addressOf(data['sender']);
    if (from !== undefined) event.from = from;
    if (isDelivery) addDelivery(event, data);
    else {
      const url = textAt(data, 'engagementContext');
      if (url !== undefined && kind === 'clicked') event.url = url;
    }
    sink.event(event);
    return true;
  },
});

/** Under one name in Event Grid's schema, under another in that of CloudEvents. */
const nameOf = (record: JsonObject): string => textAt(record, 'eventType') ?? textAt(record, 'type') ?? '';

function addDelivery(event: Draft, data: JsonObject): void {
  const details = objectAt(data, 'deliveryStatusDetails');
  const host = textAt(details, 'recipientMailServerHostName');
  if (host !== undefined) {
    event.relay = { host };
    event.hop = 'mx';
  }
  const status = textAt(data, 'status');
  // Of a delivery it says `No error.`
  if (event.kind === 'delivered' || status === undefined) return;
  addQuotedReply(event, textAt(details, 'statusMessage'));
  event.espClass = status;
  if (status.toLowerCase() === 'bounced') event.permanent = true;
}
