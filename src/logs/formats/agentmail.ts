import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, objectAt, textAt } from '../json/at.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addStatus } from '../json/reply.ts';
import { momentOf } from '../json/time.ts';

/** Where each event has what it tells. */
const KINDS: ReadonlyMap<string, { readonly kind: EventKind; readonly part: string }> = new Map<
  string,
  { readonly kind: EventKind; readonly part: string }
>([
  ['message.sent', { kind: 'accepted', part: 'send' }],
  ['message.delivered', { kind: 'delivered', part: 'delivery' }],
  ['message.bounced', { kind: 'bounced', part: 'bounce' }],
  ['message.complained', { kind: 'complained', part: 'complaint' }],
  ['message.rejected', { kind: 'dropped', part: 'reject' }],
]);
/** Mail that came in, what is told of inboxes, domains and calendars, and opens, whose form is not documented yet. */
const ASIDE = /^(?:message\.(?:received|opened)|domain|calendar|inbox|thread)\b/;
/** Not tried at all: the address is on a list. */
const SUPPRESSED = new Set(['Suppressed', 'OnAccountSuppressionList']);

export default defineLogFormat({
  id: 'agentmail',
  title: 'AgentMail',
  unlistedService: 'AgentMail',
  shape: 'records',
  obtain: 'What a webhook receives (Webhooks, all message events), one object to a line',
  caveats: [
    'An event names all recipients it is about; one event is made of each',
    'Neither the reply nor its code is told, only the type of a bounce and a status of each recipient',
    'A rejected message names no recipient',
    'The sender is the inbox, where that is told by its address; deferrals are not told',
  ],
  sources: [
    {
      label: 'AgentMail, message bounced',
      url: 'https://docs.agentmail.to/api-reference/webhooks/events/message-bounced',
    },
    {
      label: 'AgentMail, message delivered',
      url: 'https://docs.agentmail.to/api-reference/webhooks/events/message-delivered',
    },
    { label: 'AgentMail, webhook events', url: 'https://docs.agentmail.to/events' },
  ],
  recognise(record) {
    if (textAt(record, 'type') !== 'event' || textAt(record, 'event_id') === undefined) return 0;
    const told = partOf(record);
    if (told !== undefined) return textAt(told.part, 'inbox_id') !== undefined ? 0.96 : 0;
    return /^message\.received\b/.test(textAt(record, 'event_type') ?? '') ? 0.6 : 0;
  },
  read(record, sink, assumptions) {
    if (ASIDE.test(textAt(record, 'event_type') ?? '')) return textAt(record, 'event_id') !== undefined;
    const told = partOf(record);
    if (told === undefined) return false;
    const { part } = told;
    const kind = SUPPRESSED.has(textAt(part, 'sub_type') ?? '') && told.kind === 'bounced' ? 'dropped' : told.kind;
    const when = momentOf(part['timestamp'], assumptions);
    const recipients = listAt(part, 'recipients');
    for (const one of recipients.length === 0 ? [undefined] : recipients) {
      const context = { record, sink };
      const event =
        one === undefined
          ? draftOfNobody('agentmail', kind, when, context)
          : draftOf('agentmail', kind, when, isObject(one) ? one['address'] : one, context);
      if (event === undefined) continue;
      addMessage(event, part, record);
      addReason(event, part);
      if (isObject(one)) addStatus(event, textAt(one, 'status'));
      sink.event(event);
    }
    return true;
  },
});

function partOf(record: JsonObject): { readonly kind: EventKind; readonly part: JsonObject } | undefined {
  const told = KINDS.get(textAt(record, 'event_type') ?? '');
  const part = told === undefined ? undefined : objectAt(record, told.part);
  return told === undefined || part === undefined ? undefined : { kind: told.kind, part };
}

function addMessage(event: Draft, part: JsonObject, record: JsonObject): void {
  const id = textAt(part, 'message_id');
  // Most are Message-IDs, with their brackets.
  const isMessage = id?.startsWith('<') === true;
  event.ids = idsOf({
    message: isMessage ? messageIdOf(id) : undefined,
    esp: isMessage ? undefined : id,
    event: textAt(record, 'event_id'),
  });
  const from = addressOf(part['inbox_id']);
  if (from !== undefined) event.from = from;
}

function addReason(event: Draft, part: JsonObject): void {
  const type = textAt(part, 'type');
  const words = [type, textAt(part, 'sub_type'), textAt(part, 'reason')].filter((word) => word !== undefined);
  if (words.length > 0) event.espClass = words.join('/');
  if (event.kind === 'bounced' && (type === 'Permanent' || type === 'Transient'))
    event.permanent = type === 'Permanent';
}
