import type { MailEvent } from '../event.ts';

export interface Relay {
  readonly host?: string;
  readonly ip?: string;
  readonly port?: number;
}

/** `mx.example[192.0.2.1]:25`; undefined for `none`, and for names of our own programs: `local`, `dovecot`. */
export function relayOf(text: string): Relay | undefined {
  const open = text.indexOf('[');
  const close = text.indexOf(']', open);
  if (open < 0 || close < 0) return undefined;
  const ip = text.slice(open + 1, close);
  // `mx.example[private/dovecot-lmtp]` is a socket.
  if (!/^[\d.:a-fA-F]+$/.test(ip)) return undefined;
  const host = text.slice(0, open);
  const port = text.charCodeAt(close + 1) === 0x3a ? Number(text.slice(close + 2)) : undefined;
  return { host, ip, ...(port === undefined ? {} : { port }) };
}

/** RFC 1918, RFC 4193, loopback and link-local: nobody's MX. */
const INSIDE = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;

/**
 * Where a delivery went, as far as one line tells: into a mailbox here, to a host inside, which is a filter or a smart
 * host, or out. A smart host outside looks like an MX: that takes more lines to tell.
 */
export function hopOf(service: string, relay: Relay | undefined, reply: string): NonNullable<MailEvent['hop']> {
  if (relay === undefined) return 'local';
  if (!INSIDE.test(relay.ip ?? '')) return 'mx';
  return service === 'lmtp' && !/\bqueued as\b/.test(reply) ? 'local' : 'relay';
}
