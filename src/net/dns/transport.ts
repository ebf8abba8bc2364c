import type { DnsMessage, Question } from './message.ts';

/** What came of asking one server once. */
export type Reply =
  | { readonly kind: 'message'; readonly message: DnsMessage }
  | { readonly kind: 'timeout'; readonly over?: 'TCP' }
  | { readonly kind: 'network'; readonly why: string; readonly over?: 'TCP' }
  /** Something answered, but not with a DNS message that can be used. */
  | { readonly kind: 'malformed' | 'refused'; readonly what: string };

/** A way to one server. Asks once; trying again is the client's affair. Never rejects. */
export interface Transport {
  ask(question: Question, edns: boolean): Promise<Reply>;
  /** Everything under way ends as `network`. */
  close(): void;
}

export const closed: Reply = { kind: 'network', why: 'closed before an answer came' };
export const malformed: Reply = { kind: 'malformed', what: 'malformed answer' };

/**
 * Calls `expire` after `ms`, but reads what has arrived first: after a long stretch of computing (a big report), the
 * event loop runs timers before sockets, and an answer that came in time would be called late. Returns the way to stop it.
 */
export function startDeadline(ms: number, expire: () => void): () => void {
  let immediate: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    immediate = setImmediate(expire);
  }, ms);
  return () => {
    clearTimeout(timer);
    if (immediate) clearImmediate(immediate);
  };
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'not permitted',
  EADDRNOTAVAIL: 'no address of this kind here',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EHOSTUNREACH: 'host unreachable',
  EINVAL: 'no such address can be reached from here',
  ENETUNREACH: 'network unreachable',
  ENOTFOUND: 'host name not found',
  EPERM: 'not permitted',
  EPIPE: 'connection closed',
  ETIMEDOUT: 'no answer',
};

/** A socket's error in words. */
export function networkWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return (code && WORDS[code]) ?? code ?? (error instanceof Error ? error.message : String(error));
}

export const networkFailure = (error: unknown, over?: 'TCP'): Reply => ({
  kind: 'network',
  why: networkWords(error),
  ...(over === undefined ? {} : { over }),
});
