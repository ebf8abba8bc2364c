import type { AppliedPolicy, PolicyOutcome } from './policy.ts';
import type { OrgDomain } from './walk.ts';

/** What the receivers of one kind come to. */
export interface Found {
  readonly orgDomain: OrgDomain;
  readonly policy: PolicyOutcome;
}

/** Something on which receivers that walk the tree and those with the public suffix list disagree. */
export interface Difference {
  /**
   * - `org-domain`: which domains are aligned in relaxed mode
   * - `policy-domain`: whose record applies, or whether one does
   * - `policy`: what to do with mail that fails; `percent`: with how much of it
   */
  readonly kind: 'org-domain' | 'policy-domain' | 'policy' | 'percent';
  /** What receivers after RFC 9989 take: a domain, a policy, a percentage, or `none at all`. */
  readonly walk: string;
  /** What receivers after RFC 7489 take. */
  readonly psl: string;
  /** Both in one phrase. */
  readonly phrase: string;
}

/** Differences between what the two kinds of receivers find, as far as both are known. */
export function differencesBetween(walk: Found, psl: Found): Difference[] {
  return [...orgDomainDifference(walk, psl), ...policyDifferences(walk.policy, psl.policy)];
}

function orgDomainDifference(walk: Found, psl: Found): Difference[] {
  if (walk.orgDomain.state === 'unknown' || psl.orgDomain.state === 'unknown') return [];
  const [walked, listed] = [walk.orgDomain.value, psl.orgDomain.value];
  if (walked === listed) return [];
  const phrase = `the organisational domain is ${walked} by tree walk (RFC 9989) and ${listed} by public suffix list (RFC 7489)`;
  return [{ kind: 'org-domain', walk: walked, psl: listed, phrase }];
}

function policyDifferences(walk: PolicyOutcome, psl: PolicyOutcome): Difference[] {
  if (walk.state === 'unknown' || psl.state === 'unknown') return [];
  const [walkDomain, pslDomain] = [policyDomain(walk), policyDomain(psl)];
  const differences: Difference[] = [];
  if (walkDomain !== pslDomain) {
    const phrase = `by tree walk (RFC 9989) ${recordPhrase(walkDomain)}, by public suffix list (RFC 7489) ${recordPhrase(pslDomain)}`;
    differences.push({ kind: 'policy-domain', walk: walkDomain ?? NONE, psl: pslDomain ?? NONE, phrase });
  }
  if (walk.state !== 'found' || psl.state !== 'found') return differences;
  if (walk.effective !== psl.effective) {
    const phrase = `receivers after RFC 9989 apply ${policyPhrase(walk)}, those after RFC 7489 ${policyPhrase(psl)}`;
    differences.push({ kind: 'policy', walk: walk.effective, psl: psl.effective, phrase });
  }
  // A share of "none" is nothing.
  if (walk.percent !== psl.percent && psl.published !== 'none') {
    const phrase = `receivers after RFC 9989 apply the policy to all failing mail, those after RFC 7489 to ${psl.percent} % of it`;
    differences.push({ kind: 'percent', walk: `${walk.percent}`, psl: `${psl.percent}`, phrase });
  }
  return differences;
}

const NONE = 'none at all';

const policyDomain = (outcome: PolicyOutcome): string | undefined =>
  outcome.state === 'found' ? outcome.domain : undefined;

const recordPhrase = (domain: string | undefined): string =>
  domain === undefined ? 'no record applies' : `the record of ${domain} applies`;

const policyPhrase = ({ effective, published, tag }: AppliedPolicy): string =>
  effective === published ? `${tag}=${effective}` : `${effective} (${published}, one level down for t=y)`;
