import type { Dns } from '../net/net.ts';

/** A host that mail or DNS depends on, and where it is. */
export interface Host {
  readonly name: string;
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  /** CNAMEs that stood in the way: MX and NS must not point at any (RFC 2181 §10.3). */
  readonly via: readonly string[];
  /**
   * - `reachable`: has an address
   * - `no-address`: exists without one; `nxdomain`: does not exist
   * - `unknown`: could not be found out, see `reason`
   */
  readonly state: 'reachable' | 'no-address' | 'nxdomain' | 'unknown';
  readonly reason?: string;
}

export async function hostAddresses(name: string, net: Dns): Promise<Host> {
  const [a, aaaa] = await Promise.all([net.resolve(name, 'A'), net.resolve(name, 'AAAA')]);
  const ipv4 = a.status === 'ok' ? a.records.map((record) => record.address) : [];
  const ipv6 = aaaa.status === 'ok' ? aaaa.records.map((record) => record.address) : [];
  const via = a.status === 'failed' ? (aaaa.status === 'failed' ? [] : aaaa.via) : a.via;
  const host = { name, ipv4, ipv6, via };
  if (ipv4.length + ipv6.length > 0) return { ...host, state: 'reachable' };
  if (a.status === 'failed') return { ...host, state: 'unknown', reason: a.reason };
  if (aaaa.status === 'failed') return { ...host, state: 'unknown', reason: aaaa.reason };
  return { ...host, state: a.status === 'nxdomain' || aaaa.status === 'nxdomain' ? 'nxdomain' : 'no-address' };
}
