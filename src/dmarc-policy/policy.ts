import { assessmentOf, oneLevelDown, type DiscoveryMethod, type DmarcPolicy } from '../protocols/dmarc.ts';
import type { DmarcAnswer, PolicyRecord } from './answers.ts';

/** The policy that a receiver finds for mail from a domain. */
export interface AppliedPolicy {
  readonly state: 'found';
  /** The domain whose record it is. */
  readonly domain: string;
  readonly record: PolicyRecord;
  /** The record is that of a domain above. */
  readonly inherited: boolean;
  /** The rule it follows: `sp` and `np` stand for whatever they fall back to. */
  readonly tag: 'p' | 'sp' | 'np';
  /** It reads as `p=none`, because a policy tag is missing or invalid (RFC 9989 §4.10.1). */
  readonly fallback: boolean;
  /** What the record asks for. */
  readonly published: DmarcPolicy;
  /** What receivers are to do with mail that fails: one level less with `t=y`, which RFC 7489 does not know. */
  readonly effective: DmarcPolicy;
  /** Share of failing mail it is asked for, by the `pct` of RFC 7489; 100 under RFC 9989, which dropped it. */
  readonly percent: number;
}

/** What policy discovery comes to. */
export type PolicyOutcome =
  | AppliedPolicy
  /** No record: DMARC does not apply. `several` names the `_dmarc` name whose records ended the search (RFC 7489). */
  | { readonly state: 'absent'; readonly several?: string }
  /** There is a record, but without a usable policy and without anywhere to report: DMARC does not apply. */
  | { readonly state: 'inapplicable'; readonly domain: string; readonly record: PolicyRecord }
  /** A question that could have changed the outcome had no answer. */
  | { readonly state: 'unknown'; readonly reason: string };

/** Whether the author domain exists: anything but NXDOMAIN (RFC 9989 §3.2.13, App. A.4). */
export type Existence =
  | { readonly state: 'found'; readonly value: boolean }
  | { readonly state: 'unknown'; readonly reason: string };

/** What the record found at `answer` asks for mail from `author` (RFC 9989 §4.10.1; RFC 7489 §6.6.3 for `psl`). */
export function policyOf(
  answer: DmarcAnswer & { readonly record: PolicyRecord },
  author: string,
  existence: Existence,
  method: DiscoveryMethod,
): PolicyOutcome {
  const { domain, record } = answer;
  const assessment = assessmentOf(record.parsed.value, method);
  if (assessment === undefined) return { state: 'inapplicable', domain, record };

  const inherited = domain !== author;
  // Where `sp` and `np` agree, it does not matter whether the author domain exists.
  const exists = existence.state === 'found' ? existence.value : assessment.sp === assessment.np ? true : undefined;
  if (inherited && exists === undefined && existence.state === 'unknown') return existence;
  const tag = inherited ? (exists === true || method === 'psl' ? 'sp' : 'np') : 'p';
  const published = assessment[tag];
  const { testing, pct } = record.parsed.value;
  return {
    state: 'found',
    domain,
    record,
    inherited,
    tag,
    fallback: assessment.fallback,
    published,
    effective: method === 'treewalk' && testing ? oneLevelDown(published) : published,
    percent: method === 'psl' ? (pct ?? 100) : 100,
  };
}
