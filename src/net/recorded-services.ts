import type { RecordType } from './net.ts';
import type { HttpAnswer, ServerAddress, ServerAnswer, Services, SmtpAnswer } from './services.ts';
import { problemList } from './zone/text.ts';
import type { FileProblem } from './zone/text.ts';

type ServiceAnswer = HttpAnswer | SmtpAnswer | ServerAnswer;
/** Answers by question, as `fetchKey`, `smtpKey` and `serverKey` write it. */
export type ServiceAnswers = ReadonlyMap<string, ServiceAnswer>;

/** A question to a service as it stands in a recording. */
export const fetchKey = (url: string): string => `fetch ${word(url)}`;
export const smtpKey = (host: string, address: string): string => `smtp ${word(host)} ${word(address)}`;
export const serverKey = ({ name, address }: ServerAddress, asked: string, type: RecordType): string =>
  `ask ${word(name)} ${word(address)} ${word(asked || '.')} ${type}`;

/** Host names come from other people's records: a line break in one would forge the next line of the recording. */
const word = (text: string): string =>
  text.replaceAll(/[^\x21-\x7E]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const MARK = '! ';
/** What asks, its operands, and the answer as JSON: everything on one line, so that it diffs well. */
const LINE = /^! ((?:fetch \S+|smtp \S+ \S+|ask \S+ \S+ \S+ \S+)) (\{.*\})\s*$/;

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
    const answer = question === undefined || json === undefined ? undefined : answerOf(question, json);
    if (question === undefined || answer === undefined)
      problems.add(file, index + 1, 'the answer of a service cannot be read');
    else answers.set(question, answer);
  }
  return { answers, problems: problems.closed(), rest: lines.join('\n') };
}

function answerOf(question: string, json: string): ServiceAnswer | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) && FITS[question.slice(0, question.indexOf(' '))]?.(value) === true
      ? (value as unknown as ServiceAnswer)
      : undefined;
  } catch {
    return undefined;
  }
}

type Members = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Members => value !== null && typeof value === 'object';
const isFailed = ({ status, failure, reason }: Members): boolean =>
  status === 'failed' && typeof failure === 'string' && typeof reason === 'string';

/** What an answer to each kind of question must have, so that one spoilt by hand is not taken for what was said. */
const FITS: Readonly<Record<string, (answer: Members) => boolean>> = {
  fetch: (answer) =>
    isFailed(answer) ||
    (answer['status'] === 'ok' &&
      typeof answer['code'] === 'number' &&
      typeof answer['contentType'] === 'string' &&
      typeof answer['body'] === 'string'),
  smtp: (answer) =>
    isFailed(answer) ||
    (answer['status'] === 'ok' &&
      typeof answer['banner'] === 'string' &&
      Array.isArray(answer['extensions']) &&
      isRecord(answer['startTls'])),
  ask: (answer) =>
    isFailed(answer) ||
    (answer['status'] === 'referral' && Array.isArray(answer['nameServers'])) ||
    (Array.isArray(answer['via']) && (answer['status'] !== 'ok' || Array.isArray(answer['records']))),
};

/** Pages, mail hosts and name servers that were asked, each question with its answer. */
export interface RecordedServices {
  readonly pages: readonly { readonly url: string; readonly answer: HttpAnswer }[];
  readonly mailHosts: readonly { readonly host: string; readonly address: string; readonly answer: SmtpAnswer }[];
  readonly servers: readonly {
    readonly server: ServerAddress;
    /** The name asked for. */
    readonly name: string;
    readonly type: RecordType;
    readonly answer: ServerAnswer;
  }[];
}

/** The questions behind the answers: a key says which kind it is, so the answer is of that kind. */
export function recordedServices(answers: ServiceAnswers): RecordedServices {
  const asked = [...answers].map(([key, answer]) => ({ words: key.split(' '), answer }));
  const of = (kind: string): typeof asked => asked.filter(({ words }) => words[0] === kind);
  return {
    pages: of('fetch').map(({ words: [, url = ''], answer }) => ({ url, answer: answer as HttpAnswer })),
    mailHosts: of('smtp').map(({ words: [, host = '', address = ''], answer }) => ({
      host,
      address,
      answer: answer as SmtpAnswer,
    })),
    servers: of('ask').map(({ words: [, server = '', address = '', name = '', type = ''], answer }) => ({
      server: { name: server, address },
      name: name === '.' ? '' : name,
      type: type as RecordType,
      answer: answer as ServerAnswer,
    })),
  };
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
