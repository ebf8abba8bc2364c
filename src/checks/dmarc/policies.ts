import type { DmarcDiscovery } from '../../dmarc-policy/discover.ts';
import type { AppliedPolicy } from '../../dmarc-policy/policy.ts';
import {
  assessmentOf,
  DMARC_POLICIES,
  withoutTag,
  withTag,
  type DmarcPolicy,
  type DmarcRecord,
} from '../../protocols/dmarc.ts';
import { organisationOf } from './coverage.ts';
import { meantText } from './meant.ts';

/** What receivers are to do with failing mail of the domain: by RFC 9989, or, where that stays open, by RFC 7489. */
export function policyInForce({ walk, psl }: DmarcDiscovery): AppliedPolicy | undefined {
  return [walk.policy, psl.policy].find((policy) => policy.state === 'found');
}

export const isWeaker = (policy: DmarcPolicy, than: DmarcPolicy): boolean =>
  DMARC_POLICIES.indexOf(policy) < DMARC_POLICIES.indexOf(than);

/** The policies of the record that ask for more than watching (RFC 9989 §3.2.9), as far as they have any effect. */
export function enforcingPolicies(
  { domain, value }: { readonly domain: string; readonly value: DmarcRecord },
  discovery: DmarcDiscovery,
): { readonly tag: 'p' | 'sp' | 'np'; readonly policy: DmarcPolicy }[] {
  if (assessmentOf(value, 'treewalk')?.fallback !== false) return [];
  const organisation = organisationOf(discovery);
  const hasSubdomains = organisation.state === 'unknown' || organisation.value === domain;
  return (hasSubdomains ? (['p', 'sp', 'np'] as const) : (['p'] as const)).flatMap((tag) => {
    const policy = value[tag];
    return policy === undefined || policy === 'none' ? [] : [{ tag, policy }];
  });
}

/** The record a domain would publish itself to keep what it inherits. */
export function explicitRecord({ record, published }: AppliedPolicy): string {
  const own = ['sp', 'np', 'psd'].reduce((text, tag) => withoutTag(text, tag), meantText(record.text));
  return withTag(own, 'p', published);
}
