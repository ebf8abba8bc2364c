import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { ServiceFailed, TlsSession } from '../services.ts';
import { chainFaults, joined } from '../tls/faults.ts';
import { clientContext, handshake } from '../tls/handshake.ts';

export interface SessionOptions {
  readonly host: string;
  /** The other end, for people. */
  readonly other: string;
  readonly ca: readonly string[];
}

export type SmtpSession =
  | { readonly status: 'ok'; readonly socket: TLSSocket; readonly tls: TlsSession }
  | ServiceFailed;

/**
 * The TLS session a sending server gets: mail takes whatever there is rather than go in the clear (RFC 7435), so the
 * old versions (RFC 8996) and small keys are seen and told, not refused.
 */
const TAKES_ANYTHING = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;

export async function sessionOf(
  below: Socket,
  { host, other, ca }: SessionOptions,
  signal: AbortSignal,
): Promise<SmtpSession> {
  const context = clientContext(ca, TAKES_ANYTHING);
  const session = await handshake(below, { host: host.replace(/\.$/, ''), what: other, context }, signal);
  if (session.status === 'failed') return session;
  const { socket, chain, verdict } = session;
  const faults = chainFaults(chain, verdict, new Date());
  const tls: TlsSession = {
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().standardName,
    certificates: chain.map(({ raw }) => raw.toString('base64')),
    distrust: faults.length === 0 ? '' : `the certificate ${joined(faults)}`,
  };
  return { status: 'ok', socket, tls };
}
