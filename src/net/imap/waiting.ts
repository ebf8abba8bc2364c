import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapSession } from '../imap.ts';
import type { Within } from './within.ts';

/** Between one IDLE and the next: a server that ends each at once is not asked without a pause. */
const BREATH_MS = 1000;

/** Waiting for mail: IDLE, or NOOP every two minutes where the server has none, which is the library's own way. */
export function waitingCommands({ client, server: { host }, attempt, words }: Within): Pick<ImapSession, 'news'> {
  // Mail may come while the last is still being read.
  let isThere = false;
  client.on('exists', ({ count, prevCount }) => (isThere ||= count > prevCount));
  return {
    async news(ms, interrupted) {
      const waiting = new AbortController();
      const stop = (): void => waiting.abort();
      const timer = setTimeout(stop, ms);
      interrupted.addEventListener('abort', stop, { once: true });
      client.once('close', stop);
      const arrival = once(client, 'exists', { signal: waiting.signal }).catch(() => {});
      void idling(waiting.signal).catch(stop);
      try {
        if (!isThere && !interrupted.aborted) await arrival;
      } finally {
        stop();
        clearTimeout(timer);
        interrupted.removeEventListener('abort', stop);
        client.off('close', stop);
        isThere = false;
      }
      if (!client.usable) return words.failed(`no news from ${host}`, undefined);
      // Ends IDLE, and shows that the server is still there.
      return attempt(`no news from ${host}`, async () => {
        await client.noop();
        return { status: 'ok' } as const;
      });
    },
  };

  /** The library ends IDLE to see whether a server that says nothing is still there. */
  async function idling(until: AbortSignal): Promise<void> {
    while (!until.aborted && client.usable) {
      await client.idle();
      await sleep(BREATH_MS, undefined, { signal: until }).catch(() => {});
    }
  }
}
