import { absent, found } from '../core/facts.ts';
import { isSubdomainOf } from '../protocols/domain.ts';
import { discoverDmarc, type DmarcDiscovery } from '../dmarc-policy/discover.ts';
import { defineSource } from './source.ts';

/**
 * Everything DNS says about DMARC for the domain, by both discoveries. Found as soon as anything is known: which parts
 * are not, it says itself, for the domain's own record can be judged whatever happened above it.
 */
export type Value = DmarcDiscovery;

export default defineSource<DmarcDiscovery>({
  absence: 'the domain does not exist, or is one that no mail comes from',
  async gather({ domain, net, fact }) {
    // Names of the reverse tree stand for addresses (RFC 1035 §3.5), and nobody writes them into a From line.
    if (isSubdomainOf(domain, 'arpa')) return absent;
    const existence = await fact('existence');
    if (existence.state === 'absent') return absent;
    return found(await discoverDmarc(domain, net));
  },
});
