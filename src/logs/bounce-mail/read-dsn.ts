import type { Assumptions, EventSink } from '../format.ts';
import { addressIn, addressesIn, sameAddress } from './address.ts';
import { contentsOf, type MailContents, type MailPart } from './contents.ts';
import { dsnEvent } from './dsn-event.ts';
import { failedRecipients } from './generic.ts';
import { reasonBeside } from './reasons.ts';
import { recipientInReturnPath } from './return-path.ts';
import { cutReturned, isReturned, returnedHeader, returnedRecipients, tellReturned } from './returned.ts';
import { telling, withoutFrame } from './reply.ts';
import { hasFields, holdsStatus, isStatus, statusReport } from './status-report.ts';
import { toldText } from './told-text.ts';
import { readTextBounce, type TextBounce } from './text-bounce.ts';

/** Where the report stands: in its own part, or in whatever part holds its fields. */
export function statusPart(mail: MailContents): MailPart | undefined {
  const called = mail.parts.filter(({ type, text }) => isStatus(type) && text.includes(':'));
  const own = called.find(({ text }) => hasFields(text)) ?? called[0];
  if (own !== undefined) return own;
  const others = mail.parts.filter(({ type }) => !isReturned(type) && type !== 'text/html');
  return (
    others.find(({ text }) => holdsStatus(text)) ??
    mail.parts.find(({ type, text }) => type === 'text/html' && holdsStatus(text))
  );
}

/** Whether a mail in words of its own, without a recipient in them, brings a report as an attached mail. */
export function wrapsReport(mail: MailContents): boolean {
  const attached = mail.parts.find(({ type, bytes }) => isReturned(type) && bytes.length > 0);
  if (attached === undefined || addressesIn(toldText(mail)).length > 0) return false;
  return statusPart(contentsOf(attached.bytes)) !== undefined;
}

/** Every recipient of a delivery status report (RFC 3464, RFC 6533), with what the text and the returned message add. */
export function readDsn(mail: MailContents, sink: EventSink, assumptions: Assumptions): 'event' | 'unknown' {
  const part = statusPart(mail);
  if (part === undefined) return 'unknown';
  const report = statusReport(decodedReport(part.text));
  const { returned: below } = cutReturned(toldText(mail));
  const returned = returnedHeader(mail, below);
  // The text is read where the report leaves something out, which is rare.
  let text: TextBounce | undefined;
  const failed = failedRecipients(mail);
  const verp = failed.length > 0 ? undefined : recipientInReturnPath(mail);
  const others = report.recipients.flatMap((fields) => addressIn(fields.get('final-recipient') ?? '') ?? []);
  const reasonFor = (recipient: string | undefined): string => {
    text ??= readTextBounce(mail);
    const own = text.failures.find(
      ({ address }) => address !== undefined && recipient !== undefined && sameAddress(address, recipient),
    );
    const reason =
      own?.reason ??
      (report.recipients.length < 2
        ? text.failures.find(({ address }) => address !== undefined)?.reason
        : recipient &&
          reasonBeside(text.told, recipient, [...text.failures.flatMap(({ address }) => address ?? []), ...others])) ??
      '';
    return telling(reason) > 0 ? withoutFrame(reason) : '';
  };
  const around = {
    mail,
    assumptions,
    otherRecipients: failed.length > 0 ? failed : verp !== undefined ? [verp] : returnedRecipients(returned),
    reasonFor,
  };
  // An address that several others lead to may be told once for each of them.
  const told = new Set<string>();
  for (const [at, fields] of report.recipients.entries()) {
    const event = dsnEvent(report.message, fields, around);
    if (event === undefined) continue;
    const outcome = `${event.kind} ${event.recipient?.toLowerCase() ?? at}`;
    if (told.has(outcome)) continue;
    told.add(outcome);
    tellReturned(event, returned);
    sink.event(event);
  }
  return told.size > 0 ? 'event' : 'unknown';
}

/** Some encode the part and do not say so. */
function decodedReport(text: string): string {
  const packed = text.replaceAll(/\s+/g, '');
  if (text.includes(':') || packed.length < 20 || !/^[A-Za-z\d+/]+={0,2}$/.test(packed)) return text;
  return Buffer.from(packed, 'base64').toString('utf8').replaceAll(/\r\n?/g, '\n');
}
