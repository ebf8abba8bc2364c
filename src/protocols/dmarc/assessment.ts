import type { DmarcPolicy, DmarcRecord } from './record.ts';

/** How a receiver finds policy and organisational domain: RFC 9989's tree walk, or RFC 7489 with the public suffix list. */
export type DiscoveryMethod = 'treewalk' | 'psl';

/** The Domain Owner Assessment Policy of a record (RFC 9989 §4.7), with every fallback applied. */
export interface DmarcAssessment {
  /** For the domain the record stands at. */
  readonly p: DmarcPolicy;
  /** For domains below it that exist. */
  readonly sp: DmarcPolicy;
  /** For domains below it that do not exist. RFC 7489 makes no difference. */
  readonly np: DmarcPolicy;
  /** It reads as `p=none` because a policy tag is missing or invalid and there is somewhere to report to. */
  readonly fallback: boolean;
}

/**
 * What a record asks for, `t=y` not counted in (RFC 9989 §4.10.1, RFC 7489 §6.6.3 step 6): without a valid `p`, or with
 * an invalid `sp` or `np`, it counts as `p=none` where `rua` holds a valid URI. Undefined: DMARC does not apply.
 */
export function assessmentOf(record: DmarcRecord, method: DiscoveryMethod): DmarcAssessment | undefined {
  const { p, sp, np, invalid, rua, version } = record;
  if (!version) return undefined;
  const broken = p === undefined || invalid.includes('sp') || (method === 'treewalk' && invalid.includes('np'));
  if (!broken) return { p, sp: sp ?? p, np: (method === 'treewalk' ? np : undefined) ?? sp ?? p, fallback: false };
  if (!rua.some(({ valid }) => valid)) return undefined;
  return { p: 'none', sp: 'none', np: 'none', fallback: true };
}

/** The policy that `t=y` leaves of a policy: one level down (RFC 9989 §4.7 t). */
export const oneLevelDown = (policy: DmarcPolicy): DmarcPolicy => (policy === 'reject' ? 'quarantine' : 'none');
