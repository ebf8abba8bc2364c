import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { startDeadline } from './dns/transport.ts';
import type { ServiceFailed } from './services.ts';
import { broken, connectionClosed, endWith, serviceFailed } from './under-way.ts';

export type Connection = { readonly status: 'ok'; readonly socket: Socket } | ServiceFailed;

/**
 * A TCP connection to an address, which is destroyed when the signal says so. `what` names the other end, for people.
 * `ms` is for connecting alone, where there are other addresses to try.
 */
export function connectTo(
  address: string,
  port: number,
  what: string,
  signal: AbortSignal,
  ms?: number,
): Promise<Connection> {
  return new Promise((resolve) => {
    const missing = `no connection to ${what}`;
    if (signal.aborted) return resolve(broken(missing, undefined, signal));
    const socket = connect({ host: address, port, noDelay: true });
    endWith(socket, signal);
    const fail = (error: unknown): void => settle(broken(missing, error, signal));
    const close = (): void => fail(connectionClosed);
    const expire = (): void => settle(serviceFailed('timeout', `${missing} within ${(ms ?? 0) / 1000} s`));
    const stop = ms === undefined ? undefined : startDeadline(ms, expire);
    const settle = (connection: Connection): void => {
      stop?.();
      socket.off('error', fail).off('close', close);
      if (connection.status === 'failed') socket.destroy();
      resolve(connection);
    };
    socket.once('error', fail).once('close', close);
    socket.once('connect', () => settle({ status: 'ok', socket }));
  });
}
