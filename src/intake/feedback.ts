import { bufferOf, textIn } from '../mail/charset.ts';
import { decodedWords } from '../mail/encoded-words.ts';
import type { MailField } from '../mail/header.ts';
import type { ContentType, PartHead } from '../mail/part.ts';
import type { FeedbackMail, Repair } from './document.ts';
import { size } from './limits.ts';

/** Bytes kept of each text of a failure report. Stops a reported message of gigabytes; its header comes first. */
const TEXT_BYTES = 256 * 1024;

/** A failure report (RFC 5965, RFC 6591) as far as it has been read. */
export interface FeedbackDraft {
  fields: readonly MailField[];
  feedback?: string;
  original?: string;
  text?: string;
  /** The multipart the feedback report lies in: what is reported lies beside it. */
  beside?: ContentType | undefined;
  readonly repairs: Repair[];
}
export type FeedbackRole = 'feedback' | 'original';

const ORIGINAL = /^(?:message\/(?:rfc822|global)|(?:text|message)\/(?:rfc822|global)-headers)$/;

/** What a part is in a report about a message. A message beside none is a forwarded mail, and something else. */
export function feedbackRole({ type, around }: PartHead, draft: FeedbackDraft): FeedbackRole | undefined {
  if (type === 'message/feedback-report') return 'feedback';
  const beside = draft.feedback !== undefined && draft.beside === around.at(-1);
  const reports = beside || isComplaint(draft) || around.some((one) => reportType(one) === 'feedback-report');
  return reports && ORIGINAL.test(type) ? 'original' : undefined;
}

/** A returned message (RFC 3464, RFC 8098) is one that was sent from here: no report for whoever reads this. */
export const isReturned = (head: PartHead): boolean =>
  ORIGINAL.test(head.type) &&
  head.around.some((one) => /^(?:delivery-status|disposition-notification)$/.test(reportType(one) ?? ''));

/** Outlook.com's Junk Mail Reporting Program in its old form: the message, and a subject that says why and where from. */
const isComplaint = ({ fields }: FeedbackDraft): boolean =>
  fields.some(
    ({ name, value }) => name === 'subject' && /^complaint about message from \[?[\da-f.:]{3,45}\b/i.test(value),
  );

const reportType = ({ type, parameters }: Pick<PartHead, 'type' | 'parameters'>): string | undefined =>
  type === 'multipart/report' ? parameters.get('report-type')?.toLowerCase() : undefined;

/** Whether the fields of a report stand in a text. */
export const holdsFeedback = (text: string): boolean => FIELDS.every((field) => field.test(text));

/** Whether a text is a feedback report whatever its part says. */
export function looksLikeFeedback(bytes: Uint8Array): boolean {
  const text = bufferOf(bytes.subarray(0, 4096)).toString('latin1').trimStart();
  return /^Feedback-Type:/i.test(text) || (/^(?:User-Agent|Version):/i.test(text) && /^Feedback-Type:/im.test(text));
}

/** Keeps a part's text in its role: the first one of each. */
export async function keepText(
  draft: FeedbackDraft,
  role: FeedbackRole | 'text',
  content: Uint8Array | AsyncIterable<Uint8Array>,
  charset: string | undefined,
): Promise<void> {
  if (draft[role] !== undefined) {
    if (role !== 'text') draft.repairs.push({ what: `more than one ${NAMES[role]}: the first one is read` });
    return;
  }
  const bytes = await upTo(content, TEXT_BYTES + 1);
  if (bytes.length > TEXT_BYTES) {
    draft.repairs.push({ what: `${NAMES[role]} of more than ${size(TEXT_BYTES)}, the limit: the rest is not read` });
  }
  draft[role] = textIn(bytes.subarray(0, TEXT_BYTES), charset);
}

const NAMES = { feedback: 'feedback report', original: 'reported message', text: 'text' } as const;

async function upTo(content: Uint8Array | AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content.subarray(0, most);
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of content) {
    held.push(Uint8Array.from(bytes));
    length += bytes.length;
    if (length >= most) break;
  }
  return Buffer.concat(held).subarray(0, most);
}

/** How receivers call it that write for people only: NetEase, Exim, OpenDMARC, Linkedin's and others' old reporters. */
const SAYS_SO =
  /failed\s{1,4}the\s{1,4}published\s{1,4}DMARC\s{1,4}policy|authentication[- ]failure report|did(?: not|n['’]t) (?:meet|pass) the .{0,60}DMARC policy|DMARC (?:failure|forensic) report/i;
/** Fields of the report in the text itself. */
const FIELDS = [/^Feedback-Type[ \t]{0,8}:/im, /^(?:Source-IP|Reported-Domain|Auth-Failure)[ \t]{0,8}:/im] as const;
const ADDRESS = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{1,4}:[0-9a-f:]{3,}/i;

/** The report about a message that a mail is; undefined where it is none. */
export function feedbackMail(draft: FeedbackDraft, path: string, plainText: boolean): FeedbackMail | undefined {
  const { feedback, original, text, repairs } = draft;
  const told = text ?? '';
  const tells = holdsFeedback(told) || (SAYS_SO.test(told) && ADDRESS.test(told));
  const complains = original !== undefined && isComplaint(draft);
  if (feedback === undefined && !(plainText && (tells || complains))) return undefined;
  return {
    kind: 'feedback',
    path,
    header: draft.fields.map(({ name, value }) => ({ name, value: decodedWords(value) })),
    ...(feedback === undefined ? {} : { feedback }),
    ...(original === undefined ? {} : { original }),
    ...(text === undefined ? {} : { text }),
    condition: { repairs },
  };
}
