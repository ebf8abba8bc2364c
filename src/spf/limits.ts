/** Processing limits of RFC 7208 §4.6.4: what keeps a record from being used to flood somebody's name servers. */
export interface SpfLimits {
  /** Terms that ask the DNS: include, a, mx, ptr, exists, redirect, and every use of `%{p}`. */
  readonly lookups: number;
  /** Questions that find nothing. */
  readonly voids: number;
  /** Hosts of one `mx` whose addresses are asked for; one more is a permerror. */
  readonly mxHosts: number;
  /** Names of the client whose addresses are asked for; the rest is ignored. */
  readonly ptrNames: number;
  /**
   * Whether an MX host without address counts as a void lookup. The standard counts "terms" whose queries find
   * nothing; some receivers take that to mean every query (pyspf, mox), others the first query of each term.
   */
  readonly countMxHostVoids: boolean;
}

export const SPF_LIMITS: SpfLimits = { lookups: 10, voids: 2, mxHosts: 10, ptrNames: 10, countMxHostVoids: true };
