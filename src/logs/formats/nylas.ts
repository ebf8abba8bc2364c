import type { Draft } from '../event.ts';
import { mailTime } from '../bounce-mail/date.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { numberAt, objectAt, objectsAt, textAt } from '../json/at.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { type Instant, instantOf, momentOf } from '../json/time.ts';

/** Everything else that Nylas notifies of: mail that came in, threads, calendars, contacts, grants. */
const ASIDE =
  /^(?:message\.(?:created|updated|deleted|send_success|send_failed)|thread|folder|event|calendar|contact|grant|booking|notetaker)\b/;

export default defineLogFormat({
  id: 'nylas',
  title: 'Nylas',
  unlistedService: 'Nylas',
  shape: 'records',
  failuresOnly: true,
  obtain:
    'What a webhook, or a queue of notifications, receives (message.bounce_detected, message.opened, message.link_clicked; message.bounced of agent accounts), one object to a line',
  caveats: [
    'Only what bounced, was opened or clicked is told: what went through is not, so that no share of it can be made',
    'A bounce is told once Nylas has found the notice in the sender’s mailbox',
    'An open or a click names the message, and no recipient',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    {
      label: 'Nylas, message.bounce_detected',
      url: 'https://developer.nylas.com/docs/reference/notifications/messages/message-bounce_detected/',
    },
    {
      label: 'Nylas, message.bounced of agent accounts',
      url: 'https://developer.nylas.com/docs/reference/notifications/agent-accounts/message-bounced/',
    },
    {
      label: 'Nylas, messages notifications',
      url: 'https://developer.nylas.com/docs/reference/notifications/messages/',
    },
  ],
  recognise(record) {
    const isOurs = textAt(record, 'specversion') !== undefined && /^\/?nylas/.test(sourceOf(record));
    if (!isOurs || objectAt(record, 'data') === undefined) return 0;
    return READERS.has(textAt(record, 'type') ?? '') ? 0.96 : ASIDE.test(textAt(record, 'type') ?? '') ? 0.5 : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'type') ?? '';
    const data = objectAt(record, 'data');
    if (data === undefined || textAt(record, 'specversion') === undefined) return false;
    if (ASIDE.test(word)) return true;
    const reader = READERS.get(word);
    const object = objectAt(data, 'object');
    if (reader === undefined || object === undefined) return false;
    reader({ record, object, sink, assumptions });
    return true;
  },
});

/** `/nylas/system`, `/google/emails/realtime`: only the first stands in notices of what became of a mail. */
const sourceOf = (record: JsonObject): string => textAt(record, 'source') ?? '';

interface Told {
  readonly record: JsonObject;
  readonly object: JsonObject;
  readonly sink: EventSink;
  readonly assumptions: Assumptions;
}
const READERS: ReadonlyMap<string, (told: Told) => void> = new Map([
  ['message.bounce_detected', readDetected],
  ['message.bounced', readBounced],
  ['message.opened', (told) => readEngagement(told, 'opened')],
  ['message.link_clicked', (told) => readEngagement(told, 'clicked')],
]);

/** The notice that came back, as Nylas has read it. */
function readDetected({ record, object, sink, assumptions }: Told): void {
  const when = dateOf(object['bounce_date'], assumptions) ?? momentOf(record['time'], assumptions);
  const event = draftOf('nylas', 'bounced', when, object['bounced_addresses'], { record, sink });
  if (event === undefined) return;
  const origin = objectAt(object, 'origin');
  addIds(event, record, textAt(object, 'message_id') ?? textAt(origin, 'id'), textAt(origin, 'mime_id'));
  addSender(event, origin);
  addQuotedReply(event, textAt(object, 'bounce_reason'), numberAt(object, 'code'));
  const type = textAt(object, 'type');
  if (type !== undefined) event.espClass = type;
  sink.event(event);
}

function readBounced({ record, object, sink, assumptions }: Told): void {
  const message = objectAt(object, 'message');
  const bounce = objectAt(object, 'bounce');
  const when = momentOf(bounce?.['bounced_at'] ?? record['time'], assumptions);
  for (const one of objectsAt(bounce, 'recipients')) {
    const event = draftOf('nylas', 'bounced', when, one['email'], { record, sink });
    if (event === undefined) continue;
    addIds(event, record, textAt(message, 'id'));
    addSender(event, message);
    addQuotedReply(event, textAt(one, 'diagnostic_code'));
    const type = textAt(bounce, 'type');
    if (type !== undefined) event.espClass = type;
    sink.event(event);
  }
}

function readEngagement({ record, object, sink, assumptions }: Told, kind: 'opened' | 'clicked'): void {
  const event = draftOfNobody('nylas', kind, momentOf(record['time'], assumptions), { record, sink });
  if (event === undefined) return;
  addIds(event, record, textAt(object, 'message_id'));
  sink.event(event);
}

function addIds(event: Draft, record: JsonObject, esp: string | undefined, mime?: string): void {
  event.ids = idsOf({ message: messageIdOf(mime), esp, event: textAt(record, 'id') });
}

function addSender(event: Draft, told: JsonObject | undefined): void {
  const from = addressOf(told?.['from']);
  if (from !== undefined) event.from = from;
}

/** In whatever form the notice had it. */
function dateOf(value: unknown, assumptions: Assumptions): Instant | undefined {
  const instant = instantOf(value, assumptions);
  if (instant !== undefined || typeof value !== 'string') return instant;
  const written = mailTime(value, assumptions.zone);
  return written?.zoned === true ? { time: written.seconds } : undefined;
}
