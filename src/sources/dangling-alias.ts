import { absent, found, type Fact } from '../core/facts.ts';
import { lapsedDomain } from './lapsed-domain.ts';
import { defineSource } from './source.ts';

/** A domain that is itself a CNAME to a name that does not exist. */
export interface DanglingAlias {
  /** CNAMEs followed; never empty. */
  readonly via: readonly string[];
  /** Found: the registered domain of the last target, which does not exist either. */
  readonly lapsed: Fact<string>;
}

export type Value = DanglingAlias;

export default defineSource<DanglingAlias>({
  absence: 'the domain is no CNAME that leads nowhere',
  async gather({ domain, net }) {
    // The TXT question is asked anyway; where it fails, the existence of the domain is unknown already.
    const answer = await net.resolve(domain, 'TXT');
    if (answer.status !== 'nxdomain') return absent;
    const target = answer.via.at(-1);
    return target === undefined ? absent : found({ via: answer.via, lapsed: await lapsedDomain(target, net) });
  },
});
