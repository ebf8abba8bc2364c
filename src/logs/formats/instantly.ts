import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['email_sent', 'accepted'],
  ['email_opened', 'opened'],
  ['link_clicked', 'clicked'],
  ['email_link_clicked', 'clicked'],
  ['email_bounced', 'bounced'],
  ['lead_unsubscribed', 'unsubscribed'],
  ['auto_reply_received', 'auto-reply'],
]);
/** Answers, and what becomes of a lead, a campaign or an account. */
const ASIDE = /^(?:reply_received|lead_\w+|campaign_\w+|account_\w+|supersearch_\w+)$/;

export default defineLogFormat({
  id: 'instantly',
  title: 'Instantly',
  unlistedService: 'Instantly',
  shape: 'records',
  obtain: 'What a webhook receives (Integrations, Webhooks, all events), one object to a line',
  caveats: [
    'Mail goes out by the senders’ own mailboxes: that it was handed over is told, not that it arrived',
    'Why a mail bounced is not told, nor whether for good; of a click not where it went',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [{ label: 'Instantly, webhook events', url: 'https://developer.instantly.ai/guides/webhook-events' }],
  recognise(record) {
    const word = textAt(record, 'event_type') ?? '';
    if (!isOurs(record)) return 0;
    return KINDS.has(word) ? 0.95 : ASIDE.test(word) ? 0.6 : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'event_type') ?? '';
    if (!isOurs(record)) return false;
    const kind = KINDS.get(word);
    if (kind === undefined) return ASIDE.test(word);
    const when = momentOf(record['timestamp'], assumptions);
    const event = draftOf('instantly', kind, when, record['lead_email'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'email_id') });
    const from = addressOf(record['email_account']);
    if (from !== undefined) event.from = from;
    event.tags = tagsOf({
      campaign: textAt(record, 'campaign_name') ?? textAt(record, 'campaign_id'),
      step: textAt(record, 'step'),
    });
    sink.event(event);
    return true;
  },
});

const isOurs = (record: JsonObject): boolean =>
  textAt(record, 'workspace') !== undefined &&
  textAt(record, 'campaign_id') !== undefined &&
  textAt(record, 'campaign_name') !== undefined;
