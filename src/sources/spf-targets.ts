import { absent, found, type Fact } from '../core/facts.ts';
import { organizationalDomain } from '../dmarc-policy/public-suffix.ts';
import type { Dns } from '../net/net.ts';
import { targetNames, type TargetName } from '../spf/target-names.ts';
import { everyNode, everyTerm } from '../spf/tree-walk.ts';
import type { SpfTree } from '../spf/tree.ts';
import { hostAddresses } from './host.ts';
import { lapsedDomain } from './lapsed-domain.ts';
import { defineSource } from './source.ts';

/** What SPF itself does not ask about the names in it. */
export interface SpfTargets {
  /** Names whose registered domain does not exist, or could not be asked for. */
  readonly dangling: readonly DanglingTarget[];
  /** Includes and redirects that lead to no SPF record, but to a host with an address. */
  readonly hosts: readonly string[];
}
export interface DanglingTarget {
  /** As `targetNames` in spf gives it. */
  readonly name: string;
  /** Found: its registered domain, which does not exist. Never absent. */
  readonly lapsed: Fact<string>;
}

export type Value = SpfTargets;

export default defineSource<SpfTargets>({
  absence: 'every name in SPF lies below a domain that exists',
  async gather({ fact, net }) {
    const spf = await fact('spf');
    if (spf.state !== 'found') return spf;
    const [dangling, hosts] = await Promise.all([danglingTargets(spf.value, net), hostsIn(spf.value, net)]);
    return dangling.length + hosts.length === 0 ? absent : found({ dangling, hosts });
  },
});

/** Names of terms that lead into a domain which anybody may be able to register. */
export async function danglingNames(tree: SpfTree, net: Dns): Promise<Set<string>> {
  const dangling = await danglingTargets(tree, net);
  return new Set(dangling.flatMap(({ name, lapsed }) => (lapsed.state === 'found' ? [name] : [])));
}

/** Names looked after: a hostile tree has hundreds, and each costs questions. */
const MOST_NAMES = 20;

/** Asks only where nothing in the tree shows that the registered domain exists. */
async function danglingTargets(tree: SpfTree, net: Dns): Promise<DanglingTarget[]> {
  const names = Array.from(everyTerm(tree), ({ node }) => targetNames(node)).flat();
  const there = new Set(namesThatExist(tree, names).map((name) => organizationalDomain(name)));
  const open = new Map<string, TargetName>();
  for (const target of names)
    if (target.state === 'missing' || target.state === 'unasked') open.set(target.name, target);
  const targets = await Promise.all(
    [...open.values()].slice(0, MOST_NAMES).map(async (target): Promise<DanglingTarget> => {
      const end = target.state === 'missing' ? await endOf(target, net) : target.name;
      const known = there.has(organizationalDomain(end));
      return { name: target.name, lapsed: known ? absent : await lapsedDomain(end, net) };
    }),
  );
  return targets.filter(({ lapsed }) => lapsed.state !== 'absent');
}

const namesThatExist = (tree: SpfTree, names: readonly TargetName[]): string[] => [
  tree.domain,
  ...Array.from(everyNode(tree), ({ node }) => node)
    .filter(({ state }) => state === 'record' || state === 'several')
    .flatMap(({ domain, via }) => [domain, ...via]),
  ...names.filter(({ state }) => state === 'exists').map(({ name }) => name),
];

/** Where a CNAME leads nowhere, it is its last target that does not exist (RFC 2308 §2.1). The question has been asked before. */
async function endOf({ name, type, end }: TargetName, net: Dns): Promise<string> {
  if (end !== undefined) return end;
  const answer = await net.resolve(name, type);
  return answer.status === 'failed' ? name : (answer.via.at(-1) ?? name);
}

/** A domain may well have a web server; a name below it with an address is more likely meant as that host. */
async function hostsIn(tree: SpfTree, net: Dns): Promise<string[]> {
  const without = Array.from(everyNode(tree), ({ node }) => node)
    .filter((node) => node.depth > 0 && node.state === 'none' && node.why !== 'nxdomain')
    .map(({ domain }) => domain)
    .filter((name) => organizationalDomain(name) !== name);
  const names = [...new Set(without)].slice(0, MOST_NAMES);
  const hosts = await Promise.all(names.map((name) => hostAddresses(name, net)));
  return hosts.filter(({ state }) => state === 'reachable').map(({ name }) => name);
}
