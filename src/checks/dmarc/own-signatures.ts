import type { Settled } from '../../core/facts.ts';
import type { DmarcDiscovery } from '../../dmarc-policy/discover.ts';
import type { AlignmentMode } from '../../protocols/dmarc.ts';
import { isAboveUs, listedOrganisation, organisationOf } from './coverage.ts';
import { policyInForce } from './policies.ts';

/**
 * Whether only signatures of the very domain are aligned with it (RFC 9989 §4.4.1): in strict mode, or where it is the
 * organisational domain. Below that, relaxed, a key of the organisation signs for it as well.
 */
export const needsOwnSignatures = (discovery: DmarcDiscovery, adkim: AlignmentMode): boolean =>
  adkim === 's' || isOrganisation(discovery);

function isOrganisation(discovery: DmarcDiscovery): boolean {
  const organisation = organisationOf(discovery);
  return organisation.state === 'found' && organisation.value === discovery.domain;
}

/**
 * Whose affair a missing key is: `enforcement`, a policy of ours is in force, and dmarc/signatures tells; `organisation`,
 * one above may sign; `strict`, it might, but for the record; `domain`, its own.
 */
export function scopeOfKeys(dmarc: Settled<DmarcDiscovery>): 'enforcement' | 'organisation' | 'strict' | 'domain' {
  if (dmarc.state === 'absent') return 'domain';
  const policy = policyInForce(dmarc.value);
  // Without a record the walk knows no organisation (RFC 9989 §4.10.2), but with the first one there will be one.
  if (policy === undefined) return listedOrganisation(dmarc.value) === dmarc.value.domain ? 'domain' : 'organisation';
  if (!needsOwnSignatures(dmarc.value, policy.record.parsed.value.adkim)) return 'organisation';
  if (policy.effective !== 'none' && !isAboveUs(policy.domain, dmarc.value)) return 'enforcement';
  return isOrganisation(dmarc.value) ? 'domain' : 'strict';
}
