import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt, textsAt } from '../json/at.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['messageSent', 'accepted'],
  ['messageDeliveryError', 'deferred'],
  ['messageFailed', 'bounced'],
  ['messageBounce', 'bounced'],
  ['messageComplaint', 'complained'],
  ['trackOpen', 'opened'],
  ['trackClick', 'clicked'],
  ['listUnsubscribe', 'unsubscribed'],
  ['listSubscribe', 'subscribed'],
]);
/** Mail that came in, folders, and how the account’s connection does. */
const ASIDE =
  /^(?:message(?:New|Deleted|Updated|Missing)|mailbox\w+|authentication\w+|connectError|account\w+|export\w+)$/;

export default defineLogFormat({
  id: 'emailengine',
  title: 'EmailEngine',
  shape: 'records',
  obtain: 'What a webhook receives (Configuration, Webhooks, all events), one object to a line',
  caveats: [
    'messageSent means that the account’s own server has taken the mail: what became of it there is not told, but for bounces that come back',
    'A message that could not be handed over counts as deferred at each attempt, and as bounced once EmailEngine gives up',
    'An open or a click names the message, and no recipient; nothing tells whether a person or a machine did it',
    'The id of the event is in the header X-EE-Wh-Event-Id, not in the body',
  ],
  sources: [
    {
      label: 'EmailEngine, webhook events reference',
      url: 'https://learn.emailengine.app/docs/reference/webhook-events',
    },
    { label: 'EmailEngine, messageBounce', url: 'https://learn.emailengine.app/docs/webhooks/messagebounce' },
  ],
  recognise(record) {
    const word = textAt(record, 'event') ?? '';
    const isOurs = textAt(record, 'account') !== undefined && textAt(record, 'date') !== undefined;
    if (!isOurs || objectAt(record, 'data') === undefined) return 0;
    return KINDS.has(word) ? 0.95 : ASIDE.test(word) ? 0.6 : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'event') ?? '';
    if (textAt(record, 'account') === undefined) return false;
    if (ASIDE.test(word)) return true;
    const data = objectAt(record, 'data');
    const told = KINDS.get(word);
    if (told === undefined || data === undefined) return false;
    const kind = told === 'bounced' && textAt(data, 'action') === 'delayed' ? 'deferred' : told;
    const when = momentOf(record['date'], assumptions);
    const people = recipientsOf(data);
    for (const to of people.length === 0 ? [undefined] : people) {
      const context = { record, sink };
      const event =
        to === undefined
          ? draftOfNobody('emailengine', kind, when, context)
          : draftOf('emailengine', kind, when, to, context);
      if (event === undefined) continue;
      addMessage(event, data, record);
      addReply(event, data);
      const url = textAt(data, 'url');
      if (kind === 'clicked' && url !== undefined) event.url = url;
      sink.event(event);
    }
    return true;
  },
});

/** One recipient of a bounce or a subscription, all of a message that is handed over, those of a complaint. */
function recipientsOf(data: JsonObject): readonly string[] {
  const one = textsAt(data, 'recipient');
  if (one.length > 0) return one;
  const envelope = textsAt(objectAt(data, 'envelope'), 'to');
  return envelope.length > 0 ? envelope : textsAt(objectAt(data, 'arf'), 'originalRcptTo');
}

function addMessage(event: Draft, data: JsonObject, record: JsonObject): void {
  const headers = objectAt(data, 'headers');
  event.ids = idsOf({
    message: messageIdOf(textAt(data, 'messageId') ?? textAt(headers, 'messageId')),
    esp: textAt(data, 'queueId'),
  });
  const envelopeFrom = addressOf(objectAt(data, 'envelope')?.['from']);
  if (envelopeFrom !== undefined) event.envelopeFrom = envelopeFrom;
  const from = addressOf(headers?.['from'] ?? textsAt(objectAt(data, 'messageHeaders'), 'from')[0]);
  if (from !== undefined) event.from = from;
  event.tags = tagsOf({ account: textAt(record, 'account'), list: textAt(data, 'listId') });
}

function addReply(event: Draft, data: JsonObject): void {
  // Of a bounce an object, with the text and its status; of a message that was sent the text itself.
  const response = objectAt(data, 'response');
  const said =
    textAt(response, 'message') ?? textAt(data, 'response') ?? textAt(data, 'smtpResponse') ?? textAt(data, 'error');
  addQuotedReply(event, said, numberAt(data, 'smtpResponseCode'));
  addStatus(event, textAt(response, 'status'));
  const word = textAt(objectAt(data, 'arf'), 'feedbackType');
  if (word !== undefined) event.espClass = word;
  if (event.kind === 'deferred') event.permanent = false;
}
