import { absent, found, unknown, type Fact } from '../core/facts.ts';
import type { Net } from '../net/net.ts';
import type { ServerAddress } from '../net/services.ts';
import { parentOf } from '../protocols/domain.ts';
import { hostAddresses, type Host } from './host.ts';
import { serverView, type ServerView } from './server-view.ts';
import { defineSource } from './source.ts';

export type { ServerView } from './server-view.ts';

/** The zone as its parent and each of its own name servers tell it, asked one by one (RFC 1034 §4.2.2). */
export interface Delegation {
  /** The zone above; empty for the root. */
  readonly parent: string;
  /** Host names the parent refers resolvers to; never absent. */
  readonly delegated: Fact<readonly string[]>;
  /** Every server with an address that the parent or the zone names, by name. */
  readonly servers: readonly ServerView[];
}

export type Value = Delegation;

/** A referral of 64 kB names thousands of hosts, and each would be asked several questions on somebody's order. */
const MOST_SERVERS = 20;
/** One that is down should not hide what the parent says. */
const PARENT_SERVERS = 2;

export default defineSource<Delegation>({
  absence: 'the name servers were not asked one by one, or the domain is no zone of its own',
  async gather({ domain, net, hints, fact }) {
    if (hints.asksServers !== true) return absent;
    const zone = await fact('zone');
    if (zone.state === 'absent') return absent;
    const above = await zoneAbove(domain, net);
    const delegated = await delegationAt(above.servers, domain, net);
    // Where no resolver gets an answer, the parent still says whom they ask.
    if (zone.state === 'unknown' && delegated.state !== 'found') return unknown(zone.reason);
    const known: readonly Host[] = zone.state === 'found' ? zone.value.nameServers : [];
    const others = (delegated.state === 'found' ? delegated.value : []).filter(
      (name) => !known.some((host) => host.name === name),
    );
    if (known.length + others.length === 0) return absent;
    const room = Math.max(0, MOST_SERVERS - known.length);
    const hosts = [
      ...known.slice(0, MOST_SERVERS),
      ...(await Promise.all(others.slice(0, room).map((name) => hostAddresses(name, net)))),
    ];
    const servers = hosts.map(serverAt).filter((server) => server !== undefined);
    const views = await Promise.all(servers.map((server) => serverView(server, domain, net)));
    return found({
      parent: above.zone,
      delegated,
      servers: views.toSorted((a, b) => (a.server.name < b.server.name ? -1 : 1)),
    });
  },
});

/** Hosts do not always have a way into IPv6, so it is tried only where there is nothing else. */
function serverAt({ name, ipv4, ipv6 }: Host): ServerAddress | undefined {
  const address = ipv4[0] ?? ipv6[0];
  return address === undefined ? undefined : { name, address };
}

interface Above {
  readonly zone: string;
  readonly servers: Fact<readonly ServerAddress[]>;
}

/** The nearest name above that has name servers. */
async function zoneAbove(domain: string, net: Net): Promise<Above> {
  for (let zone = parentOf(domain) ?? ''; ; zone = parentOf(zone) ?? '') {
    const answer = await net.resolve(zone, 'NS');
    if (answer.status === 'failed') return { zone, servers: unknown(answer.reason) };
    if (answer.status === 'ok' && answer.via.length === 0) {
      const names = answer.records.map(({ target }) => target).toSorted();
      const hosts = await Promise.all(names.slice(0, PARENT_SERVERS).map((name) => hostAddresses(name, net)));
      return { zone, servers: found(hosts.map(serverAt).filter((server) => server !== undefined)) };
    }
    if (zone === '') return { zone, servers: absent };
  }
}

async function delegationAt(servers: Above['servers'], domain: string, net: Net): Promise<Fact<readonly string[]>> {
  if (servers.state === 'unknown') return servers;
  let reason = `no name server above ${domain} has an address`;
  for (const server of servers.state === 'found' ? servers.value : []) {
    const answer = await net.askServer(server, domain, 'NS');
    if (answer.status === 'referral' && answer.zone === domain) return found(answer.nameServers.toSorted());
    // A server of both zones answers from the lower one; what the upper one says is not to be seen then.
    if (answer.status === 'ok') return found(answer.records.map(({ target }) => target).toSorted());
    if (answer.status === 'failed') reason = answer.reason;
    else if (answer.status === 'referral') reason = `${server.name} refers to ${answer.zone} for ${domain} NS`;
    else return found([]);
  }
  return unknown(reason);
}
