import type { MailEvent } from '../event.ts';

type Tls = MailEvent['tls'];

/**
 * The `tls=` field of Postfix 3.11 (RELEASE_NOTES-3.11): the level, then `:` and what it fell short by; `?` where the
 * handshake was not reached.
 */
export function tlsFromField(field: string): Tls {
  if (field.endsWith('?')) return undefined;
  const [level = '', shortfall] = field.split(':');
  if (level === 'none' || shortfall === 'none' || shortfall === 'nostarttls') return false;
  if (shortfall !== undefined) return { verified: false };
  return /^(?:dane|dane-only|half-dane|verify|secure|fingerprint)(?:\/|$)/.test(level) ? { verified: true } : {};
}

/** `Trusted TLS connection established to mx.example[192.0.2.1]:25: TLSv1.3 with cipher …`, smtp_tls_loglevel 1. */
const CONNECTION =
  /^(?:(Verified|Trusted|Untrusted|Anonymous) )?TLS connection (?:established|reused) to ([^ ]+): (\S+) with cipher (\S+)/;

export interface TlsConnection {
  /** As in `relay=`. */
  readonly relay: string;
  readonly tls: NonNullable<Exclude<Tls, false>>;
}

export function tlsConnection(text: string): TlsConnection | undefined {
  const match = CONNECTION.exec(text);
  if (match === null) return undefined;
  const [, trust, relay = '', version = '', cipher = ''] = match;
  return { relay, tls: { version, cipher, ...(trust === undefined ? {} : { verified: trust === 'Verified' }) } };
}
