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

/**
 * The record to begin with: watch, and have reports sent (RFC 9989 §5.1.4). Without an MX of its own the domain has
 * nowhere to get them; a null MX says that there is no mail at all.
 */
export function firstRecord(domain: string, mail: 'taken' | 'none' | 'refused'): string {
  if (mail === 'refused') return 'v=DMARC1; p=reject';
  return mail === 'none' ? 'v=DMARC1; p=none' : `v=DMARC1; p=none; rua=mailto:dmarc-reports@${domain}`;
}

/** What to do about it, in words. */
export function firstRecordFix(name: string, value: string): string {
  if (value.includes('p=reject')) return `publish \`${value}\` at \`${name}\`: the domain says that it has no mail`;
  const reports = value.includes('rua=')
    ? 'with the address of a mailbox that you read, or of a report service'
    : 'with a `rua=` that names a mailbox elsewhere; `p=reject` instead where nothing sends in its name';
  return `publish a record at \`${name}\`, ${reports}`;
}
