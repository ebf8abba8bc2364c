import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** `undefined`: what is said beside mail. */
const KINDS: ReadonlyMap<string, EventKind | undefined> = new Map([
  ['Deliver:Succeed', 'delivered'],
  ['Deliver:Success', 'delivered'],
  ['Deliver:Fail', 'bounced'],
  ['Feedback:FblReport', 'complained'],
  ['Feedback:UnSubscribe', 'unsubscribed'],
  ['Feedback:Subscribe', undefined],
  ['Trace:Open', 'opened'],
  ['Deliver:Open', 'opened'],
  ['Trace:Click', 'clicked'],
  ['Deliver:Click', 'clicked'],
  ['Validator:GrayListResult', undefined],
]);
const WORD = /^(?:dm:)?([A-Za-z]+:[A-Za-z]+)\s*$/;

export default defineLogFormat({
  id: 'alibaba-direct-mail',
  title: 'Alibaba Cloud Direct Mail',
  service: 'alibaba-direct-mail',
  shape: 'records',
  obtain: 'What a rule of EventBridge’s for the source acs.dm hands on (to a queue, to HTTP), one object to a line',
  caveats: [
    'Attempts that are made again are not told: a delivery has succeeded, or failed for good',
    'Where only what stands under data is kept, times have no zone: UTC is taken unless --timezone says otherwise',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    {
      label: 'Alibaba Cloud, Direct Mail events',
      url: 'https://www.alibabacloud.com/help/en/eventbridge/user-guide/events-of-the-direct-mail-type',
    },
    {
      label: 'Alibaba Cloud, Set up Event Publishing',
      url: 'https://www.alibabacloud.com/help/en/direct-mail/user-guide/set-up-eventbridge',
    },
  ],
  recognise: (record) => (KINDS.has(wordOf(record)) && isOurs(record) ? 0.96 : 0),
  read(record, sink, assumptions) {
    const word = wordOf(record);
    if (!KINDS.has(word) || !isOurs(record)) return false;
    const kind = KINDS.get(word);
    if (kind === undefined) return true;
    const data = dataOf(record);
    const when =
      momentOf(record['time'], assumptions) ??
      momentOf(data['deliver_time'], assumptions) ??
      momentOf(data['send_time'], assumptions);
    const event = draftOf('alibaba-direct-mail', kind, when, data['rcpt'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ message: messageIdOf(data['msg_id']), esp: textAt(data, 'env_id') });
    addMail(event, { from: data['from'] ?? data['account'], sourceIp: data['outbound_ip'] });
    event.tags = tagsOf({ tag: textAt(data, 'tag'), 'ip-pool': textAt(data, 'ip_pool_id') });
    addDetails(event, data);
    sink.event(event);
    return true;
  },
});

/** CloudEvents hold them under `data`; some rules hand on that alone. */
const dataOf = (record: JsonObject): JsonObject => objectAt(record, 'data') ?? record;
const wordOf = (record: JsonObject): string =>
  WORD.exec(textAt(record, 'type') ?? textAt(dataOf(record), 'event') ?? '')?.[1] ?? '';

function isOurs(record: JsonObject): boolean {
  const data = dataOf(record);
  return textAt(record, 'source') === 'acs:dm' || (data['rcpt'] !== undefined && data['env_id'] !== undefined);
}

function addDetails(event: Draft, data: JsonObject): void {
  const url = textAt(data, 'url');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  if (event.kind !== 'bounced') return;
  addQuotedReply(event, textAt(data, 'err_msg'), numberAt(data, 'err_code'));
  const type = textAt(data, 'failed_type');
  if (type !== undefined) event.espClass = type;
}
