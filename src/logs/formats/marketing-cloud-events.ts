import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { objectOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['TransactionalSendEvents.EmailSent', 'accepted'],
  ['TransactionalSendEvents.EmailNotSent', 'dropped'],
  ['TransactionalSendEvents.EmailBounced', 'bounced'],
  ['EngagementEvents.EmailOpen', 'opened'],
  ['EngagementEvents.EmailClick', 'clicked'],
  ['EngagementEvents.EmailUnsubscribe', 'unsubscribed'],
]);
/** Text messages, chats, pushes, automations; and mail that is still to be sent. */
const OTHERS = /^(?:TransactionalSend|Engagement|Send|Automation)Events\.[A-Za-z]+$/;
/** What is written where nothing is: opens and clicks are not told with the definition they belong to. */
const NONE = 'NA';

export default defineLogFormat({
  id: 'marketing-cloud-events',
  title: 'Salesforce Marketing Cloud event notifications',
  service: 'salesforce-marketing-cloud',
  shape: 'records',
  obtain:
    'What a callback of the Event Notification Service of Marketing Cloud Engagement receives: the arrays as they come, or one event to a line',
  caveats: [
    'EmailSent is taken in for sending: what the recipient’s server accepted is not told',
    'Who opened or clicked is told by a number only: these events have no recipient',
    'A bounce counts as given up, a soft one too',
    'Opens by proxies and scanners are not told from those of people',
  ],
  sources: [
    {
      label: 'Salesforce, Transactional email events',
      url: 'https://developer.salesforce.com/docs/marketing/marketing-cloud/guide/transactional_email_events.html',
    },
    {
      label: 'Salesforce, Engagement email events',
      url: 'https://developer.salesforce.com/docs/marketing/marketing-cloud/guide/engagement_email_events.html',
    },
  ],
  recognise: (record) =>
    KINDS.has(textAt(record, 'eventCategoryType') ?? '') && record['timestampUTC'] !== undefined ? 0.95 : 0,
  read(record, sink, assumptions) {
    const type = textAt(record, 'eventCategoryType') ?? '';
    const kind = KINDS.get(type);
    if (kind === undefined) return OTHERS.test(type);
    const info = objectOf(record['info']);
    const when = momentOf(record['timestampUTC'], assumptions);
    const isOfNobody = info['to'] === undefined && (kind === 'opened' || kind === 'clicked');
    const event = isOfNobody
      ? draftOfNobody('marketing-cloud-events', kind, when, { record, sink })
      : draftOf('marketing-cloud-events', kind, when, info['to'], { record, sink });
    if (event === undefined) return true;
    const composite = objectAt(record, 'composite');
    event.ids = idsOf({ esp: messageOf(composite) ?? textAt(info, 'messageKey') });
    event.tags = tagsOf({
      campaign: given(textAt(record, 'definitionKey')),
      job: textAt(composite, 'jobId'),
      list: textAt(composite, 'listId'),
      'business-unit': textAt(record, 'mid'),
    });
    addDetails(event, info);
    sink.event(event);
    return true;
  },
});

const given = (text: string | undefined): string | undefined => (text === NONE ? undefined : text);

/** Sends, batches and subscribers are what all events of a message have; the key of it only those of sending. */
function messageOf(composite: JsonObject | undefined): string | undefined {
  const parts = ['jobId', 'batchId', 'subscriberId'].map((key) => textAt(composite, key));
  return parts.includes(undefined) ? undefined : parts.join('.');
}

function addDetails(event: Draft, info: JsonObject): void {
  const url = textAt(info, 'contentLink');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  if (event.kind === 'bounced') {
    const code = textAt(info, 'bounceCode') ?? '';
    if (/^(?:hard|soft)/i.test(code)) event.permanent = /^hard/i.test(code);
    addQuotedReply(event, textAt(info, 'bounceMessage') ?? textAt(info, 'statusMessage') ?? textAt(info, 'smtpReason'));
    addStatus(event, textAt(info, 'smtpReason'));
  }
  if (event.kind !== 'dropped') return;
  addQuotedReply(event, textAt(info, 'reason'));
  const word = textAt(info, 'statusMessage');
  if (word !== undefined) event.espClass = word;
}
