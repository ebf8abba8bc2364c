import { cannotBeAsked, chase, failed, question } from './chase.ts';
import type { Step } from './chase.ts';
import { dnsClient } from './dns/client.ts';
import type { DnsClient } from './dns/client.ts';
import { inFlightLimit } from './dns/in-flight.ts';
import type { Net, RecordType } from './net.ts';
import { questionName } from './question-name.ts';
import { noServices } from './services.ts';
import { systemServers } from './dns/servers.ts';
import type { Server } from './dns/servers.ts';

export interface LiveOptions {
  /** The system's own where not given. */
  readonly servers?: readonly Server[];
  /** For each try; 2 s unless told. */
  readonly timeoutMs?: number;
  /** Per question, over all servers; 3 unless told. */
  readonly tries?: number;
  /** Questions on their way at once; 64 unless told. */
  readonly inFlight?: number;
}

/** The live world: asks name servers over UDP, TCP or HTTPS. Throws a UserError where there is no server to ask. */
export function liveNet(options: LiveOptions = {}): Net {
  const { servers = systemServers(), timeoutMs = 2000, tries = 3, inFlight = 64 } = options;
  const client = dnsClient({ servers, timeoutMs, tries });
  const limited = inFlightLimit(inFlight);
  return {
    ...noServices((what) => `not yet: ${what}`),
    async resolve(name, type) {
      const asked = questionName(name);
      if (asked === undefined) return cannotBeAsked(name, type);
      return limited(() => chase(asked, type, (at) => step(client, at, type, asked)));
    },
    async close() {
      client.close();
    },
  };
}

async function step<T extends RecordType>(client: DnsClient, name: string, type: T, asked: string): Promise<Step<T>> {
  // Names are kept as text, where a dot inside a label would part it
  if (name.includes('\\.') && name !== asked) {
    const reason = `${asked} is an alias of ${name}, which cannot be asked for`;
    return { kind: 'answer', answer: failed('name', reason) };
  }
  const reply = await client.ask(name, type);
  if (reply.kind !== 'no-help') return reply;
  return { kind: 'answer', answer: failed(reply.failure, `${reply.what} for ${question(name, type, asked)}`) };
}
