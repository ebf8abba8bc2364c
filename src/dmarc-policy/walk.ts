import type { Dns } from '../net/net.ts';
import { labels, lastLabels } from '../protocols/domain.ts';
import { askDmarc, type DmarcAnswer, type PolicyRecord } from './answers.ts';
import { policyOf, type Existence, type PolicyOutcome } from './policy.ts';

/** A longer name is cut to this many labels after the first question, against walks of a hundred (RFC 9989 §4.10 step 4). */
const LABELS_AFTER_FIRST = 7;

/** The domain that policy and alignment hang on. */
export type OrgDomain =
  | { readonly state: 'found'; readonly value: string; readonly why: OrgDomainReason }
  /** `possible`: all it could be, were the failed questions answered. */
  | { readonly state: 'unknown'; readonly reason: string; readonly possible: readonly string[] };

/**
 * Why a domain is the organisational domain (RFC 9989 §4.10.2):
 * - `psd=n`: its record says so; `below psd=y`: the record one label above says so
 * - `fewest-labels`: of the domains with a record it is the highest; `no-record`: there is none, so it is the start
 * - `public-suffix`: it is one label below a public suffix (RFC 7489 §3.2)
 */
export type OrgDomainReason = 'psd=n' | 'below psd=y' | 'fewest-labels' | 'no-record' | 'public-suffix';

/** A DNS tree walk (RFC 9989 §4.10). */
export interface TreeWalk {
  readonly start: string;
  /** The questions a receiver asks, in its order, up to where the walk stops. */
  readonly steps: readonly DmarcAnswer[];
  readonly orgDomain: OrgDomain;
}

/** Domains whose `_dmarc` names a tree walk may ask, in order; at most eight. */
export function walkDomains(start: string): string[] {
  const count = labels(start).length;
  const above = Math.min(count - 1, LABELS_AFTER_FIRST);
  return [start, ...Array.from({ length: Math.max(above, 0) }, (_, index) => lastLabels(start, above - index))];
}

/** Walks the tree from `start`. All questions are asked at once: a receiver asks one by one, with the same outcome. */
export const treeWalk = async (start: string, net: Dns): Promise<TreeWalk> =>
  walkOver(start, await Promise.all(walkDomains(start).map((domain) => askDmarc(domain, net))));

/** The walk over answers to all of `walkDomains(start)`, in their order. */
export function walkOver(start: string, answers: readonly DmarcAnswer[]): TreeWalk {
  const stop = answers.findIndex(({ record }) => record !== undefined && record.parsed.value.psd !== 'u');
  const steps = stop === -1 ? answers : answers.slice(0, stop + 1);
  return { start, steps, orgDomain: orgDomainOf(start, steps) };
}

/** Selects the organisational domain (RFC 9989 §4.10.2), in every world that the failed questions leave open. */
function orgDomainOf(start: string, steps: readonly DmarcAnswer[]): OrgDomain {
  const failed = steps.filter(({ status }) => status === 'failed');
  const possible = new Set<string>();
  let highest = new Set([start]);
  let chosen: { readonly value: string; readonly why: OrgDomainReason } = { value: start, why: 'no-record' };
  for (const [index, { domain, status, record }] of steps.entries()) {
    // Not the step before: a long start skips labels.
    const below = index === 0 ? undefined : lastLabels(start, labels(domain).length + 1);
    if (status === 'failed') {
      // It may hold psd=n, psd=y, a plain record, or none.
      possible.add(domain);
      if (below !== undefined) possible.add(below);
      highest = new Set([...highest, domain]);
      continue;
    }
    if (record === undefined) continue;
    const { psd } = record.parsed.value;
    // psd=y means nothing at the start: there is no domain below it in this walk.
    const value = psd === 'y' && below !== undefined ? below : domain;
    chosen = { value, why: psd === 'n' ? 'psd=n' : value === below ? 'below psd=y' : 'fewest-labels' };
    highest = new Set([value]);
  }
  for (const domain of highest) possible.add(domain);
  if (failed.length === 0 || possible.size === 1) return { state: 'found', ...chosen };
  return { state: 'unknown', reason: reasonsOf(failed), possible: [...possible] };
}

/**
 * The policy for mail from the domain where the walk started (RFC 9989 §4.10.1). Its own record decides whatever else
 * failed. Without one, every failed question up to the walk's end leaves it open, for each could hold the record of
 * the organisational domain.
 */
export function walkPolicy(walk: TreeWalk, existence: Existence): PolicyOutcome {
  const own = walk.steps[0];
  if (own !== undefined && hasRecord(own)) return policyOf(own, walk.start, existence, 'treewalk');
  const failed = walk.steps.filter(({ status }) => status === 'failed');
  if (failed.length > 0 || walk.orgDomain.state === 'unknown') return { state: 'unknown', reason: reasonsOf(failed) };

  const org = walk.orgDomain.value;
  const records = walk.steps.filter((step) => hasRecord(step));
  const publicSuffix = records.find((step) => step.record.parsed.value.psd === 'y');
  const decisive = records.find(({ domain }) => domain === org) ?? publicSuffix;
  return decisive === undefined ? { state: 'absent' } : policyOf(decisive, walk.start, existence, 'treewalk');
}

const hasRecord = (answer: DmarcAnswer): answer is DmarcAnswer & { readonly record: PolicyRecord } =>
  answer.record !== undefined;

const reasonsOf = (failed: readonly DmarcAnswer[]): string =>
  [...new Set(failed.map(({ name, reason }) => reason ?? `no answer for ${name} TXT`))].join('; ');
