import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, objectAt, textAt, textsAt } from '../json/at.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { isObject } from '../json/inside.ts';
import { momentOf, secondsBetween } from '../json/time.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['email.sent', 'accepted'],
  ['email.delivered', 'delivered'],
  ['email.delivery_delayed', 'deferred'],
  ['email.bounced', 'bounced'],
  ['email.failed', 'dropped'],
  ['email.suppressed', 'dropped'],
  ['email.complained', 'complained'],
  ['email.opened', 'opened'],
  ['email.clicked', 'clicked'],
]);
/** About a mail that came in, or that waits for its hour. */
const ASIDE = new Set(['email.received', 'email.scheduled', 'email.canceled']);
const OTHER_OBJECT = /^(?:contact|domain|suppression|topic|inbox|broadcast|segment)\.[a-z_.]+$/;
/** Not tried at all: the address is on a suppression list. */
const SUPPRESSED = new Set(['Suppressed', 'OnAccountSuppressionList']);
/** Before bounces had a type, Resend said so in words. */
const SUPPRESSED_WORDS = /^Resend has suppressed sending/;
const HARD_WORDS = /^The recipient's email provider sent a hard bounce message/;

export default defineLogFormat({
  id: 'resend',
  title: 'Resend',
  service: 'resend',
  shape: 'records',
  obtain:
    'What a webhook receives (Webhooks, Add Webhook, all of email.*), one object to a line; the dashboard lists and replays them',
  caveats: [
    'An event names all recipients in to; one event is made of each',
    'The id of the event is in the header svix-id, not in the body: copies of one event are told by their fields',
    'The time to delivery is counted from data.created_at, when Resend made the message',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'Resend, event types', url: 'https://resend.com/docs/webhooks/event-types' },
    { label: 'Resend, email.bounced', url: 'https://resend.com/docs/webhooks/emails/bounced' },
    { label: 'Resend, email.suppressed', url: 'https://resend.com/docs/webhooks/emails/suppressed' },
  ],
  recognise(record) {
    const word = textAt(record, 'type') ?? '';
    if (!KINDS.has(word) && !ASIDE.has(word)) return 0;
    return textAt(record, 'created_at') !== undefined && textAt(objectAt(record, 'data'), 'email_id') !== undefined
      ? 0.95
      : 0;
  },
  read(record, sink, assumptions) {
    const word = textAt(record, 'type') ?? '';
    if (ASIDE.has(word) || OTHER_OBJECT.test(word)) return isObject(record['data']);
    const told = KINDS.get(word);
    const data = objectAt(record, 'data');
    if (told === undefined || data === undefined) return false;
    const bounce = objectAt(data, 'bounce');
    const kind = told === 'bounced' && isSuppressed(bounce) ? 'dropped' : told;
    const when = momentOf(record['created_at'], assumptions);
    const madeAt = momentOf(data['created_at'], assumptions);
    const recipients = textsAt(data, 'to');
    for (const [index, to] of (recipients.length === 0 ? [undefined] : recipients).entries()) {
      const event = draftOf('resend', kind, when, to, { record, sink });
      if (event === undefined) continue;
      addMessage(event, data);
      const total = secondsBetween(madeAt, event);
      if (total !== undefined && kind === 'delivered') event.delay = { total };
      if (bounce !== undefined) addBounce(event, bounce, index, recipients.length);
      addReason(event, data);
      const url = textAt(objectAt(data, 'click'), 'link');
      if (url !== undefined && kind === 'clicked') event.url = url;
      sink.event(event);
    }
    return true;
  },
});

const isSuppressed = (bounce: JsonObject | undefined): boolean =>
  SUPPRESSED.has(textAt(bounce, 'subType') ?? '') || SUPPRESSED_WORDS.test(textAt(bounce, 'message') ?? '');

function addMessage(event: Draft, data: JsonObject): void {
  event.ids = idsOf({ message: messageIdOf(textAt(data, 'message_id')), esp: textAt(data, 'email_id') });
  const from = addressOf(textAt(data, 'from'));
  if (from !== undefined) event.from = from;
  const own = tagsOf({ campaign: textAt(data, 'broadcast_id'), template: textAt(data, 'template_id') });
  event.tags = { ...tagsOf(givenTags(data)), ...own };
}

/** Names and values the sender gave: an object, or a list of pairs as they were sent. */
function givenTags(data: JsonObject): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(objectAt(data, 'tags') ?? {}))
    if (typeof value === 'string') given[name.toLowerCase()] = value;
  for (const pair of listAt(data, 'tags')) {
    const name = isObject(pair) ? textAt(pair, 'name') : undefined;
    const value = isObject(pair) ? textAt(pair, 'value') : undefined;
    if (name !== undefined && value !== undefined) given[name.toLowerCase()] = value;
  }
  return given;
}

function addBounce(event: Draft, bounce: JsonObject, index: number, recipients: number): void {
  const replies = textsAt(bounce, 'diagnosticCode');
  // One reply a recipient, or one for all of them.
  const reply = replies.length === recipients ? replies[index] : replies[0];
  addQuotedReply(event, reply ?? textAt(bounce, 'message'));
  const type = textAt(bounce, 'type');
  const words = [type, textAt(bounce, 'subType')].filter((word) => word !== undefined);
  if (words.length > 0) event.espClass = words.join('/');
  if (event.kind !== 'bounced') return;
  if (type !== undefined && type !== 'Undetermined') event.permanent = type === 'Permanent';
  // Before bounces had a type, Resend's own words told it.
  else if (type === undefined && HARD_WORDS.test(textAt(bounce, 'message') ?? '')) event.permanent = true;
}

function addReason(event: Draft, data: JsonObject): void {
  const suppressed = objectAt(data, 'suppressed');
  const reason = textAt(suppressed, 'type') ?? textAt(objectAt(data, 'failed'), 'reason');
  if (reason !== undefined) event.espClass = reason;
  if (event.diagnostic === undefined) addQuotedReply(event, textAt(suppressed, 'message'));
}
