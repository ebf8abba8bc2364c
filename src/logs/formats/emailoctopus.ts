import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** `undefined`: what becomes of the list, not of mail. */
const KINDS: ReadonlyMap<string, EventKind | undefined> = new Map([
  ['contact.created', undefined],
  ['contact.updated', undefined],
  ['contact.deleted', undefined],
  ['contact.bounced', 'bounced'],
  ['contact.complained', 'complained'],
  ['contact.opened', 'opened'],
  ['contact.clicked', 'clicked'],
  ['contact.unsubscribed', 'unsubscribed'],
]);

export default defineLogFormat({
  id: 'emailoctopus',
  title: 'EmailOctopus',
  service: 'emailoctopus',
  shape: 'records',
  failuresOnly: true,
  obtain: 'What a webhook receives (Integrations, Webhooks, all events), one list to a line',
  caveats: [
    'What was sent and what arrived is not told: no share can be made of it',
    'Neither why a mail bounced is told, nor whether for good; of a click not where it went',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [{ label: 'EmailOctopus, Webhooks', url: 'https://help.emailoctopus.com/article/314-webhooks' }],
  recognise: (record) => (isOurs(record) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isOurs(record)) return false;
    const kind = KINDS.get(textAt(record, 'type') ?? '');
    if (kind === undefined) return true;
    const when = momentOf(record['occurred_at'], assumptions);
    const event = draftOf('emailoctopus', kind, when, record['contact_email_address'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ event: textAt(record, 'id') });
    event.tags = tagsOf({ campaign: textAt(record, 'campaign_id'), list: textAt(record, 'list_id') });
    sink.event(event);
    return true;
  },
});

const isOurs = (record: JsonObject): boolean =>
  KINDS.has(textAt(record, 'type') ?? '') &&
  textAt(record, 'list_id') !== undefined &&
  textAt(record, 'contact_id') !== undefined &&
  textAt(record, 'contact_email_address') !== undefined;
