import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['MOE_EMAIL_SENT', 'accepted'],
  ['MOE_EMAIL_DEFERRED', 'deferred'],
  ['MOE_EMAIL_DELIVERED', 'delivered'],
  ['MOE_EMAIL_DROP', 'dropped'],
  ['MOE_EMAIL_HARD_BOUNCE', 'bounced'],
  ['MOE_EMAIL_SOFT_BOUNCE', 'bounced'],
  ['MOE_EMAIL_OPEN', 'opened'],
  ['MOE_EMAIL_CLICK', 'clicked'],
  ['MOE_EMAIL_UNSUBSCRIBE', 'unsubscribed'],
  ['MOE_EMAIL_SPAM', 'complained'],
]);

export default defineLogFormat({
  id: 'moengage',
  title: 'MoEngage Streams',
  service: 'moengage',
  shape: 'records',
  obtain: 'What an endpoint of MoEngage Streams receives: the objects as they come, or one of their events to a line',
  caveats: [
    'MOE_EMAIL_SENT means that MoEngage has handed the message to the service that delivers it',
    'A soft bounce counts as given up: nothing tells that it will be tried again',
    'Events of other channels and those of users are passed over',
    'Opens by proxies and scanners are not told from those of people',
  ],
  sources: [
    {
      label: 'MoEngage, Streams',
      url: 'https://developers.moengage.com/hc/en-us/articles/4952761690644-MoEngage-Streams',
    },
  ],
  recognise: (record) => (isOurs(record) && KINDS.has(codeOf(record)) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isOurs(record)) return false;
    const kind = KINDS.get(codeOf(record));
    if (kind === undefined) return true;
    const attributes = objectAt(record, 'event_attributes');
    const when = momentOf(record['event_time'], assumptions);
    const event = draftOf('moengage', kind, when, addressIn(record), { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ event: textAt(record, 'event_uuid') });
    event.tags = tagsOf({
      campaign: textAt(attributes, 'campaign_name') ?? textAt(attributes, 'campaign_id'),
      type: textAt(attributes, 'campaign_type')?.toLowerCase(),
    });
    addDetails(event, attributes, codeOf(record));
    sink.event(event);
    return true;
  },
});

const codeOf = (record: JsonObject): string => textAt(record, 'event_code') ?? '';
const isOurs = (record: JsonObject): boolean =>
  codeOf(record) !== '' && objectAt(record, 'event_attributes') !== undefined;

/** Beside the event; or among the attributes of the user, where those are streamed. */
const addressIn = (record: JsonObject): string | undefined =>
  addressOf(record['email_id']) ?? addressOf(objectAt(record, 'user_attributes')?.['moe_email']);

function addDetails(event: Draft, attributes: JsonObject | undefined, code: string): void {
  const { kind } = event;
  const url = textAt(attributes, 'url') ?? textAt(attributes, 'link');
  if (kind === 'clicked' && url !== undefined) event.url = url;
  if (kind === 'bounced' || kind === 'deferred' || kind === 'dropped')
    addQuotedReply(event, textAt(attributes, 'reason'));
  if (kind === 'bounced') event.permanent = code === 'MOE_EMAIL_HARD_BOUNCE';
}
