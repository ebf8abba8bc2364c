import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, numberAt, textAt, textsAt } from '../json/at.ts';
import { addMail } from '../json/mail-fields.ts';
import { isObject } from '../json/inside.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { telling } from '../json/telling.ts';

/** `received`, by the API, comes before `processed`. */
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['processed', 'accepted'],
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['bounced', 'bounced'],
  ['bounce', 'bounced'],
  ['blocked', 'bounced'],
  ['dropped', 'dropped'],
  ['drop', 'dropped'],
  ['opened', 'opened'],
  ['open', 'opened'],
  ['clicked', 'clicked'],
  ['click', 'clicked'],
  ['spam_report', 'complained'],
  ['unsubscribed', 'unsubscribed'],
  ['unsubscribe', 'unsubscribed'],
  ['group_unsubscribe', 'unsubscribed'],
  ['group_resubscribe', 'subscribed'],
]);
/** Of a page of messages, which has no events. */
const STATES: ReadonlyMap<string, EventKind> = new Map([
  ['processed', 'accepted'],
  ['processing', 'accepted'],
  ['delivered', 'delivered'],
  ['not_delivered', 'bounced'],
]);

export default defineLogFormat({
  id: 'sendgrid-activity',
  title: 'SendGrid Email Activity, JSON',
  service: 'sendgrid',
  shape: 'records',
  obtain: 'The answers of SendGrid’s GET /v3/messages/{msg_id}, or of GET /v3/messages, which are pages of messages',
  caveats: [
    'A page of messages has their last state only: all it tells stands at last_event_time, and why a message was not delivered is not told',
    'Opens by machines are not told from those of people',
  ],
  sources: [
    {
      label: 'Twilio SendGrid, Filter messages by message ID',
      url: 'https://www.twilio.com/docs/sendgrid/api-reference/e-mail-activity/filter-messages-by-message-id',
    },
    {
      label: 'Twilio SendGrid, Filter all messages',
      url: 'https://www.twilio.com/docs/sendgrid/api-reference/e-mail-activity/filter-all-messages',
    },
  ],
  recognise: (record) => (isMessage(record) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isMessage(record)) return false;
    const fill = (event: Draft): void => {
      event.ids = { esp: textAt(record, 'msg_id') ?? '' };
      addMail(event, { from: record['from_email'], sourceIp: record['outbound_ip'] });
      event.tags = tagsOf({ category: textsAt(record, 'categories'), template: textAt(record, 'template_id') });
    };
    const tell = telling('sendgrid-activity', { record, to: record['to_email'], fill }, sink, assumptions);
    if (Array.isArray(record['events'])) {
      for (const told of listAt(record, 'events').filter(isObject)) {
        const kind = KINDS.get(textAt(told, 'event_name') ?? '');
        if (kind !== undefined) tell(kind, told['processed'], (event) => addDetails(event, told));
      }
      return true;
    }
    const state = STATES.get(textAt(record, 'status') ?? '');
    if (state !== undefined) tell(state, record['last_event_time']);
    if ((numberAt(record, 'opens_count') ?? 0) > 0) tell('opened', record['last_event_time']);
    if ((numberAt(record, 'clicks_count') ?? 0) > 0) tell('clicked', record['last_event_time']);
    return true;
  },
});

const isMessage = (record: JsonObject): boolean =>
  textAt(record, 'msg_id') !== undefined &&
  textAt(record, 'to_email') !== undefined &&
  (Array.isArray(record['events']) || STATES.has(textAt(record, 'status') ?? ''));

function addDetails(event: Draft, told: JsonObject): void {
  const url = textAt(told, 'url');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  if (event.kind === 'opened' || event.kind === 'clicked') return;
  const host = textAt(told, 'mx_server');
  if (host !== undefined) event.relay = { host };
  const attempt = numberAt(told, 'attempt_num');
  if (attempt !== undefined && attempt > 0) event.attempt = attempt;
  if (event.kind === 'dropped') {
    const reason = textAt(told, 'reason');
    if (reason !== undefined) event.espClass = reason;
  } else addQuotedReply(event, textAt(told, 'reason'));
  const type = textAt(told, 'bounce_type');
  if (event.kind === 'bounced' && type !== undefined) event.permanent = type === 'hard' || type === 'bounce';
}
