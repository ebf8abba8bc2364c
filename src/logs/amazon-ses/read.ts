import type { EventKind } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { type DraftTags, draftOf, draftOfNobody } from '../json/draft.ts';
import { addressOf, listOf, objectOf, textOf } from '../json/fields.ts';
import { isObject } from '../json/inside.ts';
import { momentOf } from '../json/time.ts';
import { addDetails } from './details.ts';
import { mailOf } from './mail.ts';

/** Where each kind has what it tells, and in it the recipients it is about. */
interface Kind {
  readonly kind: EventKind | 'known';
  readonly part: string;
  readonly recipients?: string;
  /** One of the message's recipients did it, and SES does not say which. */
  readonly byOneOf?: true;
}
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['Bounce', { kind: 'bounced', part: 'bounce', recipients: 'bouncedRecipients' }],
  ['Complaint', { kind: 'complained', part: 'complaint', recipients: 'complainedRecipients' }],
  ['Delivery', { kind: 'delivered', part: 'delivery', recipients: 'recipients' }],
  ['DeliveryDelay', { kind: 'deferred', part: 'deliveryDelay', recipients: 'delayedRecipients' }],
  ['Send', { kind: 'accepted', part: 'send' }],
  ['Reject', { kind: 'dropped', part: 'reject' }],
  ['Rendering Failure', { kind: 'dropped', part: 'failure' }],
  ['RenderingFailure', { kind: 'dropped', part: 'failure' }],
  ['Open', { kind: 'opened', part: 'open', byOneOf: true }],
  ['Click', { kind: 'clicked', part: 'click', byOneOf: true }],
  ['Subscription', { kind: 'unsubscribed', part: 'subscription', byOneOf: true }],
  // So Yandex Cloud Postbox calls it.
  ['Unsubscribe', { kind: 'unsubscribed', part: 'subscription', byOneOf: true }],
  // Mail that came in, and SNS telling that it works.
  ['Received', { kind: 'known', part: '' }],
  ['AmazonSnsSubscriptionSucceeded', { kind: 'known', part: '' }],
]);

export function sesKind(record: JsonObject): Kind | undefined {
  const said = record['eventType'] ?? record['notificationType'];
  return typeof said === 'string' ? KINDS.get(said) : undefined;
}

export function readSes(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const told = sesKind(record);
  if (told === undefined) return false;
  const part = objectOf(record[told.part]);
  const kind = kindOf(told, part);
  if (kind === 'known') return true;
  const mail = objectOf(record['mail']);
  const when = momentOf(part['timestamp'], assumptions) ?? momentOf(mail['timestamp'], assumptions);
  const common = mailOf(mail);
  const context = { record, sink };
  // Yandex’s own; SES has one in some of its parts.
  const eventId = textOf(record['eventId']);
  for (const one of recipientsOf(told, part, mail)) {
    const event =
      one === 'nobody'
        ? draftOfNobody('amazon-ses', kind, when, context)
        : draftOf('amazon-ses', kind, when, isObject(one) ? one['emailAddress'] : one, context);
    if (event === undefined) continue;
    if (kind === 'bounced' && isObject(one)) event.kind = endOf(one);
    event.tags = withPartTags(common.tags, part);
    event.ids = eventId === undefined ? common.ids : { ...common.ids, event: eventId };
    if (common.from !== undefined) event.from = common.from;
    if (common.sourceIp !== undefined) event.sourceIp = common.sourceIp;
    if (common.tls !== undefined && kind === 'delivered') event.tls = common.tls;
    addDetails(event, part, objectOf(one));
    sink.event(event);
  }
  return true;
}

/** A bounce for one may be no more than a delay for another; what was tried too long has a status of its own (RFC 3463). */
function endOf(one: JsonObject): EventKind {
  if (one['action'] === 'delayed') return 'deferred';
  return EXPIRED.test(textOf(one['status']) ?? '') ? 'expired' : 'bounced';
}
const EXPIRED = /^[45]\.4\.7$/;

/** Whose list was left, and the template that could not be filled in: SES names them beside what happened. */
function withPartTags(tags: DraftTags, part: JsonObject): DraftTags {
  const [list, template] = [textOf(part['contactList']), textOf(part['templateName'])];
  if (list === undefined && template === undefined) return tags;
  return { ...tags, ...(list !== undefined && { list }), ...(template !== undefined && { template }) };
}

/** `nobody`: it is not said who. */
function recipientsOf(told: Kind, part: JsonObject, mail: JsonObject): readonly unknown[] {
  const own = told.recipients === undefined ? [] : listOf(part[told.recipients]);
  if (own.length > 0) return own;
  const all = destinationOf(mail);
  // A bounce that names nobody may be about any of them.
  if (all.length === 1 || (told.byOneOf === undefined && told.recipients === undefined)) {
    return all.length > 0 ? all : [undefined];
  }
  return all.some((one) => addressOf(one) !== undefined) ? ['nobody'] : [undefined];
}

/** Yandex Cloud Postbox tells its events in SES's form, and of the recipients only what the header fields say. */
function destinationOf(mail: JsonObject): readonly unknown[] {
  const told = listOf(mail['destination']);
  if (told.length > 0) return told;
  const common = objectOf(mail['commonHeaders']);
  return ['to', 'cc', 'bcc'].flatMap((field) => listOf(common[field]));
}

/** On a list of addresses that bounced, complained or left: SES did not try. */
const SUPPRESSED = new Set(['Suppressed', 'OnAccountSuppressionList', 'UnsubscribedRecipient']);

function kindOf({ kind, part: name }: Kind, part: JsonObject): EventKind | 'known' {
  if (name === 'bounce') return SUPPRESSED.has(textOf(part['bounceSubType']) ?? '') ? 'dropped' : kind;
  if (name === 'complaint') {
    if (SUPPRESSED.has(textOf(part['complaintSubType']) ?? '')) return 'dropped';
    // The recipient took it back (RFC 6430).
    return part['complaintFeedbackType'] === 'not-spam' ? 'known' : kind;
  }
  return name === 'subscription' && !hasLeft(part) ? 'subscribed' : kind;
}

function hasLeft(part: JsonObject): boolean {
  const [before, now] = [objectOf(part['oldTopicPreferences']), objectOf(part['newTopicPreferences'])];
  if (now['unsubscribeAll'] === true) return true;
  // `UnsubscribeHeader`, `UnsubscribeFooter`: all there is where no preferences are told.
  if (part['newTopicPreferences'] === undefined) return /^unsubscribe/i.test(textOf(part['source']) ?? '');
  const leaving = (preferences: JsonObject): number =>
    listOf(preferences['topicSubscriptionStatus']).filter((one) => objectOf(one)['subscriptionStatus'] === 'OptOut')
      .length;
  return leaving(now) > leaving(before);
}
