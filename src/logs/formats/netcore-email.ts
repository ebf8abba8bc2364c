import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** Those of its own, and those of whoever came from SendGrid. */
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['processed', 'accepted'],
  ['sent', 'delivered'],
  ['delivered', 'delivered'],
  ['bounced', 'bounced'],
  ['bounce', 'bounced'],
  ['hardbounced', 'bounced'],
  ['softbounced', 'bounced'],
  ['dropped', 'dropped'],
  ['invalid', 'dropped'],
  ['opened', 'opened'],
  ['open', 'opened'],
  ['clicked', 'clicked'],
  ['click', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
  ['unsubscribe', 'unsubscribed'],
  ['spam', 'complained'],
  ['abuse', 'complained'],
]);

export default defineLogFormat({
  id: 'netcore-email',
  title: 'Netcore Email API (Pepipost)',
  service: 'netcore-email',
  shape: 'records',
  obtain:
    'What a webhook of Netcore’s Email API (once Pepipost) receives: the arrays as they come, or one event to a line; also in the form for those who came from SendGrid',
  caveats: [
    '`sent` means that the recipient’s server has taken it',
    '`invalid` was never tried: the address is none',
    'A message is known by its transaction and recipient',
    'Opens by proxies and scanners are not told from those of people',
  ],
  sources: [
    { label: 'Netcore, Webhook events', url: 'https://emaildev.netcorecloud.com/webhooks/repository/events' },
    {
      label: 'Netcore, What are the different webhook formats?',
      url: 'https://emaildocs.netcorecloud.com/docs/what-are-the-different-webhooks-format',
    },
    {
      label: 'Netcore, Migration webhooks',
      url: 'https://emaildev.netcorecloud.com/migration-api/new-subpage/migration-webhooks',
    },
  ],
  recognise(record) {
    if (kindOf(record) === undefined || record[keyOf(record, 'EMAIL')] === undefined) return 0;
    if (record['TRANSID'] !== undefined && record['TIMESTAMP'] !== undefined) return 0.95;
    // SendGrid’s own events are said of no From address and no size.
    return record['fromaddress'] !== undefined && record['msize'] !== undefined ? 0.99 : 0;
  },
  read(record, sink, assumptions) {
    const kind = kindOf(record);
    const isOurs = record['TRANSID'] !== undefined || record['fromaddress'] !== undefined;
    if (kind === undefined || !isOurs) return false;
    const when = momentOf(record[keyOf(record, 'TIMESTAMP')], assumptions);
    const event = draftOf('netcore-email', kind, when, record[keyOf(record, 'EMAIL')], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'TRANSID') ?? textAt(record, 'sg_message_id') });
    addMail(event, { from: record[keyOf(record, 'FROMADDRESS')], size: record[keyOf(record, 'MSIZE')] });
    event.tags = tagsOf({ tag: textAt(record, keyOf(record, 'TAGS')) });
    addDetails(event, record);
    sink.event(event);
    return true;
  },
});

const keyOf = (record: JsonObject, key: string): string => (record[key] === undefined ? key.toLowerCase() : key);
const wordOf = (record: JsonObject): string =>
  (textAt(record, 'EVENT') ?? textAt(record, 'event') ?? '').toLowerCase().replaceAll(/[ _-]/g, '');
const kindOf = (record: JsonObject): EventKind | undefined => KINDS.get(wordOf(record));

function addDetails(event: Draft, record: JsonObject): void {
  const { kind } = event;
  const url = textAt(record, keyOf(record, 'URL'));
  if (kind === 'clicked' && url !== undefined) event.url = url;
  if (kind !== 'delivered' && kind !== 'bounced' && kind !== 'dropped') return;
  const said = textAt(record, keyOf(record, 'RESPONSE')) ?? textAt(record, keyOf(record, 'REASON'));
  // ` - 2.0.0 (success)`: there was no code before the dash.
  addQuotedReply(event, said?.replace(/^ *- /, ''));
  if (kind === 'bounced') {
    const type = textAt(record, keyOf(record, 'BOUNCE_TYPE')) ?? wordOf(record);
    // «bounced» is a hard one: https://emaildocs.netcorecloud.com/docs/repository-outline
    event.permanent = !/soft/i.test(type);
  }
  if (kind === 'dropped') event.espClass = wordOf(record) === 'invalid' ? 'invalid' : 'suppressed';
}
