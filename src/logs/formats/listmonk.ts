import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['hard', 'bounced'],
  ['soft', 'bounced'],
  ['complaint', 'complained'],
]);

export default defineLogFormat({
  id: 'listmonk',
  title: 'listmonk bounces, JSON',
  shape: 'records',
  failuresOnly: true,
  obtain: 'The answers of GET /api/bounces, all pages of it',
  caveats: [
    'It is a list of bounces and complaints only: no share can be made of what went through',
    'The time is when listmonk learnt of it; the mail’s own id is not told',
    'Why is not read: what the service or the mailbox told stands under meta, in the words of each',
    'listmonk sends by servers or services: their own logs and events tell everything else',
  ],
  sources: [
    { label: 'listmonk, API, bounces', url: 'https://listmonk.app/docs/apis/bounces/' },
    { label: 'listmonk, bounce processing', url: 'https://listmonk.app/docs/bounces/' },
  ],
  recognise: (record) => (isBounce(record) ? 0.94 : 0),
  read(record, sink, assumptions) {
    if (!isBounce(record)) return false;
    const word = textAt(record, 'type') ?? '';
    const when = momentOf(record['created_at'], assumptions);
    const event = draftOf('listmonk', KINDS.get(word) ?? 'bounced', when, record['email'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ event: textAt(record, 'id') });
    const campaign = objectAt(record, 'campaign');
    event.tags = tagsOf({ campaign: textAt(campaign, 'name') ?? textAt(campaign, 'id') });
    if (event.kind === 'bounced') event.permanent = word === 'hard';
    sink.event(event);
    return true;
  },
});

const isBounce = (record: JsonObject): boolean =>
  KINDS.has(textAt(record, 'type') ?? '') &&
  textAt(record, 'source') !== undefined &&
  textAt(record, 'subscriber_uuid') !== undefined &&
  textAt(record, 'email') !== undefined;
