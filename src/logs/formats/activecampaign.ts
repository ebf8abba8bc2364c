import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** `undefined`: what is said of a contact or of a whole campaign. */
const KINDS: ReadonlyMap<string, EventKind | undefined> = new Map([
  ['bounce', 'bounced'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['subscribe', 'subscribed'],
  ['unsubscribe', 'unsubscribed'],
  ['update', undefined],
  ['sent', undefined],
  ['reply', undefined],
  ['forward', undefined],
  ['share', undefined],
  ['contact_tag_added', undefined],
  ['contact_tag_removed', undefined],
]);

export default defineLogFormat({
  id: 'activecampaign',
  title: 'ActiveCampaign',
  service: 'activecampaign',
  shape: 'records',
  failuresOnly: true,
  obtain:
    'What a webhook receives (Settings, Developer, Webhooks): one form, or one object that was made of it, to a line',
  caveats: [
    'What was sent to whom and what arrived is not told: no share can be made of it',
    'Why a mail bounced is not read, nor whether for good',
    'An open is told once for a contact and a campaign, a click once for a link',
    'Nothing tells whether a person or a machine opened or clicked; the mail’s own id is not told',
  ],
  sources: [
    { label: 'ActiveCampaign, Webhooks', url: 'https://developers.activecampaign.com/page/webhooks' },
    {
      label: 'Activepieces, ActiveCampaign’s webhooks as they come',
      url: 'https://github.com/activepieces/activepieces/tree/main/packages/pieces/community/activecampaign',
    },
  ],
  recognise: (record) => (isOurs(record) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isOurs(record)) return false;
    const kind = KINDS.get(textAt(record, 'type') ?? '');
    if (kind === undefined) return true;
    const when = momentOf(record['date_time'], assumptions);
    const event = draftOf('activecampaign', kind, when, toldAt(record, 'contact', 'email'), { record, sink });
    if (event === undefined) return true;
    const list = textAt(record, 'list');
    event.tags = tagsOf({
      campaign: toldAt(record, 'campaign', 'name') ?? toldAt(record, 'campaign', 'id'),
      list: list === '0' ? undefined : list,
    });
    const url = toldAt(record, 'link', 'url');
    if (kind === 'clicked' && url !== undefined) event.url = url;
    sink.event(event);
    return true;
  },
});

/** `contact[email]` of a form, or `email` in `contact` of what was made of one. */
const toldAt = (record: JsonObject, part: string, key: string): string | undefined =>
  textAt(record, `${part}[${key}]`) ?? textAt(objectAt(record, part), key);

const isOurs = (record: JsonObject): boolean =>
  KINDS.has(textAt(record, 'type') ?? '') &&
  textAt(record, 'initiated_from') !== undefined &&
  textAt(record, 'initiated_by') !== undefined &&
  toldAt(record, 'contact', 'email') !== undefined;
