import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['message.reception', 'accepted'],
  ['message.delivered', 'delivered'],
  ['message.transient_error', 'deferred'],
  ['message.failed', 'bounced'],
  ['message.bounced', 'bounced'],
  ['message.suppressed', 'dropped'],
  ['message.complained', 'complained'],
  ['message.opened', 'opened'],
  ['message.clicked', 'clicked'],
]);
/** Mail that came in, lists of addresses, and the records of a domain. */
const ASIDE = /^(?:message\.routing|route\.message|suppression\.[a-z_]+|domain\.[a-z_]+)$/;

export default defineLogFormat({
  id: 'ahasend',
  title: 'AhaSend',
  shape: 'records',
  obtain: 'What a webhook receives (Webhooks, all message events), one object to a line',
  caveats: [
    'The reply and its codes are told in delivery_attempt only, which webhooks of before 2026 do not have',
    'A machine’s open or click is told by is_bot',
    'The id of the event is in the header webhook-id, not in the body',
  ],
  sources: [
    { label: 'AhaSend, webhooks', url: 'https://ahasend.com/docs' },
    {
      label: 'AhaSend, its client for Go with the fields of each event',
      url: 'https://github.com/AhaSend/ahasend-go',
    },
    {
      label: 'Symfony, what each event comes to',
      url: 'https://github.com/symfony/symfony/blob/8.0/src/Symfony/Component/Mailer/Bridge/AhaSend/RemoteEvent/AhaSendPayloadConverter.php',
    },
  ],
  recognise(record) {
    const data = objectAt(record, 'data');
    if (!KINDS.has(textAt(record, 'type') ?? '') || data === undefined) return 0;
    return textAt(data, 'account_id') !== undefined && textAt(data, 'recipient') !== undefined ? 0.96 : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'type') ?? '';
    const data = objectAt(record, 'data');
    if (data === undefined) return false;
    if (ASIDE.test(word)) return true;
    const kind = KINDS.get(word);
    if (kind === undefined) return false;
    const when = momentOf(record['timestamp'], assumptions);
    const event = draftOf('ahasend', kind, when, data['recipient'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ message: messageIdOf(textAt(data, 'message_id_header')), esp: textAt(data, 'id') });
    const from = addressOf(data['from']);
    if (from !== undefined) event.from = from;
    if (kind === 'opened' || kind === 'clicked') addEngagement(event, data);
    else if (kind !== 'accepted' && kind !== 'complained') addAttempt(event, data);
    if (word === 'message.bounced') event.permanent = true;
    sink.event(event);
    return true;
  },
});

function addAttempt(event: Draft, data: JsonObject): void {
  const attempt = objectAt(data, 'delivery_attempt');
  addQuotedReply(event, textAt(attempt, 'response') ?? textAt(data, 'reason'), numberAt(attempt, 'smtp_code'));
  addStatus(event, textAt(attempt, 'enhanced_status_code'));
  const command = textAt(attempt, 'command');
  if (command !== undefined) event.command = command;
  const word = textAt(attempt, 'classification') ?? textAt(data, 'suppression_type');
  if (event.kind === 'delivered') return;
  if (word !== undefined) event.espClass = word;
  else if (event.kind === 'dropped') event.espClass = 'suppressed';
}

function addEngagement(event: Draft, data: JsonObject): void {
  if (typeof data['is_bot'] === 'boolean') event.machine = data['is_bot'];
  const url = textAt(data, 'url');
  if (url !== undefined && event.kind === 'clicked') event.url = url;
}
