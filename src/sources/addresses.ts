import { absent, found, unknown } from '../core/facts.ts';
import { hostAddresses, type Host } from './host.ts';
import { defineSource } from './source.ts';

/** The domain's own addresses: without an MX, mail goes there (RFC 5321 §5.1). */
export type Value = Host;

export default defineSource<Host>({
  absence: 'the domain has no address of its own',
  async gather({ domain, net }) {
    const host = await hostAddresses(domain, net);
    if (host.state === 'unknown') return unknown(host.reason ?? `the addresses of ${domain}`);
    return host.state === 'reachable' ? found(host) : absent;
  },
});
