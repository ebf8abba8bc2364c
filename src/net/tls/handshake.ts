import type { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { connect, createSecureContext, getCACertificates } from 'node:tls';
import type { SecureContext, SecureContextOptions, TLSSocket } from 'node:tls';
import { networkWords } from '../dns/transport.ts';
import type { ServiceFailed } from '../services.ts';
import { broken, connectionClosed, endWith, serviceFailed } from '../under-way.ts';

/** A session with whoever it is: its certificate is looked at by nobody yet. */
export interface Session {
  readonly status: 'ok';
  readonly socket: TLSSocket;
  /** As it was sent, the host's own first, nothing twice. */
  readonly chain: readonly X509Certificate[];
  /** OpenSSL's word on the chain, `CERT_HAS_EXPIRED`; undefined where it leads to an authority. The host name is left out. */
  readonly verdict: string | undefined;
}

export interface HandshakeOptions {
  /** The host's name, for SNI (RFC 6066 §3). */
  readonly host: string;
  /** The other end, for people. */
  readonly what: string;
  readonly context: SecureContext;
  readonly alpn?: string;
}

/** What to take from the other side; `ca` are authorities besides those of this Node. */
export function clientContext(ca: readonly string[], options: SecureContextOptions = {}): SecureContext {
  return createSecureContext({
    ...options,
    ...(ca.length === 0 ? {} : { ca: [...getCACertificates('default'), ...ca] }),
  });
}

/** Turns a connection into a TLS session. The session is destroyed when the signal says so. */
export const handshake = (
  below: Socket,
  options: HandshakeOptions,
  signal: AbortSignal,
): Promise<Session | ServiceFailed> => startHandshake(below, options, signal).session;

/** The same, for whoever needs the socket before there is a session. */
export function startHandshake(
  below: Socket,
  { host, what, context, alpn }: HandshakeOptions,
  signal: AbortSignal,
): { readonly socket: TLSSocket; readonly session: Promise<Session | ServiceFailed> } {
  const socket = connect({
    socket: below,
    secureContext: context,
    servername: serverName(host),
    // The caller decides, so that it can say what is wrong and still see the rest
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    ...(alpn === undefined ? {} : { ALPNProtocols: [alpn] }),
  });
  endWith(socket, signal);
  const session = new Promise<Session | ServiceFailed>((resolve) => {
    const fail = (error: unknown): void => settle(noSession(`no TLS session with ${what}`, error, signal));
    const close = (): void => fail(connectionClosed);
    const settle = (result: Session | ServiceFailed): void => {
      socket.off('error', fail).off('close', close);
      if (result.status === 'failed') socket.destroy();
      resolve(result);
    };
    socket.once('error', fail).once('close', close);
    socket.once('secureConnect', () => {
      const verdict = socket.authorized ? undefined : String(socket.authorizationError);
      settle({ status: 'ok', socket, chain: sentChain(socket), verdict });
    });
  });
  return { socket, session };
}

/** SNI holds host names only (RFC 6066 §3), and data from outside may be no such thing. */
function serverName(host: string): string {
  const isHostName = host.length <= 253 && /^[a-z0-9_.-]*[a-z_-][a-z0-9_.-]*$/i.test(host);
  return isHostName ? host : '';
}

function noSession(what: string, error: unknown, signal: AbortSignal): ServiceFailed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (signal.aborted || !/^ERR_SSL|^EPROTO$/.test(code)) return broken(what, error, signal);
  const said = error instanceof Error && 'reason' in error ? String(error.reason) : networkWords(error);
  // What comes back is then no TLS record at all
  const isOther = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/.test(code);
  return serviceFailed('tls', `${what}: ${isOther ? 'what answers there does not speak TLS' : said}`);
}

/** More than any server sends, and than a TLS library takes in. */
const LONGEST_CHAIN = 32;

/**
 * Not `getPeerCertificate`, which puts the chain in order and adds what it finds among the authorities here. To be called
 * once: Node takes the chain apart as it hands it out.
 */
function sentChain(socket: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const known = new Set<string>();
  let next = socket.getPeerX509Certificate();
  for (let n = 0; next && n < LONGEST_CHAIN; n++, next = next.issuerCertificate) {
    if (known.has(next.fingerprint256)) continue;
    known.add(next.fingerprint256);
    chain.push(next);
  }
  return chain;
}
