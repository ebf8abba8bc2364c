import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import type { Told } from './lines.ts';

/** What lines have told of sessions, with other servers and with clients. */
export interface SmtpdSessions {
  learn(told: Told): void;
  login(session: string): string | undefined;
  /** False where TLS is logged, and nothing is said of it. */
  tls(session: string): Draft['tls'];
}

/** Sessions remembered: they last minutes. Stops a log of invented ones. */
const MOST_REMEMBERED = 10_000;

export function opensmtpdSessions(): SmtpdSessions {
  const logins = new Map<string, string>();
  const connections = new Map<string, NonNullable<Exclude<Draft['tls'], false>>>();
  let logsTls = false;
  return {
    learn(told) {
      if (told.kind === 'login') remember(logins, told.session, ownCopy(told.user));
      else if (told.kind === 'tls') {
        logsTls = true;
        const tls = { version: ownCopy(told.version), cipher: ownCopy(told.cipher) };
        // The certificate may have been looked at before.
        const before = connections.get(told.session);
        remember(connections, told.session, { ...before, ...tls });
      } else if (told.kind === 'verified')
        remember(connections, told.session, { ...connections.get(told.session), verified: true });
    },
    login: (session) => logins.get(session),
    tls: (session) => connections.get(session) ?? (logsTls ? false : undefined),
  };
}

function remember<T>(known: Map<string, T>, session: string, value: T): void {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(ownCopy(session), value);
}
