import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { ipOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { momentOf } from '../json/time.ts';

const MILLISECONDS = 1000;

export default defineLogFormat({
  id: 'mailslurp',
  title: 'MailSlurp delivery statuses',
  unlistedService: 'MailSlurp',
  shape: 'records',
  obtain: 'What a webhook for DELIVERY_STATUS receives, one object to a line',
  caveats: [
    'The webhooks for BOUNCE, BOUNCE_RECIPIENT, EMAIL_OPENED and EMAIL_READ tell no time, and are not read',
    'Whether a status is a delivery or a failure is told by the code of the reply; without one it counts as delivered',
    'The time is when MailSlurp learnt of it; the time to delivery is its own count',
  ],
  sources: [
    {
      label: 'MailSlurp, WebhookDeliveryStatusPayload',
      url: 'https://docs.mailslurp.com/java/docs/WebhookDeliveryStatusPayload/',
    },
  ],
  recognise: (record) => (isStatus(record) ? 0.95 : 0),
  read(record, sink, assumptions) {
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

const isStatus = (record: JsonObject): boolean =>
  textAt(record, 'eventName') === 'DELIVERY_STATUS' &&
  textAt(record, 'webhookId') !== undefined &&
  textAt(record, 'messageId') !== undefined;

function kindOf(record: JsonObject): EventKind {
  const code = numberAt(record, 'smtpStatusCode') ?? Number.parseInt(textAt(record, 'smtpResponse') ?? '', 10);
  if (code >= 500) return 'bounced';
  return code >= 400 ? 'deferred' : 'delivered';
}
