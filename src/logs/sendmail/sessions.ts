import { ownCopy } from '../../core/own-copy.ts';
import type { Draft, MailEvent } from '../event.ts';
import { fieldsIn } from './lines.ts';

/** What a process has logged of its connections: lines without a queue id, or under one that is not used. */
export interface Sessions {
  /** Remembers what a line says of one; false where it says something else. */
  learn(process: string, text: string): boolean;
  /** Login of the client that the process took the message from. */
  login(process: string): string | undefined;
  /** TLS to that host; false where the machine logs TLS, and nothing is said of it. */
  tlsTo(process: string, relay: MailEvent['relay']): Draft['tls'];
}

/** Processes remembered. Stops a log of invented process ids. */
const MOST_REMEMBERED = 10_000;
const CLIENT_TLS = /^STARTTLS=client, relay=([^,]*), (.*)$/;
const SERVER_AUTH = /^AUTH=server, (?:.*, )?authid=([^,]+),/;

export function sessions(): Sessions {
  const logins = new Map<string, string>();
  const connections = new Map<string, { readonly relay: string; readonly tls: NonNullable<Draft['tls']> }>();
  let logsTls = false;
  return {
    learn(process, text) {
      const login = SERVER_AUTH.exec(text);
      if (login !== null) {
        remember(logins, process, ownCopy(login[1] ?? ''));
        return true;
      }
      const match = CLIENT_TLS.exec(text);
      if (match === null) return false;
      const [, relay = '', rest = ''] = match;
      const fields = fieldsIn(`, ${rest}`);
      const version = fields.get('version');
      const cipher = fields.get('cipher');
      // Errors are told in lines of the same kind.
      if (version === undefined || cipher === undefined) return true;
      logsTls = true;
      const tls = { version: ownCopy(version), cipher: ownCopy(cipher), verified: isVerified(fields.get('verify')) };
      remember(connections, process, { relay: ownCopy(hostOf(relay)), tls });
      return true;
    },
    login: (process) => logins.get(process),
    tlsTo(process, relay) {
      if (!logsTls || relay === undefined) return undefined;
      const session = connections.get(process);
      if (session?.relay === (relay.host ?? relay.ip)) return session?.tls;
      // A host that was not found was not spoken to.
      return relay.ip === undefined ? undefined : false;
    },
  };
}

/** `TRUSTED` is DANE's (8.16, RELEASE_NOTES). */
export const isVerified = (verify: string | undefined): boolean => verify === 'OK' || verify === 'TRUSTED';

/** `mx.example.`, `[127.0.0.1]` */
const hostOf = (relay: string): string => relay.replace(/^\[(?:IPv6:)?([^\]]*)\]$/, '$1').replace(/\.$/, '');

function remember<T>(known: Map<string, T>, process: string, value: T): void {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(process, value);
}
