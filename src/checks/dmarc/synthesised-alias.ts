import type { Settled } from '../../core/facts.ts';
import type { DmarcAnswer } from '../../dmarc-policy/answers.ts';
import type { Wildcards } from '../../sources/wildcards.ts';

/**
 * How the CNAME at a `_dmarc` name came about: `wildcard`, a wildcard answers there as everywhere (RFC 4592), and the
 * name holds no record that anybody could remove; `unknown`, the wildcard could not be asked.
 */
export function originOfAlias({ via }: DmarcAnswer, wildcards: Settled<Wildcards>): 'record' | 'wildcard' | 'unknown' {
  if (wildcards.state === 'absent') return 'record';
  const { subdomain } = wildcards.value;
  if (subdomain.unread !== undefined) return 'unknown';
  return via[0] !== undefined && subdomain.via[0] === via[0] ? 'wildcard' : 'record';
}
