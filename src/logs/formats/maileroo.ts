import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt, textsAt } from '../json/at.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['accepted', 'accepted'],
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['failed', 'bounced'],
  ['rejected', 'dropped'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['complained', 'complained'],
]);
/** Nobody is named there: it is the message that was opened. */
const OF_NOBODY: ReadonlySet<EventKind> = new Set(['opened', 'clicked']);

export default defineLogFormat({
  id: 'maileroo',
  title: 'Maileroo',
  unlistedService: 'Maileroo',
  shape: 'records',
  obtain: 'What a webhook receives (the domain’s Webhooks, all events), one object to a line',
  caveats: [
    'An open or a click may name no recipient, only the message',
    'rejected is Maileroo’s own refusal, as a rule for an address on its list, and counts as dropped',
    'Tags are not read: their form is not documented',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'Maileroo, webhooks', url: 'https://maileroo.com/docs/api-reference/emails/webhooks' },
    { label: 'Maileroo, payloads', url: 'https://maileroo.com/features/email-webhooks' },
  ],
  recognise(record) {
    const isOurs = KINDS.has(textAt(record, 'event_type') ?? '') && textAt(record, 'event_id') !== undefined;
    const isTold = textAt(record, 'message_reference_id') !== undefined || textAt(record, 'message_id') !== undefined;
    return isOurs && isTold && textAt(record, 'event_time') !== undefined && 'domain_id' in record ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    const kind = KINDS.get(textAt(record, 'event_type') ?? '');
    if (kind === undefined || textAt(record, 'event_id') === undefined) return false;
    const data = objectAt(record, 'event_data');
    const when = momentOf(record['event_time'] ?? record['inserted_at'], assumptions);
    const people = textsAt(data, 'to');
    for (const to of people.length === 0 ? [undefined] : people) {
      const context = { record, sink };
      const event =
        to === undefined && OF_NOBODY.has(kind)
          ? draftOfNobody('maileroo', kind, when, context)
          : draftOf('maileroo', kind, when, to, context);
      if (event === undefined) continue;
      event.ids = idsOf({
        message: messageIdOf(textAt(record, 'message_id')),
        esp: textAt(record, 'message_reference_id'),
        event: textAt(record, 'event_id'),
      });
      addDetails(event, data);
      sink.event(event);
    }
    return true;
  },
});

function addDetails(event: Draft, data: JsonObject | undefined): void {
  const from = addressOf(data?.['from']);
  if (from !== undefined) event.from = from;
  const url = textAt(data, 'original_url');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  if (event.kind !== 'deferred' && event.kind !== 'bounced' && event.kind !== 'dropped') return;
  addQuotedReply(event, textAt(data, 'reason') ?? textAt(data, 'reject_reason'));
  if (event.kind === 'bounced') event.permanent = true;
  else if (event.kind === 'deferred') event.permanent = false;
}
