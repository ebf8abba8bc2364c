import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { ImapTransport, ImapTransportSocket } from 'imapflow';
import { connectTo } from '../connect.ts';
import type { ServiceFailed } from '../services.ts';
import { certificateFault } from '../tls/faults.ts';
import { clientContext, handshake, startHandshake, type Session } from '../tls/handshake.ts';
import { serviceFailed } from '../under-way.ts';
import type { ImapServer } from '../imap.ts';

/**
 * The connection under the library: ours, so that it is the certificate's fault that is told, and not that of a library
 * that knows one word for all of them. Nobody goes on with a certificate that does not hold.
 */
export type Connected =
  | { readonly status: 'ok'; readonly transport: ImapTransport; readonly fault: () => ServiceFailed | undefined }
  | ServiceFailed;

export async function connectToServer(server: ImapServer, signal: AbortSignal): Promise<Connected> {
  const { host, port, security, ca } = server;
  const connection = await connectTo(host, port, `${host} on port ${port}`, signal);
  if (connection.status === 'failed') return connection;
  const context = clientContext(ca);
  let fault: ServiceFailed | undefined;
  let ready: Socket | TLSSocket = connection.socket;
  if (security === 'tls') {
    const session = await handshake(connection.socket, { host, what: host, context }, signal);
    const refused = refusalOf(session, host);
    // The session's own socket first: Node does not survive that the one below is taken away from under it.
    if (refused !== undefined && session.status === 'ok') session.socket.destroy();
    if (refused !== undefined) return refused;
    if (session.status === 'ok') ready = session.socket;
  }
  const transport: ImapTransport = {
    connect(_, onConnect) {
      setImmediate(onConnect);
      return ready;
    },
    upgrade(below: ImapTransportSocket, _, onSecure) {
      const { socket, session } = startHandshake(below as Socket, { host, what: host, context }, signal);
      const decide = async (): Promise<void> => {
        fault = refusalOf(await session, host);
        if (fault === undefined) onSecure();
        else socket.destroy(new Error(fault.reason));
      };
      void decide();
      return socket;
    },
  };
  return { status: 'ok', transport, fault: () => fault };
}

function refusalOf(session: Session | ServiceFailed, host: string): ServiceFailed | undefined {
  if (session.status === 'failed') return session;
  const distrust = certificateFault(session, host);
  return distrust === undefined ? undefined : serviceFailed('certificate', distrust);
}
