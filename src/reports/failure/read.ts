import type { FeedbackMail } from '../../intake/document.ts';
import { createNotes } from '../aggregate/notes.ts';
import { domain } from '../aggregate/values.ts';
import type { AuthResult } from './auth-results.ts';
import { feedbackFields, type FeedbackFields, type Note } from './feedback-fields.ts';
import { toldInText, type Told } from './human-text.ts';
import { partsInText } from './in-text.ts';
import { domainOf, mailAddress, withoutComments } from './mail-address.ts';
import { arrivalOf, headerFromOf, sourceOf } from './origin.ts';
import { originalMessage } from './original.ts';
import type { FailureReading, FailureReport } from './report.ts';
import { authFailuresOf, resultsIn, wordsIn } from './results.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads a report about one message: in the abuse reporting format, or in words (Exim). What the part for machines leaves
 * out is looked for in the text for people and in the reported header, and each such step is told. Never throws for
 * anything that stands in the mail.
 */
export function readFailureReport(mail: FeedbackMail): FailureReading {
  const notes = createNotes();
  const note: Note = (kind, what, line) => notes.add(kind, what, line);
  const inText = partsInText(mail.text ?? '');
  const fields = feedbackFields(mail.feedback ?? inText.feedback ?? '', note);
  if (mail.feedback === undefined && fields.size > 0)
    note('fields in words', 'the fields of the report stand in the text for people: read from there');
  const inWords = toldInText(mail.feedback === undefined ? inText.words : (mail.text ?? ''));
  const told = { ...inWords, isDmarc: inWords.isDmarc || /\bDMARC\b/i.test(subjectOf(mail)) };
  const original = originalMessage(mail.original ?? inText.original ?? told.original ?? '');
  const { broken } = mail.condition;
  const repairs = (): FailureReading['repairs'] => [...mail.condition.repairs, ...notes.list()];
  if (fields.size === 0 && original === undefined && told.sourceIp === undefined)
    return { repairs: repairs(), error: broken ?? 'nothing in it says what failed, or where it came from' };

  const authResults = resultsIn(fields, told, original?.fields ?? [], note);
  const feedbackType = typeOf(fields, told, mail, note);
  const report: Mutable<FailureReport> = {
    feedbackType,
    reporter: reporterOf(mail, fields, authResults, note),
    authFailures: authFailuresOf(fields, { told, authResults, feedbackType, note }),
    authResults,
    reportedDomains: fields.all('reported-domain').map((name) => domain(withoutComments(name).trim())),
    headerFrom: '',
    originalRcptTo: fields.all('original-rcpt-to').flatMap((value) => mailAddress(value) ?? []),
    spfDns: fields.all('spf-dns'),
    incidents: incidentsOf(fields, note),
    reportedUris: fields.all('reported-uri'),
  };
  Object.assign(report, arrivalOf(fields, told, note), sourceOf(fields, told, mail, note), plainFields(fields));
  const id = mail.header.find(({ name }) => name === 'message-id')?.value.trim() ?? '';
  if (id !== '') report.id = id;
  if (original !== undefined) report.original = original.message;
  if (told.aligned !== undefined) report.aligned = told.aligned;
  report.headerFrom = headerFromOf(report, told, note);
  return { report, repairs: repairs(), ...(broken === undefined ? {} : { error: broken }) };
}

const subjectOf = (mail: FeedbackMail): string => mail.header.find(({ name }) => name === 'subject')?.value ?? '';

/** Those that are taken as they stand. */
function plainFields(fields: FeedbackFields): Partial<FailureReport> {
  const mailId = fields.one('original-envelope-id');
  const mailFrom = fields.one('original-mail-from');
  const alignment = fields.one('identity-alignment');
  const delivery = fields.one('delivery-result');
  const mta = fields.one('reporting-mta');
  const [agent, version] = [fields.one('user-agent'), fields.one('version')];
  const [signer, identity, selector] = [
    fields.one('dkim-domain'),
    fields.one('dkim-identity'),
    fields.one('dkim-selector'),
  ];
  const [header, body] = [fields.has('dkim-canonicalized-header'), fields.has('dkim-canonicalized-body')];
  const hasDkim = header || body || signer !== undefined || identity !== undefined || selector !== undefined;
  return {
    ...(mailId === undefined ? {} : { originalEnvelopeId: mailId }),
    ...(mailFrom === undefined ? {} : { originalMailFrom: mailAddress(mailFrom) ?? '' }),
    ...(alignment === undefined ? {} : { identityAlignment: wordsIn(alignment).filter((word) => word !== 'none') }),
    ...(delivery === undefined ? {} : { deliveryResult: withoutComments(delivery).trim().toLowerCase() }),
    ...(mta === undefined ? {} : { reportingMta: mta.replace(/^\s*dns\s*;\s*/i, '') }),
    ...(agent === undefined ? {} : { userAgent: agent }),
    ...(version === undefined ? {} : { version }),
    ...(hasDkim
      ? {
          dkim: {
            ...(signer === undefined ? {} : { domain: domain(withoutComments(signer).trim()) }),
            ...(identity === undefined ? {} : { identity }),
            ...(selector === undefined ? {} : { selector: withoutComments(selector).trim() }),
            canonicalisedHeader: header,
            canonicalisedBody: body,
          },
        }
      : {}),
  };
}

function typeOf(fields: FeedbackFields, told: Told, mail: FeedbackMail, note: Note): string {
  const named = fields.one('feedback-type');
  if (named !== undefined) return withoutComments(named).trim().toLowerCase();
  const subject = subjectOf(mail);
  const failed = fields.has('auth-failure') || fields.has('dkim-domain') || fields.has('spf-dns') || told.isDmarc;
  const type = failed ? 'auth-failure' : /complaint|abuse/i.test(subject) ? 'abuse' : 'unknown';
  note(
    'feedback-type',
    `Feedback-Type is missing: ${type === 'unknown' ? 'nothing says what it is about' : `by the rest of it, it is ${type}`}`,
  );
  return type;
}

function reporterOf(mail: FeedbackMail, fields: FeedbackFields, results: readonly AuthResult[], note: Note): string {
  const from = mail.header.find(({ name }) => name === 'from')?.value;
  const sender = from === undefined ? undefined : domainOf(mailAddress(from));
  if (sender !== undefined) return sender;
  const mta = fields.one('reporting-mta')?.replace(/^\s*dns\s*;\s*/i, '');
  const stand = mta ?? results.find(({ authservId }) => authservId !== undefined)?.authservId;
  note(
    'from',
    `the report does not say whom it is from: ${stand === undefined ? 'the reporter is unknown' : `"${stand}" stands in for it`}`,
  );
  return stand === undefined ? 'unknown reporter' : domain(stand);
}

function incidentsOf(fields: FeedbackFields, note: Note): number {
  const written = fields.one('incidents');
  if (written === undefined) return 1;
  const count = /^\d{1,9}$/.exec(withoutComments(written).trim());
  if (count !== null) return Number(count[0]);
  note(
    'incidents',
    `Incidents is "${written.slice(0, 60)}", which is no number: counted as 1`,
    fields.lineOf('incidents'),
  );
  return 1;
}
