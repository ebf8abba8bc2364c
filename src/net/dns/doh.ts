import { answers, encodeQuery, readMessage } from './message.ts';
import type { Query, Question } from './message.ts';
import type { DohServer } from './servers.ts';
import { closed, malformed, networkFailure, startDeadline } from './transport.ts';
import type { Reply, Transport } from './transport.ts';

const DNS_MESSAGE = 'application/dns-message'; // RFC 8484 §6
/** No DNS message is larger; a body without end would fill the memory. */
const LARGEST_MESSAGE = 0xffff;

/** Asks a server over HTTPS (RFC 8484). */
export function dohTransport(server: DohServer, timeoutMs: number): Transport {
  const underWay = new Set<AbortController>();
  let isClosed = false;
  return {
    async ask(question: Question, edns: boolean) {
      if (isClosed) return closed;
      // Id 0: HTTP matches answers to questions, and caches along the way need equal bytes (RFC 8484 §4.1)
      const query = encodeQuery(question, 0, edns);
      const abort = new AbortController();
      underWay.add(abort);
      let expired = false;
      const stop = startDeadline(timeoutMs, () => {
        expired = true;
        abort.abort();
      });
      try {
        return await post(server.url, query, abort.signal);
      } catch (error) {
        if (expired) return { kind: 'timeout' };
        if (abort.signal.aborted) return closed;
        return networkFailure(error instanceof Error && error.cause ? error.cause : error);
      } finally {
        stop();
        underWay.delete(abort);
      }
    },
    close() {
      isClosed = true;
      for (const abort of underWay) abort.abort();
    },
  };
}

async function post(url: string, query: Query, signal: AbortSignal): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: DNS_MESSAGE, 'content-type': DNS_MESSAGE },
    body: new Uint8Array(query.bytes),
    redirect: 'error',
    signal,
  });
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (response.status !== 200 || type !== DNS_MESSAGE) {
    await response.body?.cancel();
    if (response.status >= 400 && response.status < 500) return { kind: 'refused', what: `HTTP ${response.status}` };
    const what =
      response.status === 200 ? `${type || 'no content type'} instead of ${DNS_MESSAGE}` : `HTTP ${response.status}`;
    return { kind: 'malformed', what };
  }
  const bytes = await readBody(response);
  if (!bytes || !answers(bytes, query)) return malformed;
  const message = readMessage(bytes, query);
  return message && !message.truncated ? { kind: 'message', message } : malformed;
}

/** Undefined where the body is larger than any DNS message. */
async function readBody(response: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_MESSAGE) return undefined; // leaving the loop cancels the body
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
