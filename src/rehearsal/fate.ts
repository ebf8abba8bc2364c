import type { DmarcPolicy } from '../protocols/dmarc.ts';
import type { Signature } from '../streams/signature.ts';
import type { Applied } from './policies.ts';
import type { Results } from './results.ts';

/** What receivers do with a message by the letter of the policy; `open` where the reports do not decide it. */
export type Fate = 'delivered' | 'quarantined' | 'refused' | 'open';

const BY_POLICY: Readonly<Record<DmarcPolicy, Fate>> = {
  none: 'delivered',
  quarantine: 'quarantined',
  reject: 'refused',
};

export function fateOf(dmarc: Results['dmarc'], policy: Applied): Fate {
  if (dmarc === 'pass' || policy.state === 'absent') return 'delivered';
  if (policy.state === 'unknown') return 'open';
  return dmarc === 'unknown' && policy.effective !== 'none' ? 'open' : BY_POLICY[policy.effective];
}

/** The same if the From domain does not exist; undefined where that is known, or makes no difference. */
export function fateIfMissing(dmarc: Results['dmarc'], policy: Applied): Fate | undefined {
  if (dmarc !== 'fail' || policy.state !== 'found' || policy.ifMissing === undefined) return undefined;
  return BY_POLICY[policy.ifMissing];
}

/**
 * Override types with which receivers say that they would not do what the policy asks (RFC 7489 App. C, RFC 9990 §2):
 * they know the forwarder or the list, trust its ARC seal, or have rules of their own.
 */
const LENIENT: ReadonlySet<string> = new Set([
  'mailing_list',
  'trusted_forwarder',
  'forwarded',
  'arc=pass',
  'local_policy',
]);
export const isOverridden = ({ overrides }: Signature): boolean => overrides.some((word) => LENIENT.has(word));
