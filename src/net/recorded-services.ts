import type { RecordType } from './net.ts';
import type { HttpAnswer, ServerAddress, ServerAnswer, Services, SmtpAnswer } from './services.ts';
import { problemList } from './zone/text.ts';
import type { FileProblem } from './zone/text.ts';

type ServiceAnswer = HttpAnswer | SmtpAnswer | ServerAnswer;
/** Answers by question, as `fetchKey`, `smtpKey` and `serverKey` write it. */
export type ServiceAnswers = ReadonlyMap<string, ServiceAnswer>;

/** A question to a service as it stands in a recording. */
export const fetchKey = (url: string): string => `fetch ${url}`;
export const smtpKey = (host: string, address: string): string => `smtp ${host} ${address}`;
export const serverKey = ({ name, address }: ServerAddress, asked: string, type: RecordType): string =>
  `ask ${name} ${address} ${asked || '.'} ${type}`;

const MARK = '! ';
/** What asks, its operands, and the answer as JSON: everything on one line, so that it diffs well. */
const LINE = /^! ((?:fetch \S+|smtp \S+ \S+|ask \S+ \S+ \S+ \S+)) (\{.*\})\s*$/;
const STATUSES: ReadonlySet<unknown> = new Set(['ok', 'nodata', 'nxdomain', 'referral', 'failed']);

export function printServiceAnswers(answers: ServiceAnswers): string {
  // JSON leaves DEL, C1 and separators as they are; in a file for people they are escaped as well.
  const escaped = (text: string): string =>
    text.replaceAll(/[\x7F-\uFFFF]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [...answers]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([question, answer]) => `${MARK}${question} ${escaped(JSON.stringify(answer))}\n`)
    .join('');
}

export interface ReadServiceAnswers {
  readonly answers: ServiceAnswers;
  readonly problems: readonly FileProblem[];
  /** The text with these lines left blank: what is left is about DNS. */
  readonly rest: string;
}

/** Takes the services out of a recording. A line that cannot be read is a problem, and its question unrecorded. */
export function readServiceAnswers(text: string, file: string): ReadServiceAnswers {
  const answers = new Map<string, ServiceAnswer>();
  const problems = problemList();
  if (!text.includes(`\n${MARK}`)) return { answers, problems: [], rest: text };
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith(MARK)) continue;
    lines[index] = '';
    const [, question, json] = LINE.exec(line) ?? [];
    const answer = json === undefined ? undefined : answerOf(json);
    if (question === undefined || answer === undefined)
      problems.add(file, index + 1, 'the answer of a service cannot be read');
    else answers.set(question, answer);
  }
  return { answers, problems: problems.closed(), rest: lines.join('\n') };
}

function answerOf(json: string): ServiceAnswer | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const status = value !== null && typeof value === 'object' && 'status' in value ? value.status : undefined;
    return STATUSES.has(status) ? (value as ServiceAnswer) : undefined;
  } catch {
    return undefined;
  }
}

/** The pages among the answers. */
export function recordedPages(answers: ServiceAnswers): { readonly url: string; readonly answer: HttpAnswer }[] {
  const prefix = fetchKey('');
  return [...answers]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, answer]) => ({ url: key.slice(prefix.length), answer: answer as HttpAnswer }));
}

/** The services as they answered; `unrecorded` where they were not asked. */
export function servicesFrom(answers: ServiceAnswers, unrecorded: Services): Services {
  // The key says which question it is, so the answer is of its kind.
  return {
    fetchText: async (url, limits) =>
      (answers.get(fetchKey(url)) as HttpAnswer | undefined) ?? (await unrecorded.fetchText(url, limits)),
    probeSmtp: async (host, address) =>
      (answers.get(smtpKey(host, address)) as SmtpAnswer | undefined) ?? (await unrecorded.probeSmtp(host, address)),
    askServer: async <T extends RecordType>(server: ServerAddress, name: string, type: T) =>
      (answers.get(serverKey(server, name, type)) as ServerAnswer<T> | undefined) ??
      (await unrecorded.askServer(server, name, type)),
  };
}

/** Passes questions to the services below through, and keeps every answer. */
export function keepingServices(below: Services, kept: Map<string, ServiceAnswer>): Services {
  const keep = async <A extends ServiceAnswer>(key: string, asking: Promise<A>): Promise<A> => {
    const answer = await asking;
    kept.set(key, answer);
    return answer;
  };
  return {
    fetchText: (url, limits) => keep(fetchKey(url), below.fetchText(url, limits)),
    probeSmtp: (host, address) => keep(smtpKey(host, address), below.probeSmtp(host, address)),
    askServer: <T extends RecordType>(server: ServerAddress, name: string, type: T) =>
      keep(serverKey(server, name, type), below.askServer(server, name, type)),
  };
}
