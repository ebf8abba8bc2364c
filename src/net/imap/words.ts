import { redact } from '../../core/redact.ts';
import { serverWords } from '../smtp/replies.ts';
import { broken } from '../under-way.ts';
import type { ImapFailed, ImapLogin } from '../imap.ts';

/** What the library and the server say, as what went wrong. */
export interface Words {
  /** `what` did not happen, as a phrase: `no list of mails from mail.example.com`. */
  failed(what: string, error: unknown): ImapFailed;
  refused(what: string, said: string | undefined): ImapFailed;
  /** The server takes no secret of this kind. */
  noWayIn(): ImapFailed;
}

interface Speakers {
  readonly host: string;
  readonly login: ImapLogin;
  readonly signal: AbortSignal;
  /** What broke the connection, where that was seen before whatever was waiting for an answer. */
  readonly cause: () => unknown;
}

/** Not imapflow's own type: errors come from Node, too. */
interface Told {
  readonly code?: string;
  readonly reason?: string;
  readonly responseText?: string;
  readonly responseStatus?: string;
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly message?: string;
}

/** Shorter ones are left: they would take the letters out of every other word. */
const SHORTEST_SECRET = 4;

/** Limits of ours that a server broke: nothing after that is read. */
const TOO_MUCH: Readonly<Record<string, string>> = {
  LineTooLarge: 'sends a line longer than any answer is',
  LiteralTooLarge: 'announces more octets at once than were asked for',
  ResponseTooLarge: 'sends an answer longer than what was asked for',
  TooManyResponses: 'sends more answers than were asked for',
  TooManyTokens: 'sends an answer of more words than any has',
};

/** Deadlines of the library's own: ours are mostly over first. */
const TOO_SLOW: ReadonlySet<string> = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'ETIMEOUT']);

export function wordsOf({ host, login, signal, cause }: Speakers): Words {
  const { user, secret } = login;
  const hidden = [secret.text, Buffer.from(secret.text).toString('base64'), user]
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .toSorted((a, b) => b.length - a.length);

  /** Servers repeat what they were told; neither secrets nor whose mailbox it is belong into a log. */
  const said = (text: string): string => {
    const clean = hidden.reduce((rest, word) => rest.replaceAll(word, '…'), text);
    return serverWords(redact(clean));
  };
  const protocol = (what: string): ImapFailed => ({
    status: 'failed',
    failure: 'protocol',
    reason: `what answers at ${host} ${what}`,
  });

  const refused = (what: string, text: string | undefined): ImapFailed => ({
    status: 'failed',
    failure: 'refused',
    reason: `${what}: ${text === undefined || text === '' ? `${host} refuses it` : `${host} says ${said(text)}`}`,
  });

  const noWayIn = (): ImapFailed => ({
    status: 'failed',
    failure: 'login',
    reason: `${host} offers no way to log in with ${secret.kind === 'token' ? 'a token' : 'a password'}`,
  });

  return {
    refused,
    noWayIn,
    failed(what, error) {
      const told = ((signal.aborted ? undefined : error) ?? {}) as Told;
      const first = ((signal.aborted ? undefined : (cause() ?? error)) ?? {}) as Told;
      const tooMuch = TOO_MUCH[first.code ?? ''];
      if (tooMuch !== undefined) return protocol(tooMuch);
      if (first.code?.startsWith('ParserError') === true) return protocol('sends what is no IMAP');
      if (told.authenticationFailed === true)
        return told.responseText === undefined
          ? noWayIn()
          : { status: 'failed', failure: 'login', reason: `${host} refuses the login: ${said(told.responseText)}` };
      if (told.responseStatus === 'NO' || told.responseStatus === 'BAD') return refused(what, told.responseText);
      if (told.reason !== undefined && told.reason !== '')
        return { status: 'failed', failure: 'network', reason: `${host} ends the session: ${said(told.reason)}` };
      if (told.code === 'STARTTLS_INJECTION')
        return {
          status: 'failed',
          failure: 'tls',
          reason: `${host} sends something in the clear after it agreed to STARTTLS`,
        };
      if (told.tlsFailed === true)
        return { status: 'failed', failure: 'tls', reason: `${host} offers no STARTTLS, so nobody logged in` };
      if (TOO_SLOW.has(first.code ?? ''))
        return { status: 'failed', failure: 'timeout', reason: `${what}: no answer in time` };
      return broken(what, plain(first), signal);
    },
  };
}

/** The library's words for a connection that is gone, in ours. */
function plain(error: Told): unknown {
  const { code } = error;
  const isGone = code === undefined || /^(?:NoConnection|EConnectionClosed|StateLogout|ClosedAfterConnect)/.test(code);
  return isGone ? new Error('connection closed') : error;
}
