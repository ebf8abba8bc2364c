import { networkWords, startDeadline } from './dns/transport.ts';
import type { ServiceFailed, ServiceFailure } from './services.ts';

/** Why a service was ended from outside: its signal's reason. */
export interface Ended {
  readonly failure: 'timeout' | 'network';
  readonly why: string;
}

export interface ServicesUnderWay {
  /** Milliseconds each has in all. */
  readonly timeoutMs: number;
  /** Runs a service with a signal that says when its time is over, or the world is closed. */
  run<A>(service: (signal: AbortSignal) => Promise<A>): Promise<A>;
  close(): void;
}

/** Every service has one deadline for all its steps: a server that sends an octet a second keeps no step waiting longer. */
export function servicesUnderWay(timeoutMs: number): ServicesUnderWay {
  const running = new Set<AbortController>();
  const closed: Ended = { failure: 'network', why: ': closed before an answer came' };
  const expired: Ended = { failure: 'timeout', why: ` within ${timeoutMs / 1000} s` };
  let isClosed = false;
  return {
    timeoutMs,
    async run(service) {
      const abort = new AbortController();
      if (isClosed) abort.abort(closed);
      const stop = startDeadline(timeoutMs, () => abort.abort(expired));
      running.add(abort);
      try {
        return await service(abort.signal);
      } finally {
        stop();
        running.delete(abort);
      }
    },
    close() {
      isClosed = true;
      for (const abort of running) abort.abort(closed);
    },
  };
}

export const serviceFailed = (failure: ServiceFailure, reason: string): ServiceFailed => ({
  status: 'failed',
  failure,
  reason,
});

/** What did not come (`no answer from …`), and why: the time is over, the world is closed, or what the socket said. */
export function broken(what: string, error: unknown, signal: AbortSignal): ServiceFailed {
  if (!signal.aborted) return serviceFailed('network', `${what}: ${networkWords(error)}`);
  const { failure, why } = signal.reason as Ended;
  return serviceFailed(failure, what + why);
}

/** Destroys a socket when the signal says so, until the socket is closed. Its errors are never uncaught. */
export function endWith(socket: NodeJS.EventEmitter & { destroy(): unknown }, signal: AbortSignal): void {
  const end = (): void => void socket.destroy();
  socket.on('error', () => {}); // whoever waits for something listens as well
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  socket.once('close', () => signal.removeEventListener('abort', end));
}

/** What is thrown away when a socket closes without a word of why. */
export const connectionClosed = new Error('connection closed');
