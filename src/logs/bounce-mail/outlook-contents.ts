import { compoundFile, type CompoundEntry, type CompoundFile } from '../../mail/compound-file.ts';
import type { MailField } from '../../mail/header.ts';
import { headerPart, isOutlookMessage, outlookItems, propertyFields } from '../../mail/outlook.ts';
import { fixedProperties } from '../../mail/outlook-properties.ts';
import { messageClass, outlookReport } from '../../mail/outlook-report.ts';
import { contentType, type ContentType, type PartHead } from '../../mail/part.ts';
import { isTold, type MailContents, type MailPart, partOf } from './contents.ts';
import { FORWARDED_DEPTH, PART_BYTES, PARTS_KEPT } from './limits.ts';

/**
 * The mails in an Outlook message (.msg), itself first, then those attached to it; what the file is instead, where it is none.
 */
export function outlookMails(bytes: Uint8Array): readonly MailContents[] | string {
  const file = compoundFile(bytes);
  if (typeof file === 'string') return `a damaged Outlook message: ${file}`;
  return isOutlookMessage(file) ? mailsIn(file, file.root, TOP_HEADER, 0) : 'an old Office file';
}

/** Headers of the stream of properties: of the message itself, and of one attached ([MS-OXMSG] §2.4.1). */
const TOP_HEADER = 32;
const ATTACHED_HEADER = 24;

function mailsIn(file: CompoundFile, message: CompoundEntry, skipped: number, depth: number): MailContents[] {
  const attached: CompoundEntry[] = [];
  const parts: MailPart[] = [];
  let fields: readonly MailField[] = [];
  for (const item of outlookItems(file, message)) {
    if (item.kind === 'header') fields = item.fields;
    else if (item.kind === 'embedded') attached.push(item.storage);
    else if (item.kind === 'section' && item.content instanceof Uint8Array && parts.length < PARTS_KEPT)
      parts.push(partOf(item.head, isTold(item.head) ? item.content.subarray(0, PART_BYTES) : NOTHING));
  }
  const report = reportPart(file, message);
  if (report !== undefined) parts.push(report);
  // Beside a report, an attached message is the one that came back.
  const returned = attached.find((one) => !/^REPORT\./i.test(messageClass(file, one)));
  if (returned !== undefined) {
    const { head, content } = headerPart(file, returned);
    if (content instanceof Uint8Array) parts.push(partOf(head, content));
  }
  const mail = { fields: completed(fields, file, message, skipped), ...typeOf(file, message), parts };
  if (depth === FORWARDED_DEPTH) return [mail];
  return [mail, ...attached.slice(0, PARTS_KEPT).flatMap((one) => mailsIn(file, one, ATTACHED_HEADER, depth + 1))];
}

const NOTHING = new Uint8Array(0);

/** What Outlook keeps as properties of recipients, as the part that it was made from, or would have been. */
function reportPart(file: CompoundFile, message: CompoundEntry): MailPart | undefined {
  const report = outlookReport(file, message);
  if (report === undefined || report.recipients.length === 0) return undefined;
  const groups = report.recipients.map(({ address, status, said }) =>
    [
      `Final-Recipient: rfc822; ${oneLine(address)}`,
      `Action: ${report.action}`,
      ...(status === undefined ? [] : [`Status: ${status}`]),
      ...(said === '' ? [] : [`X-Supplementary-Info: ${oneLine(said)}`]),
    ].join('\n'),
  );
  return partOf(headOf('message/delivery-status'), Buffer.from(`${groups.join('\n\n')}\n`));
}

const oneLine = (text: string): string => text.replaceAll(/\s{1,1000}/g, ' ').trim();

const headOf = (type: string): PartHead => ({
  ...contentType([{ name: 'content-type', value: type }]),
  encoding: 'identity',
  around: [],
  place: 'part',
  repairs: [],
});

const DELIVERY_TIME = 0x0e06;
const SUBMIT_TIME = 0x0039;

/** With what the properties tell, where the message has no header of its own: sender, subject, when. */
function completed(
  fields: readonly MailField[],
  file: CompoundFile,
  message: CompoundEntry,
  skipped: number,
): MailField[] {
  const told = propertyFields(file, message).filter(({ name }) => !fields.some((one) => one.name === name));
  const times = fixedProperties(file, file.children(message), skipped);
  const time = fields.some(({ name }) => name === 'date')
    ? undefined
    : (times.time(DELIVERY_TIME) ?? times.time(SUBMIT_TIME));
  return [...fields, ...told, ...(time === undefined ? [] : [{ name: 'date', value: time.toISOString() }])];
}

/** Notes that a mail was read, or not (`REPORT.IPM.Note.IPNRN`), are told from bounces by their type, as in MIME. */
function typeOf(file: CompoundFile, message: CompoundEntry): ContentType {
  const receipt = /^REPORT\..*\.IPNN?RN$/i.test(messageClass(file, message));
  return contentType([
    {
      name: 'content-type',
      value: receipt ? 'multipart/report; report-type=disposition-notification' : 'multipart/mixed',
    },
  ]);
}
