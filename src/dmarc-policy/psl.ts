import { hasSeveral, type DmarcAnswer, type PolicyRecord } from './answers.ts';
import { policyOf, type Existence, type PolicyOutcome } from './policy.ts';
import { organizationalDomain } from './public-suffix.ts';

/** Policy discovery with the public suffix list (RFC 7489 §6.6.3), as receivers do it that have not moved on. */
export interface PslDiscovery {
  readonly start: string;
  /** The author domain and, where that has no record, the organisational domain. */
  readonly steps: readonly DmarcAnswer[];
  readonly orgDomain: string;
}

/** The organisational domain; a public suffix, which has none, stands for itself. */
export const pslOrgDomain = (domain: string): string => organizationalDomain(domain) ?? domain;

/** The domains whose `_dmarc` names may be asked, in order; at most two. */
export const pslDomains = (start: string): string[] => [...new Set([start, pslOrgDomain(start)])];

/** The discovery over answers to all of `pslDomains(start)`, in their order. */
export function pslOver(start: string, answers: readonly DmarcAnswer[]): PslDiscovery {
  const own = answers[0];
  const ends = own === undefined || own.status === 'failed' || own.record !== undefined || hasSeveral(own);
  return { start, steps: ends ? answers.slice(0, 1) : answers, orgDomain: pslOrgDomain(start) };
}

/** The policy for mail from the author domain (RFC 7489 §6.6.3). Several records end the search: DMARC does not apply. */
export function pslPolicy({ start, steps }: PslDiscovery, existence: Existence): PolicyOutcome {
  const last = steps.at(-1);
  if (last === undefined) return { state: 'absent' };
  if (last.status === 'failed') return { state: 'unknown', reason: last.reason ?? `no answer for ${last.name} TXT` };
  if (hasSeveral(last)) return { state: 'absent', several: last.name };
  const { record } = last;
  if (record === undefined) return { state: 'absent' };
  return policyOf({ ...last, record: record satisfies PolicyRecord }, start, existence, 'psl');
}
