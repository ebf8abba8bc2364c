import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addMail } from '../json/mail-fields.ts';
import { readNested } from '../json/nested.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['email_delivered', 'delivered'],
  ['bounce', 'bounced'],
  ['spam', 'complained'],
  ['email_open', 'opened'],
  ['email_click', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
]);

export default defineLogFormat({
  id: 'zoho-campaigns',
  title: 'Zoho Campaigns, Email API',
  service: 'zoho-campaigns',
  shape: 'records',
  obtain: 'What a webhook of the Email API receives (all actions), one object to a line',
  caveats: [
    'Only mail of the Email API is told, and nothing when it is handed in',
    'The sender and the message’s own id are told with complaints only',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    {
      label: 'Zoho Campaigns, webhook events',
      url: 'https://www.zoho.com/campaigns/help/emailapi/webhook-events.html',
    },
    { label: 'Zoho Campaigns, bounce', url: 'https://www.zoho.com/campaigns/help/emailapi/events/bounce.html' },
    { label: 'Zoho Campaigns, clicks', url: 'https://www.zoho.com/campaigns/help/emailapi/events/clicks.html' },
  ],
  recognise: (record) => (isOurs(record) && KINDS.has(textAt(record, 'action') ?? '') ? 0.95 : 0),
  read(record, sink, assumptions) {
    const kind = KINDS.get(textAt(record, 'action') ?? '');
    if (kind === undefined || !isOurs(record)) return false;
    readNested(listAt(record, 'data'), 'Zoho Campaigns', sink, (told) => {
      if (told['contact_email'] === undefined) return false;
      const when = momentOf(told['action_time'], assumptions);
      const event = draftOf('zoho-campaigns', kind, when, told['contact_email'], { record: told, sink });
      if (event === undefined) return true;
      event.ids = idsOf({ message: messageIdOf(textAt(told, 'message_id')) });
      addMail(event, { from: told['from'], sourceIp: told['sending_ip'] });
      event.tags = tagsOf({ campaign: textAt(told, 'transmission_name') ?? textAt(told, 'transmission_id') });
      addDetails(event, told);
      sink.event(event);
      return true;
    });
    return true;
  },
});

const isOurs = (record: JsonObject): boolean =>
  textAt(record, 'webhook_name') !== undefined &&
  textAt(record, 'webhook_id') !== undefined &&
  Array.isArray(record['data']);

function addDetails(event: Draft, told: JsonObject): void {
  const url = textAt(told, 'click_url');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  if (event.kind !== 'bounced') return;
  addQuotedReply(event, textAt(told, 'bounce_reason'));
  addStatus(event, textAt(told, 'bounce_code'));
  addStatus(event, textAt(told, 'bounce_extended_code'));
  const type = textAt(told, 'bounce_type')?.toLowerCase() ?? '';
  if (type.includes('hard')) event.permanent = true;
  else if (type.includes('soft')) event.permanent = false;
}
