import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, numberAt, objectAt, textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['message.sent', 'accepted'],
  ['message.delivered', 'delivered'],
  ['message.soft_bounced', 'bounced'],
  ['message.hard_bounced', 'bounced'],
  ['message.failed', 'bounced'],
  ['message.suppressed', 'dropped'],
  ['message.policy_rejected', 'dropped'],
  ['message.spam_complaint', 'complained'],
  ['message.opened', 'opened'],
  ['message.clicked', 'clicked'],
  ['message.unsubscribed', 'unsubscribed'],
]);
/** Before anything is sent, mail that came in, lists of addresses, tests. */
const ASIDE = /^(?:message\.(?:created|inbound)|suppression\.[a-z_]+|webhook\.[a-z_]+)$/;
/** Under this name the one tag stands among the pairs once more. */
const RESERVED = '__lettermint_tag';

export default defineLogFormat({
  id: 'lettermint',
  title: 'Lettermint',
  service: 'lettermint',
  shape: 'records',
  obtain: 'What a webhook receives (the project’s Webhooks, all message events), one object to a line',
  caveats: [
    'A message is counted with message.sent; message.created, just before, is passed over',
    'A soft bounce counts as given up: nothing tells that it will be tried again',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'Lettermint, webhook events', url: 'https://lettermint.co/docs/platform/webhooks/events' },
    {
      label: 'postboi, the fields of each event',
      url: 'https://github.com/postboi-mail/postboi/blob/main/src/library/webhooks/lettermint.ts',
    },
  ],
  recognise(record) {
    const data = objectAt(record, 'data');
    const isOurs = KINDS.has(textAt(record, 'event') ?? '') && textAt(data, 'message_id') !== undefined;
    return isOurs && textAt(data, 'recipient') !== undefined ? 0.96 : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'event') ?? '';
    const data = objectAt(record, 'data');
    if (data === undefined) return false;
    if (ASIDE.test(word)) return true;
    const kind = KINDS.get(word);
    if (kind === undefined) return false;
    const when = momentOf(
      data['opened_at'] ?? data['clicked_at'] ?? record['timestamp'] ?? record['created_at'],
      assumptions,
    );
    const event = draftOf('lettermint', kind, when, data['recipient'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(data, 'message_id'), event: textAt(record, 'id') });
    event.tags = tagsOf({ ...pairsIn(data), tag: textAt(data, 'tag') });
    if (word === 'message.suppressed') event.espClass = ['suppressed', ...textsAt(data, 'reason')].join('/');
    else if (kind === 'delivered' || kind === 'bounced' || kind === 'dropped') addReply(event, data);
    if (word === 'message.hard_bounced' || word === 'message.soft_bounced')
      event.permanent = word === 'message.hard_bounced';
    const url = textAt(data, 'destination_url');
    if (url !== undefined && kind === 'clicked') event.url = url;
    sink.event(event);
    return true;
  },
});

function addReply(event: Draft, data: JsonObject): void {
  const response = objectAt(data, 'response');
  addQuotedReply(event, textAt(response, 'content') ?? textAt(data, 'reason'), numberAt(response, 'status_code'));
  addStatus(event, textAt(response, 'enhanced_status_code'));
  const word = textAt(data, 'reason_code');
  if (word !== undefined) event.espClass = word;
}

/** Names and values the sender gave. */
function pairsIn(data: JsonObject): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const pair of listAt(data, 'tags')) {
    const name = isObject(pair) ? textAt(pair, 'name') : undefined;
    const value = isObject(pair) ? textAt(pair, 'value') : undefined;
    if (name !== undefined && name !== RESERVED && value !== undefined) pairs[name.toLowerCase()] = value;
  }
  return pairs;
}
