import { isIP } from 'node:net';
import { cannotBeAsked, failed } from '../chase.ts';
import { questionName } from '../question-name.ts';
import { serverQuestion } from '../services.ts';
import type { ServerAddress, ServerAnswer } from '../services.ts';
import { dnsClient } from './client.ts';
import type { DnsClient } from './client.ts';
import type { RecordType } from '../net.ts';
import { noHelpReason } from './no-help.ts';
import { readServerAnswer } from './server-answer.ts';

export interface ServerAskerOptions {
  /** 53 in the world. */
  readonly port: number;
  /** For each try. */
  readonly timeoutMs: number;
  readonly tries: number;
}

export interface ServerAsker {
  ask<T extends RecordType>(server: ServerAddress, name: string, type: T): Promise<ServerAnswer<T>>;
  close(): void;
}

/**
 * Asks single servers, each for what it knows itself. A question has a client of its own: there are few questions to any
 * one server, and a socket connected to it hears nobody else and learns at once that nobody listens.
 */
export function serverAsker({ port, timeoutMs, tries }: ServerAskerOptions): ServerAsker {
  const underWay = new Set<DnsClient>();
  let isClosed = false;
  return {
    async ask<T extends RecordType>(server: ServerAddress, name: string, type: T): Promise<ServerAnswer<T>> {
      const asked = questionName(name);
      if (asked === undefined) return cannotBeAsked(name, type);
      const refused = (why: string) => failed('network', `${why}, so no ${serverQuestion(server, asked, type)}`);
      if (isClosed) return refused('closed before an answer came');
      // A host name here would be looked up by the system, behind the back of our own resolver
      if (isIP(server.address) === 0) return refused(`${server.address} is no address`);
      const client = dnsClient({ servers: [{ kind: 'dns', ...server, port }], timeoutMs, tries });
      underWay.add(client);
      const reply = await client.ask({ name: asked, type, recursion: false }, (message) =>
        readServerAnswer(message, asked, type),
      );
      underWay.delete(client);
      client.close();
      return reply.kind === 'no-help'
        ? failed(reply.failure, noHelpReason(reply, `${asked || '.'} ${type}`))
        : reply.answer;
    },
    close() {
      isClosed = true;
      for (const client of underWay) client.close();
    },
  };
}
