import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { addByKind } from '../json/by-kind.ts';
import { draftOf } from '../json/draft.ts';
import { countOf, ipOf, listOf, messageIdOf, objectOf, textOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addMail } from '../json/mail-fields.ts';
import { addCode, addReply, addStatus } from '../json/reply.ts';
import { momentOf } from '../json/time.ts';
import { mailgunTags } from './tags.ts';

const KINDS: ReadonlyMap<string, EventKind | 'known'> = new Map([
  ['accepted', 'accepted'],
  ['delivered', 'delivered'],
  ['failed', 'bounced'],
  ['rejected', 'dropped'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
  ['complained', 'complained'],
  // The webhooks before 2018.
  ['bounced', 'bounced'],
  ['dropped', 'dropped'],
  // Mail that came in, and lists of addresses.
  ['stored', 'known'],
  ['list_member_uploaded', 'known'],
  ['list_member_upload_error', 'known'],
  ['list_uploaded', 'known'],
  ['email_validation', 'known'],
]);

/** The event itself: a webhook's `event-data`, what the documentation shows under a title, or the object as it is. */
export function mailgunEvent(record: JsonObject): JsonObject {
  if (isObject(record['event-data'])) return record['event-data'];
  const { event } = record;
  // Under this name a program's log keeps anybody's.
  return isObject(event) && isMailgun(event) ? event : record;
}

/** Keys of Mailgun's own events, and of nobody else's. */
const OWN = ['log-level', 'delivery-status', 'recipient-domain', 'user-variables', 'client-info', 'task-id'];

/** By these, or by the header fields of the message that it tells. */
export const isMailgun = (event: JsonObject): boolean =>
  isObject(objectOf(event['message'])['headers']) || OWN.some((key) => key in event);

/** Mailgun's own codes: it did not try, for the address bounced, complained or unsubscribed before. */
const SUPPRESSED = /^suppress-/;
const OWN_CODE = 600;

export function mailgunKind(event: JsonObject): EventKind | 'known' | undefined {
  const said = event['event'];
  const kind = typeof said === 'string' ? KINDS.get(said) : undefined;
  if (said === 'dropped') return droppedAs(event);
  if (said !== 'failed') return kind;
  if (event['severity'] === 'temporary') return 'deferred';
  const reason = textOf(event['reason']) ?? '';
  if (reason === 'old') return 'expired';
  const code = countOf(objectOf(event['delivery-status'])['code']) ?? 0;
  return SUPPRESSED.test(reason) || code >= OWN_CODE ? 'dropped' : 'bounced';
}

/** Before 2018 what was given up and what was refused has this name as well; Mailgun's own codes tell what was not tried. */
function droppedAs(event: JsonObject): EventKind {
  if (event['reason'] === 'old') return 'expired';
  return REFUSED.test(textOf(event['code']) ?? '') ? 'bounced' : 'dropped';
}
const REFUSED = /^5(?:\d\d$|\.)/;

export function readMailgun(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const told = mailgunEvent(record);
  const kind = mailgunKind(told);
  if (kind === undefined) return false;
  if (kind === 'known') return true;
  const when = momentOf(told['timestamp'], assumptions) ?? momentOf(told['@timestamp'], assumptions);
  const event = draftOf('mailgun', kind, when, recipientOf(told), { record, sink });
  if (event === undefined) return true;
  event.tags = mailgunTags(told);
  addMessage(event, told);
  addByKind(event, told, ADDS);
  sink.event(event);
  return true;
}

/** `rejected` names nobody but in the message. */
function recipientOf(told: JsonObject): unknown {
  if (told['recipient'] !== undefined) return told['recipient'];
  const message = objectOf(told['message']);
  return listOf(message['recipients'])[0] ?? objectOf(message['headers'])['to'];
}

const ADDS = { engagement: addEngagement, delivery: addDelivery };

/** Before 2018 header fields come here, and of failures the Message-ID only here: `[["Message-Id", "<1@example.com>"], …]`. */
const inHeaders = (json: unknown, field: RegExp): string | undefined =>
  typeof json === 'string' ? field.exec(json)?.[1]?.replaceAll('\\"', '"') : undefined;
const MESSAGE_ID = /"message-id",\s*"<?([^">\\]{1,500})>?"/i;
const FROM = /"from",\s*"((?:[^"\\]|\\.){1,500})"/i;
const SENDING_IP = /"x-mailgun-sending-ip",\s*"([\da-f.:]{1,50})"/i;

function addMessage(event: Draft, told: JsonObject): void {
  const message = objectOf(told['message']);
  const headers = objectOf(message['headers']);
  const messageId = messageIdOf(
    headers['message-id'] ?? told['Message-Id'] ?? told['message-id'] ?? inHeaders(told['message-headers'], MESSAGE_ID),
  );
  event.ids = idsOf({ message: messageId, event: textOf(told['id']) });
  const envelope = objectOf(told['envelope']);
  addMail(event, {
    from: headers['from'] ?? inHeaders(told['message-headers'], FROM),
    envelopeFrom: envelope['sender'],
    size: message['size'],
    sourceIp: envelope['sending-ip'] ?? inHeaders(told['message-headers'], SENDING_IP),
    mailboxProvider: told['recipient-provider'],
  });
  const key = textOf(told['primary-dkim']);
  if (key === undefined) return;
  // `pic._domainkey.example.com`
  const [selector, domain] = key.split('._domainkey.');
  if (selector !== undefined && domain !== undefined) event.dkim = [{ domain: domain.toLowerCase(), selector }];
}

function addEngagement(event: Draft, told: JsonObject): void {
  const { bot } = objectOf(told['client-info']);
  if (typeof bot === 'string') event.machine = bot !== '';
  const url = textOf(told['url']);
  if (url !== undefined) event.url = url;
}

function addDelivery(event: Draft, told: JsonObject): void {
  const status = objectOf(told['delivery-status']);
  const host = textOf(status['mx-host']);
  if (host !== undefined) {
    const ip = ipOf(status['mx-ip']);
    event.relay = ip === undefined ? { host } : { host, ip };
    event.hop = 'mx';
  }
  const attempt = countOf(status['attempt-no']);
  if (attempt !== undefined && attempt > 0) event.attempt = attempt;
  if (status['tls'] === false) event.tls = false;
  else if (status['tls'] === true) {
    const verified = status['certificate-verified'];
    event.tls = typeof verified === 'boolean' ? { verified } : {};
  }
  addCode(event, status['code'] ?? told['code']);
  addStatus(event, status['enhanced-code'] ?? status['bounce-code']);
  const { reject } = told;
  addReply(
    event,
    withCodes(status) ??
      saidIn(status['message']) ??
      saidIn(status['description']) ??
      saidIn(told['error']) ??
      saidIn(told['description']) ??
      saidIn(objectOf(reject)['description']),
  );
  if (event.kind === 'accepted' || event.kind === 'delivered') return;
  const word = textOf(told['reason'] ?? objectOf(reject)['reason']);
  if (word !== undefined) event.espClass = word;
  if (told['severity'] === 'permanent' || told['severity'] === 'temporary')
    event.permanent = told['severity'] === 'permanent';
}

/** Omnivery, which speaks Mailgun's language, has the whole reply in the description, and its text alone in the message. */
function withCodes({ message, description }: JsonObject): string | undefined {
  const isWhole = typeof message === 'string' && typeof description === 'string' && /^[245]\d\d /.test(description);
  return isWhole && message !== '' && description.endsWith(message) ? description : undefined;
}

const saidIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
