import type { ReportDocument } from '../../intake/document.ts';
import { createNotes } from '../aggregate/notes.ts';
import type { ReadingError } from '../aggregate/reading.ts';
import { reportFrom } from './head.ts';
import { createJsonReader, type JsonFault, type JsonNode, type JsonObject, type NoteAt } from './json.ts';
import { DOCUMENT_LIMIT } from './limits.ts';
import { headBehind, policyEntries, reportObjects } from './parts.ts';
import { policyFrom } from './policy.ts';
import type { TlsPolicy, TlsReading, TlsReport } from './report.ts';

/** Where reading may go on behind a break: with another policy of the report, or with another report. */
const RESUMES =
  /\{\s{0,200}"(?:(policy|summary|failure-details)|organization-name|date-range|contact-info|report-id|policies)"\s{0,20}:/g;

/**
 * Reads the TLS report (RFC 8460 §4.4) in a document, or all of them: one after the other, line by line, or in a list.
 * Of a broken document, policies that are whole count. Never throws for anything that stands in the document.
 */
export async function readTlsRpt(document: ReportDocument): Promise<TlsReading> {
  const { text, cut } = await wholeText(document.text);
  const { repairs, broken } = document.condition;
  const reading = readText(text, document.path);
  const error = cut ? { what: `more than ${DOCUMENT_LIMIT} characters, the limit for a TLS report` } : reading.error;
  const found = { reports: reading.reports, repairs: [...repairs, ...reading.repairs] };
  if (broken === undefined) return error === undefined ? found : { ...found, error };
  // Text that ends too early is the consequence, a break in what it was packed in the cause.
  return { ...found, error: error === undefined ? { what: broken } : { ...error, what: `${broken}: ${error.what}` } };
}

async function wholeText(text: ReportDocument['text']): Promise<{ readonly text: string; readonly cut: boolean }> {
  if (typeof text === 'string') return { text: text.slice(0, DOCUMENT_LIMIT), cut: text.length > DOCUMENT_LIMIT };
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of text) {
    pieces.push(piece);
    length += piece.length;
    if (length > DOCUMENT_LIMIT) break;
  }
  return { text: pieces.join('').slice(0, DOCUMENT_LIMIT), cut: length > DOCUMENT_LIMIT };
}

/** A report whose end has not been seen: what stands behind a break is added to it. */
interface Draft {
  object: JsonObject;
  readonly policies: TlsPolicy[];
}

function readText(text: string, path: string): TlsReading {
  const notes = createNotes();
  const told = new Map<string, number>();
  const note: NoteAt = (kind, what, at) => {
    const count = (told.get(kind) ?? 0) + 1;
    told.set(kind, count);
    // Counting lines costs a walk through the text, and notes of a kind are listed only a few times.
    notes.add(kind, what, count > 5 ? undefined : lineAt(text, at));
  };
  const reader = createJsonReader(text, note);
  const reports: TlsReport[] = [];
  let firstFault: JsonFault | undefined;
  let lost = 0;
  let draft: Draft | undefined;

  const finish = (): void => {
    const { object, policies } = draft ?? { policies: [] };
    draft = undefined;
    // What broke off before its first whole policy is a failed input, not a report.
    if (object !== undefined && (policies.length > 0 || object.whole))
      reports.push(reportFrom(object, policies, path, note));
  };
  const take = (node: JsonNode | undefined): void => {
    for (const object of reportObjects(node, note)) {
      finish();
      const { whole, broken } = policyEntries(object, note);
      lost += broken;
      draft = { object, policies: whole.map((entry) => policyFrom(entry, note)) };
    }
  };

  let at = /[{[]/.exec(text)?.index ?? text.length;
  if (text.slice(0, at).trim() !== '') note('text before the report', 'text before the report is ignored', 0);
  while (at < text.length) {
    const { node, end, fault } = reader.read(at);
    take(node);
    if (fault === undefined) {
      const gap = /[^{[]*/y;
      gap.lastIndex = end;
      const between = gap.exec(text)?.[0] ?? '';
      // oxlint-disable-next-line no-control-regex -- RFC 7464 parts JSON texts by U+001E
      if (/[^\s,\]\u001E\0]/.test(between)) note('text after the report', 'text after the report is ignored', end);
      at = end + between.length;
      continue;
    }
    firstFault ??= fault;
    at = resumed(Math.max(fault.at, at + 1));
  }
  finish();
  return { reports, repairs: notes.list(), ...outcome() };

  /** Reads what policies can be found from here on; answers where another report begins, or the end. */
  function resumed(from: number): number {
    RESUMES.lastIndex = from;
    for (let match = RESUMES.exec(text); match !== null; match = RESUMES.exec(text)) {
      if (match[1] === undefined) {
        complete(from, match.index);
        return match.index;
      }
      const { node, end, fault } = reader.read(match.index);
      if (fault === undefined && node?.kind === 'object' && draft !== undefined)
        draft.policies.push(policyFrom(node, note));
      else lost += 1;
      RESUMES.lastIndex = Math.max(end, match.index + 1);
    }
    complete(from, text.length);
    return text.length;
  }

  /** What a report says of itself may stand behind its policies. */
  function complete(from: number, to: number): void {
    if (draft === undefined || draft.object.whole) return;
    const found = headBehind(text.slice(from, to), (offset) => reader.read(from + offset).node);
    draft.object = { ...draft.object, members: new Map([...found, ...draft.object.members]) };
  }

  function outcome(): { readonly error?: ReadingError } {
    if (firstFault === undefined) return reports.length > 0 ? {} : { error: { what: notAReport(text) } };
    const line = lineAt(text, firstFault.at);
    const column = firstFault.at - text.lastIndexOf('\n', firstFault.at - 1);
    const whole = reports.reduce((sum, { policies }) => sum + policies.length, 0);
    const kept = `${whole} whole ${whole === 1 ? 'policy' : 'policies'}`;
    const what = firstFault.unfinished
      ? `truncated at line ${line}, column ${column} after ${kept}`
      : `not well-formed at line ${line}, column ${column} (${firstFault.what}): ${kept} read, ${lost} lost`;
    return { error: { what, line, column } };
  }
}

function notAReport(text: string): string {
  if (text.trim() === '') return 'an empty document';
  return /^\s*[{[]/.test(text) ? 'JSON, but no TLS report: it has no policies' : 'no TLS report: it is no JSON';
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
