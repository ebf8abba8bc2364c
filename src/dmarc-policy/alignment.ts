import type { AlignmentMode } from '../protocols/dmarc.ts';
import { pslOrgDomain } from './psl.ts';
import type { OrgDomain } from './walk.ts';

export type Alignment = 'aligned' | 'unaligned' | 'unknown';

/**
 * Whether a domain that passed SPF or DKIM is aligned with the author domain (RFC 9989 §4.10.2): the same domain, or,
 * relaxed, the same organisational domain. Unknown where an organisational domain is not known and they could be equal.
 * Domains as `domainName` gives them.
 */
export function alignmentOf(
  mode: AlignmentMode,
  author: string,
  identifier: string,
  orgDomainOf: (domain: string) => OrgDomain,
): Alignment {
  if (author === identifier) return 'aligned';
  if (mode === 's') return 'unaligned';
  const [ours, theirs] = [orgDomainOf(author), orgDomainOf(identifier)];
  if (ours.state === 'found' && theirs.state === 'found') return ours.value === theirs.value ? 'aligned' : 'unaligned';
  return possibleOf(ours).some((domain) => possibleOf(theirs).includes(domain)) ? 'unknown' : 'unaligned';
}

/** The same by the public suffix list (RFC 7489 §3.1); needs no DNS. */
export const alignmentByPsl = (mode: AlignmentMode, author: string, identifier: string): 'aligned' | 'unaligned' =>
  author === identifier || (mode === 'r' && pslOrgDomain(author) === pslOrgDomain(identifier))
    ? 'aligned'
    : 'unaligned';

const possibleOf = (org: OrgDomain): readonly string[] => (org.state === 'found' ? [org.value] : org.possible);
