import type { Net } from '../net/net.ts';
import type { FetchLimits } from '../net/services.ts';
import { isUnrecorded } from './asked-again.ts';

/** A world, and what the audits of domains asked of it. */
export interface Watched {
  /** What it answered: the very objects, so that a question is known by its answer. */
  readonly answers: ReadonlySet<object>;
  /** With which limits pages were asked for, by their answers. */
  readonly limits: ReadonlyMap<object, FetchLimits>;
  /** The world as the audit of one domain is to have it. */
  netFor(domain: string): Net;
  /** Why it had no answer for that audit, where it does not hold the question. */
  unrecordedFor(domain: string): ReadonlySet<string>;
}

/** Passes questions through and keeps what came back. */
export function watched(below: Net): Watched {
  const answers = new Set<object>();
  const limits = new Map<object, FetchLimits>();
  const reasons = new Map<string, Set<string>>();
  return {
    answers,
    limits,
    unrecordedFor: (domain) => reasons.get(domain) ?? new Set(),
    netFor(domain) {
      const unrecorded = reasons.get(domain) ?? new Set<string>();
      reasons.set(domain, unrecorded);
      async function keep<A extends { readonly status: string }>(asking: Promise<A>, limit?: FetchLimits): Promise<A> {
        const answer = await asking;
        answers.add(answer);
        if (limit !== undefined) limits.set(answer, limit);
        if (!isUnrecorded(answer)) return answer;
        unrecorded.add(answer.reason);
        // Some facts are absent where a zone file does not reach; here, what is not held must never pass for not there.
        return { ...answer, failure: 'network' };
      }
      return {
        resolve: (name, type) => keep(below.resolve(name, type)),
        fetchText: (url, limit) => keep(below.fetchText(url, limit), limit),
        probeSmtp: (host, address) => keep(below.probeSmtp(host, address)),
        askServer: (server, name, type) => keep(below.askServer(server, name, type)),
        close: () => below.close(),
      };
    },
  };
}
