import { domainToASCII } from 'node:url';

/** Where mails lie: a server, who asks, and a mailbox (RFC 5092). */
export interface ImapUrl {
  readonly kind: 'url';
  /** `imaps`: TLS from the first octet (RFC 8314 §3.2). */
  readonly scheme: 'imap' | 'imaps';
  /** Without the brackets of IPv6; A-labels. */
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  /** No part of the RFC's grammar, and typed all the same. */
  readonly password?: string;
  readonly mailbox?: string;
}
/** Why a text is no such URL, as a phrase that goes on behind it. It repeats nothing of it: there may be a password in it. */
export interface NoImapUrl {
  readonly kind: 'fault';
  readonly what: string;
}

const PORTS = { imap: 143, imaps: 993 } as const;
const fault = (what: string): NoImapUrl => ({ kind: 'fault', what });

/** `imaps://user@host:port/mailbox`, each part percent-encoded UTF-8. Never throws. */
export function parseImapUrl(text: string): ImapUrl | NoImapUrl {
  const [, schemeText = '', authority = '', path = ''] = /^(imaps?):\/\/([^/?#]*)([^]*)$/i.exec(text.trim()) ?? [];
  if (schemeText === '') return fault('does not begin with imaps:// or imap://');
  const scheme = schemeText.toLowerCase() === 'imaps' ? 'imaps' : 'imap';
  // The last one: people type their mail address as it is, and none of its signs stand in a host.
  const at = authority.lastIndexOf('@');
  const server = serverOf(authority.slice(at + 1), PORTS[scheme]);
  if (typeof server === 'string') return fault(server);
  const login = at === -1 ? {} : loginOf(authority.slice(0, at));
  if (typeof login === 'string') return fault(login);
  const mailbox = mailboxOf(path);
  if (typeof mailbox === 'object') return mailbox;
  return { kind: 'url', scheme, ...server, ...login, ...(mailbox === '' ? {} : { mailbox }) };
}

function serverOf(text: string, standard: number): Pick<ImapUrl, 'host' | 'port'> | string {
  const [, literal, name = '', digits] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]*))(?::(\d*))?$/i.exec(text) ?? [];
  const host = literal ?? hostName(name);
  if (host === '') return 'names no server';
  const port = digits === undefined || digits === '' ? standard : Number(digits);
  return port < 1 || port > 65_535 ? 'has no port from 1 to 65535' : { host, port };
}

const hostName = (text: string): string => {
  const name = decoded(text) ?? '';
  return /^[\w.-]+$/.test(name) ? name.toLowerCase().replace(/\.$/, '') : domainToASCII(name);
};

function loginOf(text: string): Pick<ImapUrl, 'user' | 'password'> | string {
  const colon = text.indexOf(':');
  const enclosed = colon === -1 ? text : text.slice(0, colon);
  // The way to log in is found out from the server, as `AUTH=*` says.
  const user = decoded(enclosed.replace(/;AUTH=[^;]*$/i, ''));
  const password = colon === -1 ? undefined : decoded(text.slice(colon + 1));
  if (user === undefined || (colon !== -1 && password === undefined)) return 'has a % that no two hex digits follow';
  if (hasControls(user) || hasControls(password ?? '')) return 'has control characters in it';
  return { ...(user === '' ? {} : { user }), ...(password === undefined ? {} : { password }) };
}

function mailboxOf(path: string): string | NoImapUrl {
  if (/^[^?#]*[?#]/.test(path)) return fault('has a ? or # behind the server, which a mailbox writes as %3F and %23');
  const name = path.replace(/^\//, '').replace(/\/$/, '');
  if (/;(?:uidvalidity|uid|section|partial)=/i.test(name)) return fault('names a single message, and not a mailbox');
  const mailbox = decoded(name);
  if (mailbox === undefined) return fault('has a % that no two hex digits follow');
  return hasControls(mailbox) ? fault('has control characters in it') : mailbox;
}

/** Undefined where it is not percent-encoded UTF-8. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Nobody's name or password has them, and a line end would be another command. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const hasControls = (text: string): boolean => /[\x00-\x1F\x7F]/.test(text);
