import { startDeadline } from '../dns/transport.ts';
import type { Ended } from '../under-way.ts';
import type { ImapFailed } from '../imap.ts';
import type { Words } from './words.ts';

/**
 * Does something within the patience there is with one answer, or ends the session. What comes piece by piece is handed on
 * by `ours`: the time the caller takes is not the server's, and what the caller throws comes through.
 */
export type Attempt = <A>(what: string, work: (ours: Ours) => Promise<A>) => Promise<A | ImapFailed>;
export type Ours = (work: () => Promise<void> | void) => Promise<void>;

export function attempts(words: Words, timeoutMs: number, ending: AbortController): Attempt {
  const expired: Ended = { failure: 'timeout', why: ` within ${timeoutMs / 1000} s` };
  return async (what, work) => {
    let thrown: { readonly error: unknown } | undefined;
    const start = (): (() => void) => startDeadline(timeoutMs, () => ending.abort(expired));
    let stop = start();
    const ours: Ours = async (handOn) => {
      stop();
      try {
        await handOn();
      } catch (error) {
        thrown = { error };
        throw error;
      } finally {
        stop = start();
      }
    };
    try {
      return await work(ours);
    } catch (error) {
      if (thrown !== undefined) throw thrown.error;
      return words.failed(what, error);
    } finally {
      stop();
    }
  };
}
