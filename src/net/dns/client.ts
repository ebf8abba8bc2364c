import type { Step } from '../chase.ts';
import { BADVERS, FORMERR, NOTIMP } from './codes.ts';
import { readAnswer } from './answer.ts';
import type { Useless } from './answer.ts';
import type { Question } from './message.ts';
import { dohTransport } from './doh.ts';
import type { Failure, RecordType } from '../net.ts';
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

/** Nobody helped. `what` is a phrase without the question: `SERVFAIL from 192.0.2.1`. */
export interface NoHelp {
  readonly kind: 'no-help';
  readonly failure: Failure;
  readonly what: string;
}

export interface DnsClient {
  /** Takes turns among the servers until one gives an answer. Never rejects. */
  ask<T extends RecordType>(name: string, type: T): Promise<Step<T> | NoHelp>;
  close(): void;
}

/** Most telling first: what a server says about the name says more than its silence. */
const TELLING: readonly Failure[] = [
  'servfail',
  'refused',
  'formerr',
  'notimp',
  'lame',
  'malformed',
  'timeout',
  'network',
];
/** A server that said one of these would say it again. */
const FINAL: ReadonlySet<Failure> = new Set<Failure>(['refused', 'formerr', 'notimp', 'lame']);
const SILENT: ReadonlySet<Failure> = new Set<Failure>(['timeout', 'network']);

interface Try {
  readonly server: number;
  readonly failure: Failure;
  readonly what: string;
}

export function dnsClient({ servers, timeoutMs, tries }: ClientOptions): DnsClient {
  const transports = servers.map((server) =>
    server.kind === 'doh' ? dohTransport(server, timeoutMs) : udpThenTcp(server, timeoutMs),
  );
  const labels = servers.map(serverLabel);
  // Where the first server is dead, not every question should wait for it: whoever answered in its place is first then
  let first = 0;

  return {
    async ask(name, type) {
      const failed: Try[] = [];
      const start = first;
      for (let turn = 0; turn < tries; turn++) {
        const server = nextServer(servers.length, start, failed);
        const transport = server === undefined ? undefined : transports[server];
        if (server === undefined || !transport) break;
        const step = readReply(await askOnce(transport, { name, type }), name, type);
        if (step.kind === 'useless') {
          failed.push({ server, failure: step.failure, what: step.what });
          continue;
        }
        if (failed.some((other) => other.server === first && SILENT.has(other.failure))) first = server;
        return step;
      }
      return noHelp(failed, labels, timeoutMs);
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

function readReply<T extends RecordType>(reply: Reply, name: string, type: T): Step<T> | Useless {
  switch (reply.kind) {
    case 'message':
      return readAnswer(reply.message, name, type);
    case 'timeout':
      return { kind: 'useless', failure: 'timeout', what: reply.over ? ` over ${reply.over}` : '' };
    case 'network':
      return { kind: 'useless', failure: 'network', what: reply.over ? `${reply.why}, over ${reply.over}` : reply.why };
    default:
      return { kind: 'useless', failure: reply.kind, what: reply.what };
  }
}

function noHelp(failed: readonly Try[], labels: readonly string[], timeoutMs: number): NoHelp {
  const failure = TELLING.find((kind) => failed.some((other) => other.failure === kind)) ?? 'network';
  const same = failed.filter((other) => other.failure === failure);
  const [one] = same;
  if (!one) return { kind: 'no-help', failure, what: 'no name server to ask' };
  const label = (other: Try): string => labels[other.server] ?? '';
  if (failure === 'timeout') {
    const asked = [...new Set(same.map((other) => label(other) + other.what))].join(', ');
    const times = same.length === 1 ? '' : ` (${same.length} tries)`;
    return { kind: 'no-help', failure, what: `no answer from ${asked} within ${timeoutMs / 1000} s${times}` };
  }
  if (failure === 'network') {
    const missed = [...new Set(same.map((other) => `${label(other)} (${other.what})`))].join(', ');
    return { kind: 'no-help', failure, what: `no connection to ${missed}` };
  }
  return { kind: 'no-help', failure, what: `${one.what} from ${label(one)}` };
}
