import { entriesOf } from './zone/master-lexer.ts';
import type { Entry, Token } from './zone/master-lexer.ts';
import type { Answer, Failure, RecordType, Rr } from './net.ts';
import { octetsOf, printName, printString, readName, readTtl, shown } from './zone/presentation.ts';
import { printRr } from './zone/rdata-print.ts';
import { readRecordLine } from './zone/record-line.ts';
import { readType } from './zone/record-types.ts';
import { problemList } from './zone/text.ts';
import type { FileProblem } from './zone/text.ts';

/** One question and what was said to it. */
export interface Recorded {
  /** As `questionName` leaves it. */
  readonly name: string;
  readonly type: RecordType;
  readonly answer: Answer;
}

const VERSION = 1;
const HEADER = `; sendaudit recording ${VERSION}
; "? name type status" is a question and what became of it, the records below are the answer.
; A status is: ok, nodata, nxdomain (each with "ttl <seconds>" and "ad" where they apply), or failed <how> "reason".
; "! question {json}" is what HTTPS, SMTP or one name server said.
`;

const FAILURES: ReadonlySet<string> = new Set<Failure>([
  'servfail',
  'bogus',
  'refused',
  'formerr',
  'notimp',
  'timeout',
  'network',
  'malformed',
  'lame',
  'unrecorded',
  'name',
]);

const VALIDATED = '; ad: a validating resolver was asked\n';
/** Whether "ad" in a recording is a validating resolver's word, so that its lack means something. */
export const isValidated = (text: string): boolean => text.slice(0, HEADER.length * 2).includes(`\n${VALIDATED}`);

/** A key for each question. */
export const questionKey = (name: string, type: RecordType): string => `${type} ${name}`;

/** The version of the recording a text is; undefined where it is none. */
export function recordingVersion(text: string): number | undefined {
  const version = /^\uFEFF?; sendaudit recording (\d{1,6})[ \t\r]*(?:\n|$)/.exec(text)?.[1];
  return version === undefined ? undefined : Number(version);
}
export const isReadableVersion = (version: number): boolean => version === VERSION;

/** Answers as text: sorted by domain and type, one record a line, so that it diffs well and can be edited by hand. */
export function printRecording(recorded: Iterable<Recorded>, validated = false): string {
  const sorted = [...recorded]
    .map((one) => ({ one, key: `${one.name.split('.').toReversed().join(' ')}\n${one.type}` }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `${HEADER}${validated ? VALIDATED : ''}\n${sorted.map(({ one }) => printAnswer(one)).join('\n')}`;
}

function printAnswer({ name, type, answer }: Recorded): string {
  const question = `? ${printName(name).slice(0, name === '' ? undefined : -1)} ${type}`;
  if (answer.status === 'failed') return `${question} failed ${answer.failure} ${printReason(answer.reason)}\n`;
  const links = answer.via.map((target, n): Rr => ({
    name: n === 0 ? name : (answer.via[n - 1] ?? name),
    ttl: answer.ttl,
    type: 'CNAME',
    target,
  }));
  const records = answer.status === 'ok' ? answer.records.map(printRr).toSorted() : [];
  const implied = answer.status === 'ok' ? smallestTtl([...links, ...answer.records]) : 0;
  const ttl = answer.ttl === implied ? '' : ` ttl ${answer.ttl}`;
  const lines = [
    `${question} ${answer.status}${ttl}${answer.authentic ? ' ad' : ''}`,
    ...links.map(printRr),
    ...records,
  ];
  return `${lines.join('\n')}\n`;
}

const smallestTtl = (records: readonly Rr[]): number =>
  records.reduce((least, rr) => Math.min(least, rr.ttl), Infinity);

/** Text for people, quoted; characters beyond ASCII stay as they are, control characters become octets. */
function printReason(reason: string): string {
  // oxlint-disable-next-line no-control-regex -- ASCII is what is not meant
  const beyondAscii = /[^\x00-\x7F]+/g;
  const text = reason.toWellFormed();
  let printed = '';
  let from = 0;
  for (const match of text.matchAll(beyondAscii)) {
    printed += printString(text.slice(from, match.index)).slice(1, -1) + match[0];
    from = match.index + match[0].length;
  }
  return `"${printed}${printString(text.slice(from)).slice(1, -1)}"`;
}

export interface Recording {
  readonly recorded: readonly Recorded[];
  readonly problems: readonly FileProblem[];
}

interface Open {
  readonly name: string;
  readonly type: RecordType;
  readonly line: number;
  readonly status: 'ok' | 'nodata' | 'nxdomain';
  readonly ttl: number | undefined;
  readonly authentic: boolean;
  readonly links: Rr[];
  readonly records: Rr[];
  /** What is wrong with the answer: it is then none. */
  problem?: string;
}

/**
 * The answers of a recording. A mistake in an answer makes that question fail, naming the line:
 * a record lost by a slip of the hand must not look like one that is not there.
 */
export function parseRecording(text: string, file: string): Recording {
  const problems = problemList();
  const recorded = new Map<string, Recorded>();
  let open: Open | undefined;

  function settle(): void {
    if (open === undefined) return;
    const { name, type, line, status, authentic, links, records } = open;
    const via = links.flatMap((rr) => (rr.type === 'CNAME' ? [rr.target] : []));
    const wrong = open.problem ?? (status === 'ok' && records.length === 0 ? `no ${type} record follows` : undefined);
    if (open.problem === undefined && wrong !== undefined) problems.add(file, line, wrong);
    const ttl = open.ttl ?? (status === 'ok' ? smallestTtl([...links, ...records]) : 0);
    const answer: Answer =
      wrong !== undefined
        ? {
            status: 'failed',
            failure: 'malformed',
            reason: `the answer at ${file} line ${line} cannot be read: ${wrong}`,
          }
        : status === 'ok'
          ? { status, records, ttl, authentic, via }
          : { status, ttl, authentic, via };
    recorded.set(questionKey(name, type), { name, type, answer });
    open = undefined;
  }

  function readQuestion({ tokens, line }: Entry): void {
    settle();
    const question = readQuestionLine(tokens);
    if (typeof question === 'string') return problems.add(file, line, question);
    const { name, type } = question;
    if (recorded.has(questionKey(name, type)))
      problems.add(file, line, `${name} ${type} is there twice, the last counts`);
    if ('answer' in question) recorded.set(questionKey(name, type), question);
    else open = { ...question, line, links: [], records: [] };
  }

  function readRecord(entry: Entry): void {
    const add = (message: string): void => {
      problems.add(file, entry.line, message);
      if (open !== undefined) open.problem ??= `line ${entry.line}: ${message}`;
    };
    if (open === undefined) return add('the record belongs to no question that was read');
    if (entry.problem !== undefined) return add(entry.problem);
    const [owner, ...rest] = entry.tokens;
    const name = owner === undefined ? { problem: 'the owner is missing' } : readName(owner.text, '');
    if ('problem' in name) return add(name.problem);
    const read = readRecordLine(rest, '');
    if (read.kind === 'problem') return add(read.problem);
    if (read.kind === 'passed-over') return add(`a ${read.type} record is no answer to a ${open.type} question`);
    if (read.rdata.data === undefined) return add(read.rdata.problems[0] ?? 'the record cannot be read');
    const rr: Rr = { name: name.name, ttl: read.ttl ?? 0, ...read.rdata.data };
    if (open.status === 'ok' && read.type === open.type) open.records.push(rr);
    else if (read.type === 'CNAME') open.links.push(rr);
    else add(`a ${read.type} record is no answer to ${open.name} ${open.type} ${open.status}`);
  }

  for (const entry of entriesOf(text)) {
    if (entry.tokens[0]?.text === '?' && !entry.tokens[0].quoted && entry.problem === undefined) readQuestion(entry);
    else readRecord(entry);
  }
  settle();
  return { recorded: [...recorded.values()], problems: problems.closed() };
}

function readQuestionLine(
  tokens: readonly Token[],
): Recorded | Pick<Open, 'name' | 'type' | 'status' | 'ttl' | 'authentic'> | string {
  const [, owner, typeWord, status, ...rest] = tokens.map(({ text }) => text);
  const reading = owner === undefined ? { problem: 'the name is missing' } : readName(owner, '');
  if ('problem' in reading) return `the question cannot be read: ${reading.problem}`;
  const found = typeWord === undefined ? undefined : readType(typeWord);
  if (found === undefined || !('type' in found)) return `${shown(typeWord ?? '')} is no type that can be asked for`;
  const { name } = reading;
  const { type } = found;
  if (status === 'failed') {
    const [failure = '', reason = ''] = rest;
    if (!FAILURES.has(failure)) return `${shown(failure)} is no way to fail`;
    const octets = octetsOf(reason) ?? reason;
    const text = Buffer.from(octets, 'latin1').toString('utf8');
    return { name, type, answer: { status: 'failed', failure: failure as Failure, reason: text } };
  }
  if (status !== 'ok' && status !== 'nodata' && status !== 'nxdomain') return `${shown(status ?? '')} is no status`;
  const ttl = rest[0] === 'ttl' ? readTtl(rest[1] ?? '') : undefined;
  const flags = rest[0] === 'ttl' ? rest.slice(2) : rest;
  if (rest[0] === 'ttl' && ttl === undefined) return `${shown(rest[1] ?? '')} is no TTL`;
  if (flags.length > 1 || (flags.length === 1 && flags[0] !== 'ad'))
    return `${shown(flags.join(' '))} is not understood`;
  return { name, type, status, ttl, authentic: flags.length === 1 };
}
