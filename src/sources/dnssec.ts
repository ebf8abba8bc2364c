import { absent, found, unknown } from '../core/facts.ts';
import type { RrOf } from '../net/net.ts';
import { defineSource } from './source.ts';

/** Whether the zone is signed, and what a validating resolver makes of it (RFC 4033 §5). */
export interface Dnssec {
  /** What the parent vouches for; empty for an unsigned zone. */
  readonly signers: readonly RrOf<'DS'>[];
  /**
   * - `secure`: a resolver we trust has validated the answers; `insecure`: it has not, though there are DS records
   * - `bogus`: it refuses them, and so do all that validate, see `reason`
   * - `unsigned`: there is no DS record
   * - `unjudged`: the zone is signed, and no resolver we trust was asked (RFC 4035 §4.9.3)
   */
  readonly state: 'secure' | 'insecure' | 'bogus' | 'unsigned' | 'unjudged';
  readonly reason?: string;
}

export type Value = Dnssec;

export default defineSource<Dnssec>({
  absence: 'the domain is no zone of its own, or its parent zone is out of sight',
  async gather({ domain, net, hints }) {
    // All but the DS question are asked anyway.
    const [ds, ns, ...answers] = await Promise.all([
      net.resolve(domain, 'DS'),
      net.resolve(domain, 'NS'),
      net.resolve(domain, 'SOA'),
      net.resolve(domain, 'TXT'),
      net.resolve(domain, 'MX'),
    ]);
    const all = [ds, ns, ...answers];
    const signers = ds.status === 'ok' && ds.via.length === 0 ? ds.records : [];
    for (const answer of all)
      if (answer.status === 'failed' && answer.failure === 'bogus')
        return found({ signers, state: 'bogus', reason: answer.reason });
    if (ns.status === 'nodata' || ns.status === 'nxdomain' || (ns.status === 'ok' && ns.via.length > 0)) return absent;
    // A zone file does not hold what its parent says.
    if (ds.status === 'failed') return ds.failure === 'unrecorded' ? absent : unknown(ds.reason);
    if (ns.status === 'failed') return unknown(ns.reason);
    if (signers.length === 0) return found({ signers, state: 'unsigned' });
    if (hints.trustsResolver !== true) return found({ signers, state: 'unjudged' });
    return found({ signers, state: ns.authentic ? 'secure' : 'insecure' });
  },
});
