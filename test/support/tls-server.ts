import { createServer as createHttpsServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { TLSSocket, TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Issued } from './certificates.ts';

/** Servers on 127.0.0.1, gone when the test is. Each gives the port it listens on. */
export async function onLoopbackPort(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return (server.address() as AddressInfo).port;
}

export const tcpServer = (behave: (socket: Socket) => void): Promise<number> => onLoopbackPort(createServer(behave));

/** The chain goes out as it is given, the server's own certificate first. */
export const tlsServer = (
  chain: readonly Issued[],
  behave: (socket: TLSSocket) => void,
  options: TlsOptions = {},
): Promise<number> => onLoopbackPort(createTlsServer({ ...identity(chain), ...options }, quiet(behave)));

export const httpsServer = (
  chain: readonly Issued[],
  respond: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<number> => onLoopbackPort(createHttpsServer(identity(chain), respond));

export const identity = (chain: readonly Issued[]): { cert: string; key: string | Buffer } => ({
  cert: chain.map(({ pem }) => pem).join(''),
  key: chain[0]?.key.export({ type: 'pkcs8', format: 'pem' }) ?? '',
});

const quiet =
  (behave: (socket: TLSSocket) => void) =>
  (socket: TLSSocket): void => {
    socket.on('error', () => {});
    behave(socket);
  };

/** A port where nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Sends a text an octet at a time, for as long as somebody takes it. */
export function drip(socket: Socket, text: string, everyMs = 10): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at === text.length) clearInterval(timer);
    else socket.write(text.slice(at, ++at));
  }, everyMs);
  socket.on('close', () => clearInterval(timer));
}
