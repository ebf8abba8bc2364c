import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['campaign.email.sent', 'accepted'],
  ['loop.email.sent', 'accepted'],
  ['transactional.email.sent', 'accepted'],
  ['email.delivered', 'delivered'],
  ['email.softBounced', 'deferred'],
  ['email.hardBounced', 'bounced'],
  ['email.opened', 'opened'],
  ['email.clicked', 'clicked'],
  ['email.unsubscribed', 'unsubscribed'],
  ['email.resubscribed', 'subscribed'],
  ['email.spamReported', 'complained'],
]);
/** Contacts as such: a hard bounce ends a subscription as well, and has told it. */
const ASIDE = /^(?:contact|testing)\.[a-zA-Z.]+$/;

export default defineLogFormat({
  id: 'loops',
  title: 'Loops',
  service: 'loops',
  shape: 'records',
  obtain: 'What a webhook receives (Settings, Webhooks, all email events), one object to a line',
  caveats: [
    'A soft bounce is tried again, and counts as deferred; nothing tells when Loops gives up',
    'Neither the reply nor its code is told',
    'The id of the event is in the header Webhook-Id, not in the body; times are whole seconds',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'Loops, webhooks', url: 'https://loops.so/docs/webhooks' },
    {
      label: 'Loops, email soft bounced',
      url: 'https://loops.so/docs/api-reference/webhooks/email-soft-bounced',
    },
  ],
  recognise(record) {
    const word = textAt(record, 'eventName') ?? '';
    const isOurs = (KINDS.has(word) || ASIDE.test(word)) && textAt(record, 'eventTime') !== undefined;
    return isOurs && textAt(record, 'webhookSchemaVersion') !== undefined ? 0.96 : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'eventName') ?? '';
    if (ASIDE.test(word)) return textAt(record, 'eventTime') !== undefined;
    const kind = KINDS.get(word);
    if (kind === undefined) return false;
    const to = objectAt(record, 'contactIdentity')?.['email'];
    const event = draftOf('loops', kind, momentOf(record['eventTime'], assumptions), to, { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(objectAt(record, 'email'), 'id') });
    event.tags = tagsOf({
      // Their names are told when they are sent, and not later.
      campaign: textAt(record, 'campaignId') ?? textAt(record, 'loopId'),
      template: textAt(record, 'transactionalId'),
      list: listsOf(record),
    });
    if (kind === 'bounced') event.permanent = true;
    else if (kind === 'deferred') event.permanent = false;
    sink.event(event);
    return true;
  },
});

const listsOf = (record: JsonObject): readonly string[] =>
  listAt(record, 'mailingLists')
    .map((list) => (isObject(list) ? (textAt(list, 'name') ?? textAt(list, 'id')) : undefined))
    .filter((name) => name !== undefined);
