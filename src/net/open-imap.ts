import type { ImapFailed, ImapLogin, ImapServer, ImapSession } from './imap.ts';

/** Connects and logs in. `interrupted` ends whatever is under way, also later. */
export async function openImap(
  server: ImapServer,
  login: ImapLogin,
  interrupted: AbortSignal,
): Promise<{ readonly status: 'ok'; readonly session: ImapSession } | ImapFailed> {
  // The library is loaded by those who fetch alone.
  const { openSession } = await import('./imap/session.ts');
  return openSession(server, login, interrupted);
}
