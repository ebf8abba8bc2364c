import { absent, found, unknown, type Fact } from '../core/facts.ts';
import { organizationalDomain } from '../dmarc-policy/public-suffix.ts';
import type { Dns } from '../net/net.ts';
import { isHostName, parentOf } from '../protocols/domain.ts';

/**
 * The registered domain of a name that does not exist, where that does not exist either: found, anybody may be able to
 * register it, and then decides what stands at the name. Worth its two questions only where something leads there.
 */
export async function lapsedDomain(name: string, net: Dns): Promise<Fact<string>> {
  const domain = organizationalDomain(name);
  const suffix = domain === undefined ? undefined : parentOf(domain);
  // No registry takes `info@example.com` or `_spf.com`: letters, digits and hyphens only (RFC 1123 §2.1).
  if (domain === undefined || suffix === undefined || !isHostName(domain)) return absent;
  const [own, above] = await Promise.all([net.resolve(domain, 'SOA'), net.resolve(suffix, 'SOA')]);
  if (own.status === 'failed') return unknown(own.reason);
  if (own.status !== 'nxdomain' || own.via.length > 0) return absent;
  if (above.status === 'failed') return unknown(above.reason);
  // Below a suffix that does not exist, as `.invalid` (RFC 6761 §6.4), nothing can be registered.
  return above.status === 'nxdomain' ? absent : found(domain);
}
