import type { EventKind } from '../event.ts';
import { defineLogFormat, type Assumptions, type EventSink, type JsonObject } from '../format.ts';
import { numberAt, textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { ipOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { momentOf } from '../json/time.ts';

const MILLISECONDS = 1000;

export default defineLogFormat({
  id: 'mailslurp',
  title: 'MailSlurp',
  unlistedService: 'MailSlurp',
  shape: 'records',
  obtain: 'What webhooks for DELIVERY_STATUS and EMAIL_OPENED receive, one object to a line',
  caveats: [
    'The webhooks for BOUNCE and BOUNCE_RECIPIENT tell no time, and are not read; EMAIL_READ is of mail that came in',
    'Whether a status is a delivery or a failure is told by the code of the reply; without one it counts as delivered',
    'The time is when MailSlurp learnt of it; the time to delivery is its own count',
    'Nothing tells whether a person or a machine opened',
  ],
  sources: [
    {
      label: 'MailSlurp, WebhookDeliveryStatusPayload',
      url: 'https://docs.mailslurp.com/java/docs/WebhookDeliveryStatusPayload/',
    },
    {
      label: 'MailSlurp, WebhookEmailOpenedPayload',
      url: 'https://docs.mailslurp.com/python/docs/WebhookEmailOpenedPayload/',
    },
  ],
  recognise: (record) => (isStatus(record) || isOpen(record) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (isOpen(record)) return readOpen(record, sink, assumptions);
    if (!isStatus(record)) return false;
    const kind = kindOf(record);
    const when = momentOf(record['received'], assumptions);
    const people = textsAt(record, 'recipients');
    for (const to of people.length === 0 ? [undefined] : people) {
      const event = draftOf('mailslurp', kind, when, to, { record, sink });
      if (event === undefined) continue;
      event.ids = idsOf({ esp: textAt(record, 'sentId'), event: textAt(record, 'id') ?? textAt(record, 'messageId') });
      addQuotedReply(event, textAt(record, 'smtpResponse'), numberAt(record, 'smtpStatusCode'));
      const ip = ipOf(record['remoteMtaIp']);
      if (ip !== undefined) {
        event.relay = { ip };
        event.hop = 'mx';
      }
      const took = numberAt(record, 'processingTimeMillis');
      if (kind === 'delivered' && took !== undefined && took >= 0) event.delay = { total: took / MILLISECONDS };
      sink.event(event);
    }
    return true;
  },
});

const isOpen = (record: JsonObject): boolean =>
  textAt(record, 'eventName') === 'EMAIL_OPENED' &&
  textAt(record, 'webhookId') !== undefined &&
  textAt(record, 'recipient') !== undefined;

function readOpen(record: JsonObject, sink: EventSink, assumptions: Assumptions): true {
  const when = momentOf(record['createdAt'], assumptions);
  const event = draftOf('mailslurp', 'opened', when, record['recipient'], { record, sink });
  if (event === undefined) return true;
  event.ids = idsOf({ esp: textAt(record, 'sentEmailId'), event: textAt(record, 'messageId') });
  sink.event(event);
  return true;
}

const isStatus = (record: JsonObject): boolean =>
  textAt(record, 'eventName') === 'DELIVERY_STATUS' &&
  textAt(record, 'webhookId') !== undefined &&
  textAt(record, 'messageId') !== undefined;

function kindOf(record: JsonObject): EventKind {
  const code = numberAt(record, 'smtpStatusCode') ?? Number.parseInt(textAt(record, 'smtpResponse') ?? '', 10);
  if (code >= 500) return 'bounced';
  return code >= 400 ? 'deferred' : 'delivered';
}
