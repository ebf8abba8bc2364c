import type { MailEvent } from '../event.ts';
import { type OfSpan, spanCache } from '../span-cache.ts';

type Tls = MailEvent['tls'];

/** By the field's text. */
export const tlsFieldReader = (): OfSpan<Told> => spanCache((field) => ({ tls: tlsFromField(field) }));

/** What a field says; nothing may be said by it. */
interface Told {
  readonly tls: Tls;
}

/**
 * The `tls=` field of Postfix 3.11 (RELEASE_NOTES-3.11): the level, then `:` and what it fell short by; `?` where the
 * handshake was not reached.
 */
function tlsFromField(field: string): Tls {
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

/** What a line says of a connection; null where it says something else. */
export const tlsConnectionReader = (): OfSpan<TlsConnection | null> => spanCache(tlsConnection);

function tlsConnection(text: string): TlsConnection | null {
  const match = CONNECTION.exec(text);
  if (match === null) return null;
  const [, trust, relay = '', version = '', cipher = ''] = match;
  return { relay, tls: { version, cipher, ...(trust === undefined ? {} : { verified: trust === 'Verified' }) } };
}
