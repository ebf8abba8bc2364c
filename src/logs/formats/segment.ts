import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['Email Sent', 'accepted'],
  ['Email Delivered', 'delivered'],
  ['Email Deferred', 'deferred'],
  ['Email Bounced', 'bounced'],
  ['Email Dropped', 'dropped'],
  ['Email Opened', 'opened'],
  ['Email Link Clicked', 'clicked'],
  ['Email Marked as Spam', 'complained'],
  ['Email Unsubscribed', 'unsubscribed'],
  ['Unsubscribed', 'unsubscribed'],
]);

export default defineLogFormat({
  id: 'segment',
  title: 'Email events in Segment’s form',
  unlistedService: 'Segment',
  shape: 'records',
  obtain:
    'Track calls with the events of Segment’s email spec, as its sources (Customer.io, Iterable, Braze, Klaviyo and others) send them to a webhook or a bucket',
  caveats: [
    'Which service sent the mail is known where context.integration names it, and stands as the tag service',
    'Other events of the workspace are passed over',
    'Whether a bounce is for good is told by the reply alone, which most sources leave out',
  ],
  sources: [{ label: 'Segment, Spec: Email events', url: 'https://segment.com/docs/connections/spec/email/' }],
  recognise: (record) =>
    kindOf(record) !== undefined && recipientOf(record) !== undefined && isOfSegment(record) ? 0.9 : 0,
  read(record, sink, assumptions) {
    if (!isOfSegment(record)) return false;
    const kind = kindOf(record);
    if (kind === undefined) return textAt(record, 'type') !== undefined;
    const when = momentOf(record['timestamp'] ?? record['originalTimestamp'] ?? record['receivedAt'], assumptions);
    const event = draftOf('segment', kind, when, recipientOf(record), { record, sink });
    if (event === undefined) return true;
    const told = objectAt(record, 'properties');
    event.ids = idsOf({ esp: textAt(told, 'email_id'), event: textAt(record, 'messageId') });
    if (kind === 'bounced' || kind === 'dropped' || kind === 'deferred')
      addQuotedReply(event, textAt(told, 'reason') ?? textAt(told, 'failure_message'));
    const url = textAt(told, 'link_url') ?? textAt(told, 'url');
    if (kind === 'clicked' && url !== undefined) event.url = url;
    event.tags = tagsOf({
      campaign: textAt(told, 'campaign_name') ?? textAt(told, 'campaign_id'),
      service: textAt(objectAt(objectAt(record, 'context'), 'integration'), 'name'),
    });
    sink.event(event);
    return true;
  },
});

/** Every call has an id of its own, unless somebody left it out of what he kept. */
const isOfSegment = (record: JsonObject): boolean =>
  textAt(record, 'messageId') !== undefined || textAt(objectAt(record, 'properties'), 'email_id') !== undefined;

const kindOf = (record: JsonObject): EventKind | undefined =>
  textAt(record, 'type') === 'track' ? KINDS.get(textAt(record, 'event') ?? '') : undefined;

function recipientOf(record: JsonObject): string | undefined {
  const told = objectAt(record, 'properties');
  const traits = objectAt(objectAt(record, 'context'), 'traits');
  return addressOf(told?.['email'] ?? told?.['recipient'] ?? traits?.['email'] ?? record['userId']);
}
