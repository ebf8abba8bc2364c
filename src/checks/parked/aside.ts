import type { Settled } from '../../core/facts.ts';

/**
 * Whether the domain is said to be parked, so that another check says what it should publish: what a domain with mail
 * needs would be wrong advice for it.
 */
export function standsAside(
  parked: Settled<true>,
  check: string,
  findings: { notApplicable(reason: string): void },
): boolean {
  if (parked.state === 'absent') return false;
  findings.notApplicable(`the domain is said to be parked, see ${check}`);
  return true;
}
