import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** `undefined`: what is said beside mail. The older webhooks, which are Postal's within, have `delivery` before the word. */
const KINDS: ReadonlyMap<string, EventKind | undefined> = new Map([
  ['accepted', 'accepted'],
  ['scheduled', undefined],
  ['canceled', undefined],
  ['attempted', 'deferred'],
  ['delivered', 'delivered'],
  ['delivery.sent', 'delivered'],
  ['delivery.softfail', 'deferred'],
  ['delivery.delayed', 'deferred'],
  ['delivery.error', 'deferred'],
  ['bounced', 'bounced'],
  ['delivery.bounce', 'bounced'],
  ['delivery.hardfail', 'bounced'],
  ['failed', 'bounced'],
  ['rejected', 'dropped'],
  ['suppressed', 'dropped'],
  ['held', 'dropped'],
  ['delivery.held', 'dropped'],
  ['complained', 'complained'],
  ['unsubscribed', 'unsubscribed'],
  ['loaded', 'opened'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['link.clicked', 'clicked'],
  ['received', undefined],
]);
const WORD = /^email\.([a-z.]+)$/;

export default defineLogFormat({
  id: 'emailit',
  title: 'Emailit',
  service: 'emailit',
  shape: 'records',
  obtain: 'What a webhook receives (Webhooks, all events email.*), one list or one object to a line',
  caveats: [
    'Since 2026 an event does not say what the other server answered; before, it stands in details',
    'Mail that was handed in by SMTP has no email.accepted',
    'attempted counts as deferred; held and suppressed as dropped',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'Emailit, Email events', url: 'https://emailit.com/docs/webhooks/events/email' },
    { label: 'Emailit, event types of the older webhooks', url: 'https://docs.emailit.com/webhooks/event-types' },
  ],
  recognise: (record) =>
    KINDS.has(wordOf(record)) && textAt(record, 'event_id') !== undefined && emailOf(record) !== undefined ? 0.96 : 0,
  read(record, sink, assumptions) {
    const word = wordOf(record);
    const email = emailOf(record);
    if (!KINDS.has(word) || email === undefined) return false;
    const kind = KINDS.get(word);
    if (kind === undefined || textAt(email, 'type') === 'incoming') return true;
    const told = objectAt(record, 'object');
    const when =
      momentOf(told?.['timestamp'], assumptions) ??
      momentOf(email['timestamp'], assumptions) ??
      momentOf(email['updated_at'], assumptions) ??
      momentOf(email['created_at'], assumptions);
    const event = draftOf('emailit', kind, when, email['to'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({
      message: messageIdOf(email['message_id']),
      esp: textAt(email, 'id'),
      event: textAt(record, 'event_id'),
    });
    addMail(event, { from: email['from'] });
    event.tags = tagsOf({ tag: textAt(email, 'tag'), campaign: textAt(objectAt(email, 'meta'), 'campaign') });
    addDetails(event, told ?? email);
    sink.event(event);
    return true;
  },
});

const wordOf = (record: JsonObject): string => WORD.exec(textAt(record, 'type') ?? '')?.[1] ?? '';

/** `data.object` or `object` is the mail since 2026; before, it lay in `object.email`. */
function emailOf(record: JsonObject): JsonObject | undefined {
  const told = objectAt(record, 'object');
  const email = objectAt(told, 'email') ?? objectAt(objectAt(record, 'data'), 'object') ?? told;
  // Others have events of this shape, whose objects do not say that they are mails.
  const isMail = textAt(email, 'object') === 'email' || textAt(email, 'message_id') !== undefined;
  return email?.['to'] === undefined || !isMail ? undefined : email;
}

function addDetails(event: Draft, told: JsonObject): void {
  const url = textAt(told, 'url') ?? textAt(objectAt(told, 'link'), 'url') ?? textAt(told, 'link');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  const details = textAt(told, 'details');
  if (event.kind !== 'accepted' && event.kind !== 'opened' && event.kind !== 'clicked') addQuotedReply(event, details);
}
