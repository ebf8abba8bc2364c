import { absent, found, unknown } from '../core/facts.ts';
import { defineSource } from './source.ts';

/** That the name is there at all. */
export interface Existence {
  /** CNAMEs standing at the name itself; a domain with a CNAME has no records of its own (RFC 1034 §3.6.2). */
  readonly alias: readonly string[];
}

export type Value = Existence;

export default defineSource<Existence>({
  absence: 'the domain does not exist',
  async gather({ domain, net }) {
    // The TXT question is asked anyway, so NXDOMAIN costs nothing; only where it failed is a second one worth it.
    const text = await net.resolve(domain, 'TXT');
    const answer = text.status === 'failed' ? await net.resolve(domain, 'SOA') : text;
    if (answer.status === 'failed') return unknown(answer.reason);
    // A dangling CNAME answers NXDOMAIN for its target; the name itself exists (RFC 2308 §2.1).
    if (answer.status === 'nxdomain' && answer.via.length === 0) return absent;
    return found({ alias: answer.via });
  },
});
