import { BADVERS, FORMERR, NOTIMP } from './codes.ts';
import type { Useless } from './answer.ts';
import type { DnsMessage, Question } from './message.ts';
import { dohTransport } from './doh.ts';
import type { Failure } from '../net.ts';
import { noHelp } from './no-help.ts';
import type { NoHelp, Try } from './no-help.ts';
import { serverLabel } from './servers.ts';
import type { Server } from './servers.ts';
import { tcpTransport } from './tcp.ts';
import type { Reply, Transport } from './transport.ts';
import { udpTransport } from './udp.ts';

export interface ClientOptions {
  readonly servers: readonly Server[];
  /** For each try. */
  readonly timeoutMs: number;
  /** In all, over all servers. */
  readonly tries: number;
}

/** Makes what one wants of a message, or says that it is of no use. */
export type Reader<A> = (message: DnsMessage) => A | Useless;

export interface DnsClient {
  /** Takes turns among the servers until one gives an answer of use. Never rejects. */
  ask<A extends { readonly kind: string }>(question: Question, read: Reader<A>): Promise<A | NoHelp>;
  close(): void;
}

/** A server that said one of these would say it again. */
const FINAL: ReadonlySet<Failure> = new Set<Failure>(['bogus', 'refused', 'formerr', 'notimp', 'lame']);
const SILENT: ReadonlySet<Failure> = new Set<Failure>(['timeout', 'network']);

export function dnsClient({ servers, timeoutMs, tries }: ClientOptions): DnsClient {
  const transports = servers.map((server) =>
    server.kind === 'doh' ? dohTransport(server, timeoutMs) : udpThenTcp(server, timeoutMs),
  );
  const labels = servers.map(serverLabel);
  // Where the first server is dead, not every question should wait for it: whoever answered in its place is first then
  let first = 0;

  return {
    async ask(question, read) {
      const failed: Try[] = [];
      const start = first;
      for (let turn = 0; turn < tries; turn++) {
        const server = nextServer(servers.length, start, failed);
        const transport = server === undefined ? undefined : transports[server];
        if (server === undefined || !transport) break;
        const answer = readReply(await askOnce(transport, question), read);
        if (isUseless(answer)) {
          failed.push({ server, failure: answer.failure, what: answer.what });
          continue;
        }
        if (failed.some((other) => other.server === first && SILENT.has(other.failure))) first = server;
        return answer;
      }
      const help = noHelp(failed, labels, timeoutMs);
      const doubtful = help.failure === 'servfail' && question.recursion !== false ? help.server : undefined;
      const transport = doubtful === undefined ? undefined : transports[doubtful];
      if (!transport || !(await answersUnchecked(transport, question, read))) return help;
      // A failure that has passed meanwhile was not about signatures.
      const again = readReply(await askOnce(transport, question), read);
      if (!isUseless(again)) return again;
      const remark = ', which it answers when asked not to check DNSSEC signatures: they do not hold';
      return { ...help, failure: 'bogus', remark };
    },
    close() {
      for (const transport of transports) transport.close();
    },
  };
}

/** The server whose turn it is, leaving out those that gave their last word. */
function nextServer(count: number, start: number, failed: readonly Try[]): number | undefined {
  for (let offset = 0; offset < count; offset++) {
    const server = (start + failed.length + offset) % count;
    if (!failed.some((other) => other.server === server && FINAL.has(other.failure))) return server;
  }
  return undefined;
}

function udpThenTcp(server: Extract<Server, { kind: 'dns' }>, timeoutMs: number): Transport {
  const udp = udpTransport(server, timeoutMs);
  const tcp = tcpTransport(server, timeoutMs);
  return {
    async ask(question, edns) {
      const reply = await udp.ask(question, edns);
      return reply.kind === 'message' && reply.message.truncated ? tcp.ask(question, edns) : reply;
    },
    close() {
      udp.close();
      tcp.close();
    },
  };
}

/** A server that does not know EDNS says so in one of three ways (RFC 6891 §7) and is asked without it. */
async function askOnce(transport: Transport, question: Question): Promise<Reply> {
  const reply = await transport.ask(question, true);
  const stumbles = reply.kind === 'message' && [FORMERR, NOTIMP, BADVERS].includes(reply.message.rcode);
  return stumbles ? transport.ask(question, false) : reply;
}

/**
 * Whether a server that fails a question has an answer to it which it does not believe (RFC 4035 §5.5): one that gives no
 * reason (RFC 8914) still tells, once asked not to check (§3.2.2).
 */
async function answersUnchecked<A extends { readonly kind: string }>(
  transport: Transport,
  question: Question,
  read: Reader<A>,
): Promise<boolean> {
  const reply = await transport.ask({ ...question, unchecked: true }, true);
  return !isUseless(readReply(reply, read));
}

const isUseless = (answer: { readonly kind: string }): answer is Useless => answer.kind === 'useless';

function readReply<A>(reply: Reply, read: Reader<A>): A | Useless {
  switch (reply.kind) {
    case 'message':
      return read(reply.message);
    case 'timeout':
      return { kind: 'useless', failure: 'timeout', what: reply.over ? ` over ${reply.over}` : '' };
    case 'network':
      return { kind: 'useless', failure: 'network', what: reply.over ? `${reply.why}, over ${reply.over}` : reply.why };
    default:
      return { kind: 'useless', failure: reply.kind, what: reply.what };
  }
}
