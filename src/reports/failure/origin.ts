import type { FeedbackMail } from '../../intake/document.ts';
import { domain } from '../aggregate/values.ts';
import { propertyOf } from './auth-results.ts';
import type { FeedbackFields, Note } from './feedback-fields.ts';
import type { Told } from './human-text.ts';
import { domainOf } from './mail-address.ts';
import { mailDate } from './mail-date.ts';
import type { FailureReport } from './report.ts';
import { sourceIn } from './source.ts';

/** When the message came in. */
export function arrivalOf(fields: FeedbackFields, told: Told, note: Note): { readonly arrivalDate?: number } {
  const written = fields.one('arrival-date') ?? fields.one('received-date');
  const line = fields.lineOf('arrival-date') ?? fields.lineOf('received-date');
  const time = written === undefined ? undefined : mailDate(written);
  if (time !== undefined) {
    if (time.repair !== undefined) note('arrival-date', `Arrival-Date "${written}" is ${time.repair}`, line);
    return { arrivalDate: time.seconds };
  }
  if (written !== undefined) note('arrival-date', `Arrival-Date is "${written.slice(0, 60)}", which is no date`, line);
  const inWords = told.date === undefined ? undefined : mailDate(told.date);
  if (inWords === undefined) return {};
  const assumed = inWords.repair === undefined ? '' : `, ${inWords.repair}`;
  note('arrival-date', `the date of arrival is taken from the text for people${assumed}`);
  return { arrivalDate: inWords.seconds };
}

/** Where it came from. */
export function sourceOf(fields: FeedbackFields, told: Told, mail: FeedbackMail, note: Note): Partial<FailureReport> {
  const written = fields.one('source-ip');
  const line = fields.lineOf('source-ip');
  const found = written === undefined ? undefined : sourceIn(written);
  if (found?.repair !== undefined) note('source-ip', `Source-IP is ${found.repair}`, line);
  if (written !== undefined && found === undefined)
    note('source-ip', `Source-IP is "${written.slice(0, 60)}", which is no IP address`, line);
  // Symantec, Exim and Outlook.com name the address in the subject as well.
  const subject = mail.header.find(({ name }) => name === 'subject')?.value ?? '';
  const inSubject = /\b(?:ip\s?=\s?|IP |message from )\[?([\da-f.:]{3,45})\]?/i.exec(subject)?.[1];
  const source = found ?? (told.sourceIp === undefined ? undefined : sourceIn(told.sourceIp));
  const last = source ?? (inSubject === undefined ? undefined : sourceIn(inSubject));
  if (last === undefined) return {};
  if (found === undefined)
    note(
      'source-ip',
      `the source address is taken from the ${source === undefined ? 'subject of the report' : 'text for people'}`,
    );
  const port = Number(fields.one('source-port') ?? last.port);
  return {
    sourceIp: last.ip,
    ...(last.host === undefined ? {} : { sourceHost: last.host }),
    ...(Number.isInteger(port) && port > 0 && port < 65_536 ? { sourcePort: port } : {}),
  };
}

/** Whose message it says it is: by its From, or by what stands in for that. */
export function headerFromOf(
  { original, authResults, reportedDomains }: FailureReport,
  told: Told,
  note: Note,
): string {
  const from = domainOf(original?.from);
  if (from !== undefined) return from;
  const results = authResults.flatMap((result) => propertyOf(result, 'header.from') ?? []);
  const stand = results[0] ?? reportedDomains[0] ?? told.domain;
  if (stand !== undefined) return domain(stand);
  note('header-from', 'nothing says which From domain the message had');
  return '';
}
