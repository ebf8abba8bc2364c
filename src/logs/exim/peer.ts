import { isInside, isSubmission, isWrittenOut } from '../relay-place.ts';
import type { MailEvent } from '../event.ts';
import type { LoggedHost } from './fields.ts';

/** The router of Exim's own example and of Debian's dc_eximconfig_configtype `smarthost` and `satellite`, and their transports. */
const SMART_HOST = /smart_?host|smart_?relay/i;

/** A name that is not this machine's own. */
const ELSEWHERE = /^(?!localhost\b)[\w-]+\.[\w.-]+$/i;

/** Where a delivery went: without a host, into a mailbox or a program here; to a smart host or a host inside; or out. */
export function hopOf(host: LoggedHost | undefined, router = '', transport = '', reply = ''): MailEvent['hop'] {
  // Who shows a log to others may have taken the address out.
  if (host === undefined || (host.ip === undefined && !ELSEWHERE.test(host.name))) return 'local';
  if (SMART_HOST.test(router) || SMART_HOST.test(transport)) return 'relay';
  if (host.ip === undefined || !isInside(host.ip)) return isSubmission(host.port) ? 'relay' : 'mx';
  // Dovecot on a socket of this machine: it has no queue to take it into.
  return /lmtp/i.test(transport) && !/\bqueued as\b/.test(reply) ? 'local' : 'relay';
}

export function peerOf({ name, ip, port }: LoggedHost): NonNullable<MailEvent['relay']> {
  const peer: { host?: string; ip?: string; port?: number } = {};
  if (name !== '') peer.host = name;
  if (ip !== undefined && isWrittenOut(ip)) peer.ip = ip;
  if (port !== undefined) peer.port = port;
  return peer;
}

/** `TLS1.3:TLS_AES_256_GCM_SHA384:256`, `TLSv1.2:…`, `TLS-1.0:…`; `*` for a resumed session. */
const CIPHER = /^TLS[v-]?(\d(?:\.\d)?)(?::([^:*]+))?/;

/** `X=` and `CV=`; undefined where neither says anything. `TLSv1.3` is how everybody else writes it. */
export function tlsOf(cipher: string | undefined, verified: string | undefined): MailEvent['tls'] {
  if (cipher === undefined) return undefined;
  const match = CIPHER.exec(cipher);
  const tls: { version?: string; cipher?: string; verified?: boolean } = {};
  if (match === null) tls.cipher = cipher;
  else {
    tls.version = `TLSv${match[1]}`;
    if (match[2] !== undefined) tls.cipher = match[2];
  }
  if (verified !== undefined) tls.verified = verified === 'yes' || verified === 'dane';
  return tls;
}
