import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { momentOf, secondsBetween } from '../json/time.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { barePayload } from '../postal/bare.ts';
import { postalDetails } from '../postal/details.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['MessageSent', 'delivered'],
  ['MessageDelayed', 'deferred'],
  ['MessageDeliveryFailed', 'bounced'],
  ['MessageHeld', 'dropped'],
  ['MessageBounced', 'bounced'],
  ['MessageLinkClicked', 'clicked'],
  ['MessageLoaded', 'opened'],
]);
/** About domains and the server itself. */
const ASIDE = new Set(['DomainDNSError', 'SendLimitApproaching', 'SendLimitExceeded']);
/** Postal gives up after so many attempts. */
const GIVEN_UP = /^Maximum number of delivery attempts \((\d{1,6})\)/;
/** Refused before anything was tried. */
const NOT_TRIED =
  /^(?:Message is likely spam|Raw message has been removed|Message's domain no longer|Message doesn't have)/;

export default defineLogFormat({
  id: 'postal',
  title: 'Postal',
  shape: 'records',
  obtain:
    'What a webhook receives (the mail server’s Webhooks, all events), one object to a line; Webhooks, History keeps the requests for ten days',
  caveats: [
    'details and output are cut by Postal after 250 and 512 characters',
    'The sender is the envelope address that was handed to Postal, as a rule that of the From field; the return path is Postal’s own',
    'A message that is held counts as dropped, although somebody may release it later; the reason stands in its text',
    'A bounce that comes back as a mail, MessageBounced, does not say why: Postal sends no reason with it',
    'Nothing tells when a message was taken in, but the time to delivery is counted from it; nothing tells whether a person or a machine opened',
  ],
  sources: [
    { label: 'Postal, webhooks', url: 'https://docs.postalserver.io/developer/webhooks' },
    {
      label: 'Postal, smtp_sender.rb',
      url: 'https://github.com/postalserver/postal/blob/main/app/senders/smtp_sender.rb',
    },
    {
      label: 'Postal, outgoing_message_processor.rb',
      url: 'https://github.com/postalserver/postal/blob/main/app/lib/message_dequeuer/outgoing_message_processor.rb',
    },
  ],
  recognise(record) {
    const word = textAt(record, 'event') ?? '';
    const isOurs = (KINDS.has(word) || ASIDE.has(word)) && objectAt(record, 'payload') !== undefined;
    return isOurs ? 0.95 : barePayload(record) === undefined ? 0 : 0.9;
  },
  read(record, sink, assumptions) {
    const bare = barePayload(record);
    const word = bare ?? textAt(record, 'event') ?? '';
    if (ASIDE.has(word)) return true;
    const payload = bare === undefined ? objectAt(record, 'payload') : record;
    // Whatever its name: a mail that came back, with the one it is about.
    const told = objectAt(payload, 'bounce') === undefined ? KINDS.get(word) : 'bounced';
    const message = objectAt(payload, 'message') ?? objectAt(payload, 'original_message');
    if (told === undefined || payload === undefined || message === undefined) return false;
    if (textAt(message, 'direction') === 'incoming') return true;
    const details = textAt(payload, 'details');
    const kind = told === 'bounced' ? failureOf(payload, details) : told;
    // The envelope's time is when the webhook was queued; the delivery has its own.
    const stamp = payload['timestamp'] ?? objectAt(payload, 'bounce')?.['timestamp'] ?? record['timestamp'];
    const event = draftOf('postal', kind, momentOf(stamp, assumptions), message['to'], { record, sink });
    if (event === undefined) return true;
    addMessage(event, message, record);
    if (textAt(payload, 'status') !== undefined) addDelivery(event, payload, details);
    const total = secondsBetween(momentOf(message['timestamp'], assumptions), event);
    const isDelivery = kind === 'delivered' || kind === 'deferred' || kind === 'bounced' || kind === 'expired';
    if (isDelivery && total !== undefined) event.delay = { total };
    const url = textAt(payload, 'url');
    if (url !== undefined && kind === 'clicked') event.url = url;
    sink.event(event);
    return true;
  },
});

function failureOf(payload: JsonObject, details = ''): EventKind {
  if (GIVEN_UP.test(details)) return 'expired';
  return textAt(payload, 'output') === undefined && NOT_TRIED.test(details) ? 'dropped' : 'bounced';
}

function addMessage(event: Draft, message: JsonObject, record: JsonObject): void {
  event.ids = idsOf({
    message: messageIdOf(textAt(message, 'message_id')),
    esp: textAt(message, 'id'),
    event: textAt(record, 'uuid'),
  });
  // The address the sender gave in MAIL FROM; the return path is Postal's own.
  const from = addressOf(textAt(message, 'from'));
  if (from !== undefined) event.from = from;
  event.tags = tagsOf({ tag: textAt(message, 'tag') });
}

function addDelivery(event: Draft, payload: JsonObject, details: string | undefined): void {
  const output = textAt(payload, 'output');
  addQuotedReply(event, output ?? details);
  const { relay, sourceIp } = postalDetails(details ?? '');
  if (relay !== undefined) event.relay = relay;
  if (sourceIp !== undefined) event.sourceIp = sourceIp;
  const attempts = GIVEN_UP.exec(details ?? '')?.[1];
  if (attempts !== undefined) event.attempt = Number(attempts);
  const isEncrypted = payload['sent_with_ssl'];
  if (event.kind === 'delivered' && typeof isEncrypted === 'boolean') event.tls = isEncrypted ? {} : false;
  if (event.kind === 'bounced') event.permanent = true;
  else if (event.kind === 'deferred') event.permanent = false;
}
