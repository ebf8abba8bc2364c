import type { Answer, Failure, Dns, RecordType, Rr } from '../../src/net/net.ts';
import { startDnsServer } from './dns-server.ts';
import type { DnsTestServer, Reply } from './dns-server.ts';

/** Puts any world on the wire: what `net` says is what a client of this server hears. */
export const serveNet = (net: Dns): Promise<DnsTestServer> =>
  startDnsServer(async (asked) => replyTo(asked.name, await net.resolve(asked.name, asked.type as RecordType)));

function replyTo(name: string, answer: Answer): Reply | 'drop' {
  if (answer.status === 'failed') return FAILURES[answer.failure];
  const { ttl, authentic: ad } = answer;
  // The chain carries the smallest TTL; a negative one stands in the SOA
  const linkTtl = answer.status === 'ok' ? ttl : 86_400;
  const owners = [name, ...answer.via];
  const links = answer.via.map((target, n): Rr => ({ name: owners[n] ?? '', ttl: linkTtl, type: 'CNAME', target }));
  if (answer.status === 'ok') return { ad, records: [...links, ...answer.records] };
  return { ad, records: links, rcode: answer.status === 'nxdomain' ? 3 : 0, authority: [soa(ttl)] };
}

const soa = (ttl: number): Rr => ({
  name: '',
  ttl,
  type: 'SOA',
  mname: 'ns.example',
  rname: 'hostmaster.example',
  serial: 1,
  refresh: 2,
  retry: 3,
  expire: 4,
  minimum: ttl,
});

const FAILURES: Readonly<Record<Failure, Reply | 'drop'>> = {
  servfail: { rcode: 2 },
  bogus: { rcode: 2 },
  refused: { rcode: 5 },
  unrecorded: { rcode: 5 },
  formerr: { rcode: 1 },
  name: { rcode: 1 },
  notimp: { rcode: 4 },
  timeout: 'drop',
  network: 'drop',
  malformed: { tail: { counts: [1, 0, 0], bytes: Buffer.alloc(3) } },
  lame: { authority: [{ name: 'example', ttl: 60, type: 'NS', target: 'ns.example' }] },
};
