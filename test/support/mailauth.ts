import { spf } from 'mailauth/lib/spf/index.js';
// @ts-expect-error -- mailauth types its doors only, not its grammar
import { validateTerms } from 'mailauth/lib/spf/syntax.js';
import type { Answer, Dns, RecordType } from '../../src/net/net.ts';

/** The shape mailauth takes from `dns.promises.resolve`. */
type Resolver = (name: string, type: string) => Promise<unknown[]>;

/** Our world in the shape of mailauth's resolver: arrays, and errors with the codes of node:dns. */
export function mailauthResolver(net: Dns): Resolver {
  return async (name, type) => {
    const answer: Answer = await net.resolve(name.toLowerCase().replace(/\.$/, ''), type as RecordType);
    if (answer.status !== 'ok')
      throw Object.assign(new Error(`${answer.status} ${name} ${type}`), { code: codeOf(answer) });
    return answer.records.map((record) => {
      if (record.type === 'TXT') return [...record.strings];
      if (record.type === 'MX') return { priority: record.preference, exchange: record.exchange };
      if (record.type === 'A' || record.type === 'AAAA') return record.address;
      return record.type === 'PTR' ? record.target : '';
    });
  };
}

function codeOf(answer: Exclude<Answer, { status: 'ok' }>): string {
  if (answer.status !== 'failed') return answer.status === 'nodata' ? 'ENODATA' : 'ENOTFOUND';
  if (answer.failure === 'timeout') return 'ETIMEOUT';
  return answer.failure === 'name' ? 'EBADNAME' : 'ESERVFAIL';
}

export interface SecondOpinion {
  readonly result: string;
  readonly explanation: string | undefined;
  readonly lookups: number;
  readonly voids: number;
}

/** What mailauth makes of the same question, strictly by RFC 7208. */
export async function mailauthSpf(
  net: Dns,
  query: { ip: string; sender: string; helo: string; receiver: string },
  limits: { lookups?: number; voids?: number } = {},
): Promise<SecondOpinion> {
  const { ip, sender, helo, receiver } = query;
  const answer = await spf({
    ip,
    sender,
    helo,
    mta: receiver,
    strict: true,
    // Its types leave out what MX questions are answered with.
    resolver: mailauthResolver(net) as NonNullable<Parameters<typeof spf>[0]['resolver']>,
    ...(limits.lookups === undefined ? {} : { maxResolveCount: limits.lookups }),
    ...(limits.voids === undefined ? {} : { maxVoidCount: limits.voids }),
  });
  const { count = 0, void: voids = 0 } = answer.lookups ?? {};
  return { result: answer.status.result, explanation: answer.explanation, lookups: count, voids };
}

/** Whether mailauth's grammar refuses the terms of a record. */
export const mailauthRefuses = (text: string): boolean =>
  /[^\x20-\x7E]/.test(text) ||
  validateTerms(
    text
      .split(' ')
      .filter((term) => term !== '')
      .slice(1),
  ) !== false;
