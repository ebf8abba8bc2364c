import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['bounce', 'bounced'],
  ['complaint', 'complained'],
  ['click', 'clicked'],
  ['open', 'opened'],
  ['unsubscribe', 'unsubscribed'],
]);

export default defineLogFormat({
  id: 'bigmailer',
  title: 'BigMailer',
  unlistedService: 'BigMailer',
  shape: 'records',
  failuresOnly: true,
  obtain: 'What a webhook receives (all events), one object to a line',
  caveats: [
    'What was sent and what arrived is not told: no share can be made of it',
    'Why a mail bounced is not told, only whether for good',
    'Some events name the contact by its id only; a brand counts as a subaccount',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [{ label: 'BigMailer, webhook event types', url: 'https://docs.bigmailer.io/docs/webhook-event-types' }],
  recognise: (record) => (toldOf(record) === undefined ? 0 : 0.95),
  read(record, sink, assumptions) {
    const told = toldOf(record);
    if (told === undefined) return false;
    const kind = KINDS.get(textAt(record, 'type') ?? '') ?? 'bounced';
    const when = momentOf(told['date'], assumptions);
    const context = { record, sink };
    const event =
      told['email'] === undefined
        ? draftOfNobody('bigmailer', kind, when, context)
        : draftOf('bigmailer', kind, when, told['email'], context);
    if (event === undefined) return true;
    event.tags = tagsOf({ campaign: textAt(told, 'campaign_id'), subaccount: textAt(record, 'brand_id') });
    const url = textAt(told, 'url');
    if (kind === 'clicked' && url !== undefined) event.url = url;
    const type = textAt(told, 'type');
    if (kind === 'bounced' && type !== undefined) event.permanent = type === 'hard';
    sink.event(event);
    return true;
  },
});

/** What stands under the name of the event. */
function toldOf(record: JsonObject): JsonObject | undefined {
  const word = textAt(record, 'type') ?? '';
  const told = KINDS.has(word) ? objectAt(record, word) : undefined;
  return textAt(record, 'brand_id') !== undefined && textAt(told, 'contact_id') !== undefined ? told : undefined;
}
