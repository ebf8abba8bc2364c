import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, objectsAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['contact_added', 'subscribed'],
  ['contact_opened_message', 'opened'],
  ['contact_clicked_message_link', 'clicked'],
  ['contact_removed_link', 'unsubscribed'],
  ['contact_removed_bounce', 'bounced'],
]);
/** Text messages, lists, and fields of contacts. */
const ASIDE =
  /^(?:contact_(?:clicked_sms_link|copied|moved|custom_field_changed|email_changed|rejected)|contacts_import_finished|custom_reports_file_status_changed)$/;

export default defineLogFormat({
  id: 'getresponse',
  title: 'GetResponse',
  service: 'getresponse',
  shape: 'records',
  failuresOnly: true,
  obtain:
    'What a webhook receives (Tools, Integrations and API, Webhooks, all events), one object or one list to a line',
  caveats: [
    'What was sent and what arrived is not told: no share can be made of it',
    'A bounce is a contact that was removed for bounces: neither the mail nor the reason is told',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [{ label: 'GetResponse, webhook payloads', url: 'https://apidocs.getresponse.com/v3/payloads' }],
  recognise(record) {
    const word = textAt(record, 'type') ?? '';
    if (!isOurs(record)) return 0;
    return KINDS.has(word) ? 0.96 : ASIDE.test(word) ? 0.6 : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'type') ?? '';
    if (!isOurs(record)) return false;
    const kind = KINDS.get(word);
    if (kind === undefined) return ASIDE.test(word);
    const when = momentOf(objectAt(record, 'event')?.['occurredAt'], assumptions);
    const one = objectAt(record, 'contact');
    for (const contact of one === undefined ? objectsAt(record, 'contacts') : [one]) {
      const event = draftOf('getresponse', kind, when, contact['email'], { record, sink });
      if (event === undefined) continue;
      event.tags = tagsOf({
        campaign: textAt(objectAt(record, 'message'), 'name'),
        list: textAt(objectAt(contact, 'campaign'), 'name'),
      });
      const url = textAt(objectAt(record, 'clickTrack'), 'url');
      if (kind === 'clicked' && url !== undefined) event.url = url;
      sink.event(event);
    }
    return true;
  },
});

const isOurs = (record: JsonObject): boolean =>
  textAt(objectAt(record, 'account'), 'accountId') !== undefined && objectAt(record, 'event') !== undefined;
