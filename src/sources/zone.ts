import { absent, found, unknown, type Fact, type Place } from '../core/facts.ts';
import type { RrOf } from '../net/net.ts';
import { recordsFact } from './answers.ts';
import { firstHosts } from './first-hosts.ts';
import type { Host } from './host.ts';
import { defineSource } from './source.ts';

/** The zone the domain is the apex of. */
export interface Zone {
  readonly soa: Fact<RrOf<'SOA'>>;
  readonly nameServers: readonly NameServer[];
}
export interface NameServer extends Host {
  readonly place?: Place;
}

export type Value = Zone;

export default defineSource<Zone>({
  absence: 'the domain is no zone of its own',
  async gather({ domain, net }) {
    const [ns, soaAnswer] = await Promise.all([net.resolve(domain, 'NS'), net.resolve(domain, 'SOA')]);
    if (ns.status === 'failed') return unknown(ns.reason);
    if (ns.status !== 'ok' || ns.via.length > 0) return absent;
    const soa = recordsFact(soaAnswer);
    const located = await firstHosts(
      ns.records.map(({ target }) => target),
      'name server',
      net,
    );
    const nameServers = located.map((host, index): NameServer => {
      const place = ns.records[index]?.place;
      return { ...host, ...(place === undefined ? {} : { place }) };
    });
    const first = soa.state === 'found' ? soa.value[0] : undefined;
    return found({ soa: first === undefined ? (soa.state === 'unknown' ? soa : absent) : found(first), nameServers });
  },
});
