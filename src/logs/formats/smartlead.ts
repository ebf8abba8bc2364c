import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf, listOf, messageIdOf, textOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** `time`: where the time of it stands that newer webhooks have under one name for all. */
interface Told {
  readonly kind: EventKind;
  readonly time: string;
}
const OPENED: Told = { kind: 'opened', time: 'time_opened' };
const CLICKED: Told = { kind: 'clicked', time: 'time_clicked' };
const BOUNCED: Told = { kind: 'bounced', time: 'time_sent' };
const UNSUBSCRIBED: Told = { kind: 'unsubscribed', time: 'time_unsubscribed' };
const EVENTS: ReadonlyMap<string, Told> = new Map([
  ['EMAIL_SENT', { kind: 'accepted', time: 'time_sent' }],
  ['EMAIL_OPEN', OPENED],
  ['EMAIL_OPENED', OPENED],
  ['EMAIL_LINK_CLICK', CLICKED],
  ['EMAIL_CLICKED', CLICKED],
  ['EMAIL_BOUNCE', BOUNCED],
  ['EMAIL_BOUNCED', BOUNCED],
  ['LEAD_UNSUBSCRIBED', UNSUBSCRIBED],
  ['EMAIL_UNSUBSCRIBED', UNSUBSCRIBED],
]);
/** Answers, what becomes of a lead, and the first mail, which is told as any other too. */
const ASIDE = /^(?:EMAIL_REPL(?:Y|IED)|FIRST_EMAIL_SENT|LEAD_CATEGORY_UPDATED|CAMPAIGN_STATUS_CHANGED)$/;
/** Of a mail that came back: the reason stands at its beginning. */
const LONGEST_REASON = 600;

export default defineLogFormat({
  id: 'smartlead',
  title: 'Smartlead',
  unlistedService: 'Smartlead',
  shape: 'records',
  obtain: 'What a webhook receives (all email events), one object to a line',
  caveats: [
    'Mail goes out by the senders’ own mailboxes: that it was handed over is told, not that it arrived',
    'A bounce is a mail that came back: its beginning is taken for the reason',
    'Older webhooks tell a bounce at the time the mail was sent',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'Smartlead, webhook events', url: 'https://api.smartlead.ai/api-reference/webhooks/events' },
    {
      label: 'Smartlead, Email Bounce',
      url: 'https://help.smartlead.ai/Email-Bounce-3c44b5bd92234b02ba2c9e42542b0e9a',
    },
  ],
  recognise: (record) => (isOurs(record) ? 0.94 : 0),
  read(record, sink, assumptions) {
    if (!isOurs(record)) return false;
    const told = EVENTS.get(wordOf(record));
    if (told === undefined) return true;
    const when = momentOf(record['event_timestamp'] ?? record[told.time] ?? record['timestamp'], assumptions);
    const event = draftOf('smartlead', told.kind, when, leadOf(record), { record, sink });
    if (event === undefined) return true;
    addMessage(event, record);
    if (event.kind === 'bounced') {
      const reason = textAt(objectAt(record, 'bounce_message'), 'text') ?? textAt(record, 'bounce_reply_email_preview');
      addQuotedReply(event, reason?.slice(0, LONGEST_REASON));
    }
    sink.event(event);
    return true;
  },
});

const wordOf = (record: JsonObject): string => textAt(record, 'event_type') ?? textAt(record, 'event') ?? '';

const leadOf = (record: JsonObject): string | undefined =>
  textAt(record, 'to_email') ?? textAt(objectAt(record, 'lead'), 'email');

const isOurs = (record: JsonObject): boolean => {
  const word = wordOf(record);
  if (!EVENTS.has(word) && !ASIDE.test(word)) return false;
  return textAt(record, 'campaign_id') !== undefined && leadOf(record) !== undefined;
};

function addMessage(event: Draft, record: JsonObject): void {
  const id = textAt(objectAt(record, 'sent_message'), 'message_id') ?? textAt(record, 'message_id');
  event.ids = idsOf({ message: messageIdOf(id), esp: textAt(record, 'stats_id') });
  const from = addressOf(record['from_email']);
  if (from !== undefined) event.from = from;
  event.tags = tagsOf({
    campaign: textAt(record, 'campaign_name') ?? textAt(record, 'campaign_id'),
    step: textAt(record, 'sequence_number'),
  });
  if (event.kind !== 'clicked') return;
  const url = textOf(listOf(record['link_clicked'])[0]) ?? textAt(objectAt(record, 'link'), 'url');
  if (url !== undefined) event.url = url;
}
