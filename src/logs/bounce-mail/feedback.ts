import type { Assumptions, EventSink } from '../format.ts';
import { addressIn } from './address.ts';
import { complainers, hiddenDomain } from './complainer.ts';
import { contentsOf, headerOf, type MailContents } from './contents.ts';
import type { MailTime } from './date.ts';
import { firstTime, mailEvent, ownDates, unknownTime } from './mail-event.ts';
import { isReturned, returnedHeader, tellReturned } from './returned.ts';
import { headerFields, type MailField } from '../../mail/header.ts';

const FEEDBACK = 'message/feedback-report';

/** The fields of a feedback report (RFC 5965 §3), wherever they stand; undefined where there are none. */
export function feedbackFields(mail: MailContents): readonly MailField[] | undefined {
  if (headerOf(mail, 'feedback-type') !== undefined) return mail.fields;
  const part = mail.parts.find(
    ({ type, text }) =>
      type === FEEDBACK ||
      (type.startsWith('text/') && !isReturned(type) && /^Feedback-Type[ \t]*:/im.test(text.slice(0, 4096))),
  );
  if (part === undefined) return undefined;
  const text = part.text.includes(':') ? part.text : Buffer.from(part.text, 'base64').toString('utf8');
  const start = /^(?:Feedback-Type|User-Agent|Version)[ \t]*:/im.exec(text);
  const fields = headerFields(Buffer.from(text.slice(start?.index ?? 0).replaceAll(/\n[ \t]*\n/g, '\n')));
  return fields.length === 0 ? undefined : fields;
}

/** Complaints of Outlook.com (JMRP) and AOL before there was a format: the message alone, with a field of its own, and a subject. */
export function oldComplaint(mail: MailContents): MailContents | undefined {
  // Fetched or sent on without its envelope, the message stands alone, with the fields that only a complaint gets.
  if (['x-hmxmroriginalrecipient', 'x-reporter-ip'].every((name) => headerOf(mail, name) !== undefined)) return mail;
  const subject = headerOf(mail, 'subject') ?? '';
  if (SPAMCOP.test(subject)) return offending(mail);
  if (!/\bcomplaint about message from\b|^client tos notification\b/i.test(subject)) return undefined;
  const part = mail.parts.find(({ type }) => isReturned(type));
  return part === undefined ? undefined : contentsOf(part.bytes);
}

/** `[SpamCop (192.0.2.7) id:123456]News`, to those who run the network; who complained it never tells. */
const SPAMCOP = /^\[SpamCop \((?<ip>[\da-f.:]{7,45})\) id:\d/i;

/** The message SpamCop quotes below its own words. */
function offending(mail: MailContents): MailContents | undefined {
  const [, quoted] = (mail.parts[0]?.text ?? '').split(/^\[ Offending message \][ \t]*\n/im, 2);
  return quoted === undefined ? undefined : contentsOf(Buffer.from(quoted));
}

const TYPE_LENGTH = 100;
/** What kind of feedback it is (RFC 5965 §7.3), in lower case; undefined where the mail is none. */
export function feedbackType(mail: MailContents): string | undefined {
  const fields = feedbackFields(mail);
  return fields === undefined ? undefined : typeIn(fields);
}

const typeIn = (fields: readonly MailField[]): string =>
  (headerOf({ fields }, 'feedback-type') ?? 'abuse')
    .slice(0, TYPE_LENGTH)
    .replace(/\(.*\)/, '')
    .trim()
    .toLowerCase();

const ABUSE = /^(?:abuse|fraud|virus|other|complaint|spam|miscategorized)$/;

/** A complaint, or somebody who wants no more of it. Reports about authentication are another command's business. */
export function readFeedback(
  mail: MailContents,
  sink: EventSink,
  assumptions: Assumptions,
): 'event' | 'known' | 'unknown' {
  const fields = feedbackFields(mail);
  const old = fields === undefined ? oldComplaint(mail) : undefined;
  if (fields === undefined && old === undefined) return 'unknown';
  const report = { fields: fields ?? [] };
  const type = typeIn(report.fields);
  const optOut = /^(?:opt-?out|unsub)/.test(type);
  if (!optOut && !ABUSE.test(type)) return 'known';
  const returned = old?.fields ?? returnedHeader(mail);
  const written = headerOf(report, 'arrival-date') ?? headerOf(report, 'received-date');
  const time = complaintTime(mail, written, assumptions);
  for (const recipient of complainers(report.fields, returned)) {
    const event = mailEvent(optOut ? 'unsubscribed' : 'complained', 'arf', recipient, time);
    if (recipient === undefined) event.recipientDomain = hiddenDomain(report.fields, returned);
    const ip = /(?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}/i.exec(
      headerOf(report, 'source-ip') ??
        / from ((?:\d{1,3}\.){3}\d{1,3})/.exec(headerOf(mail, 'subject') ?? '')?.[1] ??
        SPAMCOP.exec(headerOf(mail, 'subject') ?? '')?.groups?.['ip'] ??
        '',
    )?.[0];
    if (ip !== undefined) event.sourceIp = ip;
    if (type !== 'abuse') event.espClass = type;
    const sender = headerOf(report, 'original-mail-from');
    const envelopeFrom = sender === undefined ? undefined : addressIn(sender);
    if (envelopeFrom !== undefined) event.envelopeFrom = envelopeFrom;
    const id = headerOf(report, 'original-envelope-id');
    if (id !== undefined) event.ids = { esp: id };
    tellReturned(event, returned);
    sink.event(event);
  }
  return 'event';
}

/**
 * When somebody complained: the report is written then, or soon after. Its Arrival-Date is when the message came in (RFC 5965
 * §3.2), maybe days before; so no complaint is older than that, whatever the clock of who reports it.
 */
function complaintTime(mail: MailContents, arrival: string | undefined, assumptions: Assumptions): MailTime {
  const arrived = firstTime([arrival], assumptions);
  const reported = firstTime(ownDates(mail), assumptions);
  if (reported === undefined) return arrived ?? unknownTime(assumptions);
  return arrived !== undefined && arrived.seconds > reported.seconds ? arrived : reported;
}
