import { cannotBeAsked, chase, failed, question } from './chase.ts';
import type { Step } from './chase.ts';
import { readAnswer } from './dns/answer.ts';
import { serverAsker } from './dns/ask-server.ts';
import { dnsClient } from './dns/client.ts';
import type { DnsClient } from './dns/client.ts';
import { inFlightLimit } from './dns/in-flight.ts';
import { noHelpReason } from './dns/no-help.ts';
import { systemServers } from './dns/servers.ts';
import type { Server } from './dns/servers.ts';
import type { Net, RecordType } from './net.ts';
import { questionName } from './question-name.ts';
import { servicesUnderWay } from './under-way.ts';

export interface LiveOptions {
  /** The system's own where not given. */
  readonly servers?: readonly Server[];
  /** For each try; 2 s unless told. */
  readonly timeoutMs?: number;
  /** Per question, over all servers; 3 unless told. */
  readonly tries?: number;
  /** Questions on their way at once, and as many to single servers; 64 unless told. */
  readonly inFlight?: number;
  /** For a whole fetch or probe, its DNS aside, however slowly octets come in; 10 s unless told. */
  readonly serviceTimeoutMs?: number;
  /** What we call ourselves to mail hosts (RFC 5321 §4.1.4); the address literal of our end unless told. */
  readonly heloName?: string;
  /** Authorities in PEM besides those this Node knows, as `NODE_EXTRA_CA_CERTS` adds them. */
  readonly ca?: readonly string[];
  /** 443, 25 and 53 unless told. */
  readonly httpsPort?: number;
  readonly smtpPort?: number;
  readonly serverPort?: number;
}

/** Fetches and probes on their way at once: each may hold a page in memory, and strangers should not feel a crowd. */
const MOST_SERVICES = 16;

/** The live world: asks name servers over UDP, TCP or HTTPS. Throws a UserError where there is no server to ask. */
export function liveNet(options: LiveOptions = {}): Net {
  const { servers = systemServers(), timeoutMs = 2000, tries = 3, inFlight = 64 } = options;
  const { serviceTimeoutMs = 10_000, heloName, ca = [], httpsPort = 443, smtpPort = 25, serverPort = 53 } = options;
  const client = dnsClient({ servers, timeoutMs, tries });
  const asker = serverAsker({ port: serverPort, timeoutMs, tries });
  const limited = inFlightLimit(inFlight);
  // Apart from the others: servers of strangers are dead more often, and nobody should wait behind them
  const limitedServers = inFlightLimit(inFlight);
  const limitedServices = inFlightLimit(MOST_SERVICES);
  const underWay = servicesUnderWay(serviceTimeoutMs);
  const net: Net = {
    async resolve(name, type) {
      const asked = questionName(name);
      if (asked === undefined) return cannotBeAsked(name, type);
      return limited(() => chase(asked, type, (at) => step(client, at, type, asked)));
    },
    askServer: (server, name, type) => limitedServers(() => asker.ask(server, name, type)),
    // Loaded when first used: most runs need neither
    fetchText: (url, limits) =>
      limitedServices(async () => {
        const { fetchText } = await import('./https.ts');
        return fetchText(url, limits, { dns: net, underWay, port: httpsPort, ca });
      }),
    probeSmtp: (host, address) =>
      limitedServices(async () => {
        const { probeSmtp } = await import('./smtp.ts');
        return probeSmtp(host, address, { underWay, port: smtpPort, ca, heloName });
      }),
    async close() {
      underWay.close();
      asker.close();
      client.close();
    },
  };
  return net;
}

async function step<T extends RecordType>(client: DnsClient, name: string, type: T, asked: string): Promise<Step<T>> {
  // Names are kept as text, where a dot inside a label would part it
  if (name.includes('\\.') && name !== asked) {
    const reason = `${asked} is an alias of ${name}, which cannot be asked for`;
    return { kind: 'answer', answer: failed('name', reason) };
  }
  const reply = await client.ask({ name, type }, (message) => readAnswer(message, name, type));
  if (reply.kind !== 'no-help') return reply;
  return { kind: 'answer', answer: failed(reply.failure, noHelpReason(reply, question(name, type, asked))) };
}
