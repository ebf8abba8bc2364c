import type { Socket } from 'node:net';
import type { ServiceFailed } from '../services.ts';
import { broken, connectionClosed, serviceFailed } from '../under-way.ts';
import { replyReader } from './replies.ts';
import type { SmtpReply } from './replies.ts';

export type Heard = ({ readonly status: 'ok' } & SmtpReply) | ServiceFailed;

export interface Dialogue {
  /** The next reply; `what` it is, for people: `greeting`. */
  hear(what: string): Promise<Heard>;
  /** Sends a command, without waiting. */
  say(command: string): void;
  /** Stops listening. How many octets there were that nobody has asked for. */
  leave(): number;
}

/** A dialogue by commands and replies over a socket. `other` is the other end, for people. */
export function dialogue(socket: Socket, other: string, signal: AbortSignal): Dialogue {
  const replies = replyReader();
  let end: Error | undefined;
  let wake = (): void => {};
  const take = (chunk: Buffer): void => {
    replies.take(chunk.toString('latin1'));
    socket.pause(); // until somebody wants to hear: what nobody reads waits in the kernel, not here
    wake();
  };
  const fail = (error: Error): void => {
    end ??= error;
    wake();
  };
  const close = (): void => fail(connectionClosed);
  socket.on('data', take).on('error', fail).on('end', close).on('close', close);
  socket.pause();
  return {
    async hear(what) {
      for (;;) {
        const reply = replies.next();
        if (reply?.kind === 'reply') return { status: 'ok', ...reply };
        if (reply) return serviceFailed('protocol', `what answers at ${other} ${reply.what}`);
        if (end || signal.aborted) return broken(`no ${what} from ${other}`, end, signal);
        await new Promise<void>((resolve) => {
          wake = resolve;
          socket.resume();
        });
      }
    },
    say: (command) => void socket.write(`${command}\r\n`),
    leave() {
      socket.off('data', take).off('error', fail).off('end', close).off('close', close);
      return replies.rest() + socket.readableLength;
    },
  };
}
