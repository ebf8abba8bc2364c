import type { MailEvent } from '../event.ts';
import type { QueuedMessage } from './message.ts';
import { newQueue, type Queue } from './queue.ts';
import type { TlsConnection } from './tls.ts';

/** A TLS session, and the message it was opened for, as soon as that is known: by the hash of its queue id. */
interface Session {
  connection: TlsConnection;
  message: number | undefined;
}

/** What is known of one machine. */
export interface Machine {
  /** Its number in the reading, from 0. */
  readonly number: number;
  readonly queue: Queue;
  /** The TLS session each delivery process has open, by process id. */
  readonly sessions: Map<number, Session>;
  /** TLS is logged here (smtp_tls_loglevel 1 or more): a connection of which nothing is said had none. */
  logsTls: boolean;
  /** Ids of notifications that are announced before their own first line, since 3.11. */
  readonly notifications: Map<string, { readonly what: string; readonly time: number }>;
}

/** Processes and announcements remembered of one machine. Stops a log of invented process ids. */
export const MOST_REMEMBERED = 10_000;

/** Machines by name. The one that was asked for last is found without looking. */
export function machines(flush: (message: QueuedMessage) => void): {
  named(name: string): Machine;
  all(): Iterable<Machine>;
} {
  const known = new Map<string, Machine>();
  let last: Machine | undefined;
  let lastName = '';
  return {
    named(name) {
      if (last !== undefined && name === lastName) return last;
      let machine = known.get(name);
      if (machine === undefined) {
        machine = {
          number: known.size,
          queue: newQueue(name, flush),
          sessions: new Map(),
          logsTls: false,
          notifications: new Map(),
        };
        known.set(name, machine);
      }
      last = machine;
      lastName = name;
      return machine;
    },
    all: () => known.values(),
  };
}

export function rememberSession(machine: Machine, process: number, connection: TlsConnection): void {
  machine.logsTls = true;
  const present = machine.sessions.get(process);
  if (present !== undefined) {
    present.connection = connection;
    present.message = undefined;
    return;
  }
  if (machine.sessions.size >= MOST_REMEMBERED) machine.sessions.clear();
  machine.sessions.set(process, { connection, message: undefined });
}

/** What the process that delivered has logged of its connection to that relay. */
export function sessionTls(
  machine: Machine,
  process: number,
  relay: string,
  connectionUse: number,
  { hash }: QueuedMessage,
): MailEvent['tls'] {
  if (!machine.logsTls) return undefined;
  const session = machine.sessions.get(process);
  if (session?.connection.relay === relay) {
    if (connectionUse > 1) return session.connection.tls;
    // Another message, and no word of a session: STARTTLS failed this time, or was not offered.
    session.message ??= hash;
    if (session.message === hash) return session.connection.tls;
  }
  // A connection that is used again may have been opened by another process.
  return connectionUse === 1 ? false : undefined;
}
