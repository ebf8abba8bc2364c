import { onTestFinished } from 'vitest';
import { liveNet } from '../../src/net/live.ts';
import type { LiveOptions } from '../../src/net/live.ts';
import type { Net, Rr } from '../../src/net/net.ts';
import type { DnsServer } from '../../src/net/dns/servers.ts';
import { startDnsServer } from './dns-server.ts';
import type { Behaviour, DnsTestServer } from './dns-server.ts';

export const onLoopback = (port: number): DnsServer => ({ kind: 'dns', address: '127.0.0.1', port });

/** One test server per behaviour and a live net that asks them, all gone when the test is. */
export async function liveWorld(
  behaviours: readonly Behaviour[],
  options: LiveOptions = {},
): Promise<{ net: Net; servers: readonly DnsTestServer[]; server: DnsTestServer }> {
  const servers = await Promise.all(behaviours.map(startDnsServer));
  const net = liveNet({ servers: servers.map(({ port }) => onLoopback(port)), timeoutMs: 60, ...options });
  onTestFinished(async () => {
    await net.close();
    await Promise.all(servers.map((server) => server.close()));
  });
  return { net, servers, server: servers[0] as DnsTestServer };
}

export const txt = (name: string, ...strings: string[]): Rr => ({ name, ttl: 300, type: 'TXT', strings });
export const cname = (name: string, target: string, ttl = 300): Rr => ({ name, ttl, type: 'CNAME', target });
export const soa = (name: string, ttl: number, minimum: number): Rr => ({
  name,
  ttl,
  type: 'SOA',
  mname: `ns.${name}`,
  rname: `hostmaster.${name}`,
  serial: 2026112101,
  refresh: 7200,
  retry: 3600,
  expire: 1209600,
  minimum,
});
