import { absent, found, type Fact } from '../core/facts.ts';
import type { RecordType } from '../net/net.ts';
import { bimiName } from '../protocols/bimi.ts';
import { isSubdomainOf } from '../protocols/domain.ts';
import { tlsaName } from '../protocols/tlsa.ts';
import { lapsedDomain } from './lapsed-domain.ts';
import { defineSource, type World } from './source.ts';

/** A name of the domain that leads into a domain that does not exist, by CNAME or delegation. */
export interface LapsedName {
  readonly holds: LapsedHolding;
  readonly name: string;
  /** CNAMEs followed; for `dkim` the name server that `_domainkey` is delegated to. Never empty. */
  readonly via: readonly string[];
  /** The registered domain that does not exist. */
  readonly registered: string;
}

/** What stands at the name: for `policy-host` the policy of MTA-STS, for `dkim` all keys. */
export type LapsedHolding = 'mta-sts' | 'policy-host' | 'tls-rpt' | 'bimi' | 'tlsa' | 'dkim';

export interface LapsedNames {
  readonly names: readonly LapsedName[];
  /** Why a name, or where it leads, could not be found out. */
  readonly unread: readonly string[];
}

export type Value = LapsedNames;

/** Who has more mail hosts has them from a service, whose names are its own affair. */
const MOST_HOSTS = 10;
/** A delegation of 64 kB names thousands. */
const MOST_SERVERS = 10;

export default defineSource<LapsedNames>({
  absence: 'no name of the domain leads into a domain that does not exist',
  async gather(world): Promise<Fact<LapsedNames>> {
    const { domain } = world;
    // The questions are those of other facts; what is beyond them is asked only where there is reason to.
    const read = await Promise.all([
      aliasAt('mta-sts', `_mta-sts.${domain}`, 'TXT', world),
      policyHost(world),
      aliasAt('tls-rpt', `_smtp._tls.${domain}`, 'TXT', world),
      aliasAt('bimi', bimiName(domain), 'TXT', world),
      tlsaNames(world),
      keyServers(world),
    ]);
    const names = read.flatMap((one) => one.names);
    const unread = read.flatMap((one) => one.unread);
    return names.length + unread.length === 0 ? absent : found({ names, unread });
  },
});

const NOTHING: LapsedNames = { names: [], unread: [] };

async function aliasAt(
  holds: LapsedHolding,
  name: string,
  type: RecordType,
  { net }: Pick<World, 'net'>,
): Promise<LapsedNames> {
  const answer = await net.resolve(name, type);
  if (answer.status === 'failed') return { names: [], unread: [answer.reason] };
  const target = answer.via.at(-1);
  if (answer.status !== 'nxdomain' || target === undefined) return NOTHING;
  return lapsedAt({ holds, name, via: answer.via }, target, net);
}

async function lapsedAt(
  about: Omit<LapsedName, 'registered'>,
  target: string,
  net: World['net'],
): Promise<LapsedNames> {
  const lapsed = await lapsedDomain(target, net);
  if (lapsed.state === 'unknown') return { names: [], unread: [lapsed.reason] };
  return lapsed.state === 'found' ? { names: [{ ...about, registered: lapsed.value }], unread: [] } : NOTHING;
}

/** Nobody asks for the policy host where there is no record, and nothing is wrong with one that has an address. */
async function policyHost(world: World): Promise<LapsedNames> {
  const mtaSts = await world.fact('mtaSts');
  const policy = mtaSts.state === 'found' ? mtaSts.value.policy : undefined;
  if (policy?.state !== 'failed' || policy.fault !== 'no-address') return NOTHING;
  return aliasAt('policy-host', `mta-sts.${world.domain}`, 'A', world);
}

/** Names of the domain's own mail hosts: those of a service are for the service to keep. */
async function tlsaNames(world: World): Promise<LapsedNames> {
  const { domain, net } = world;
  const answer = await net.resolve(domain, 'MX');
  // The checks of MX records say so.
  if (answer.status !== 'ok') return NOTHING;
  const hosts = new Set(answer.records.map(({ exchange }) => exchange).filter((host) => isSubdomainOf(host, domain)));
  const read = await Promise.all(
    [...hosts].slice(0, MOST_HOSTS).map((host) => aliasAt('tlsa', tlsaName(host), 'TLSA', world)),
  );
  return { names: read.flatMap((one) => one.names), unread: read.flatMap((one) => one.unread) };
}

/** A delegation to servers that are gone shows as a failure; asked for as well where the user wants servers asked. */
async function keyServers({ domain, net, hints }: World): Promise<LapsedNames> {
  const name = `_domainkey.${domain}`;
  const tree = await net.resolve(name, 'TXT');
  if (tree.status !== 'failed' && hints.asksServers !== true) return NOTHING;
  const answer = await net.resolve(name, 'NS');
  // Where that fails, too, the checks of DKIM keys say so.
  if (answer.status !== 'ok' || answer.via.length > 0) return NOTHING;
  const servers = answer.records.map(({ target }) => target).filter((target) => !isSubdomainOf(target, domain));
  const read = await Promise.all(
    servers.slice(0, MOST_SERVERS).map(async (server) => {
      const address = await net.resolve(server, 'A');
      return address.status === 'nxdomain' ? lapsedAt({ holds: 'dkim', name, via: [server] }, server, net) : NOTHING;
    }),
  );
  return { names: read.flatMap((one) => one.names), unread: read.flatMap((one) => one.unread) };
}
