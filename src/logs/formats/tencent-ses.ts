import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** SendGrid's words, but it is not SendGrid's mail. */
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['processed', 'accepted'],
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['bounce', 'bounced'],
  ['dropped', 'dropped'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['spamreport', 'complained'],
  ['unsubscribe', 'unsubscribed'],
]);

export default defineLogFormat({
  id: 'tencent-ses',
  title: 'Tencent Cloud SES',
  service: 'tencent-ses',
  shape: 'records',
  obtain: 'What the callback address receives (Configuration, Callback Address), one object to a line',
  caveats: [
    'Times are whole seconds',
    'A mail’s own Message-ID is told since October 2025; before, only the service’s id',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    {
      label: 'Tencent Cloud SES, Email Event Notification',
      url: 'https://www.tencentcloud.com/document/product/1084/39492',
    },
  ],
  recognise: (record) => (kindOf(record) !== undefined && bulkOf(record) !== undefined && isTimed(record) ? 0.96 : 0),
  read(record, sink, assumptions) {
    const kind = kindOf(record);
    const bulk = bulkOf(record);
    if (kind === undefined || bulk === undefined) return false;
    const when = momentOf(record['timestamp'], assumptions);
    const event = draftOf('tencent-ses', kind, when, record['email'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ message: messageIdOf(record['messageId']), esp: bulk });
    addMail(event, { from: record['from'] });
    event.tags = tagsOf({
      template: textAt(record, 'templateId'),
      campaign: textAt(record, 'taskId'),
      domain: textAt(record, 'fromDomain'),
    });
    addDetails(event, record);
    sink.event(event);
    return true;
  },
});

const kindOf = (record: JsonObject): EventKind | undefined => KINDS.get(textAt(record, 'event') ?? '');
/** What SendEmail has answered: `qcloudses-30-251200670-date-20220601142439-8jolHvR2XcXC1`. */
const bulkOf = (record: JsonObject): string | undefined => textAt(record, 'bulkId') ?? textAt(record, 'bulkid');
const isTimed = (record: JsonObject): boolean => record['timestamp'] !== undefined && record['email'] !== undefined;

function addDetails(event: Draft, record: JsonObject): void {
  const { kind } = event;
  const url = textAt(record, 'link');
  if (kind === 'clicked' && url !== undefined) event.url = url;
  if (kind !== 'bounced' && kind !== 'deferred' && kind !== 'dropped') return;
  addQuotedReply(event, textAt(record, 'reason'));
  const type = textAt(record, 'bounceType') ?? '';
  if (kind === 'bounced' && /^(?:hard|soft)/.test(type)) event.permanent = type.startsWith('hard');
}
