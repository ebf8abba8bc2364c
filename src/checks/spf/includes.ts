import type { Settled } from '../../core/facts.ts';
import { isSubdomainOf } from '../../protocols/domain.ts';
import type { Provider } from '../../providers/provider.ts';
import type { Mx } from '../../sources/mx.ts';
import type { NamedProvider } from '../../sources/providers.ts';
import { branchUse } from '../../spf/branch-use.ts';
import { recordToChange } from '../../spf/own-records.ts';
import type { SpfTree, TermNode } from '../../spf/tree.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** An include of a service that puts another domain into the envelope-from. */
export interface UselessInclude {
  readonly node: TermNode;
  readonly provider: Provider;
}

/**
 * Includes of the record that receivers never come to for the mail of the service they are for, by what the service
 * documents: SPF is asked for at the envelope-from (RFC 7208 §2.4). What reports have seen use an include, is of use.
 */
export function uselessIncludes(
  spf: SpfTree,
  providers: Settled<readonly NamedProvider[]>,
  mx: Settled<Mx>,
  traffic: Settled<Traffic>,
): UselessInclude[] {
  if (providers.state !== 'found') return [];
  const byInclude = new Map(providers.value.map(({ by, provider }) => [by, provider]));
  const used = usedIncludes(spf, traffic);
  return (recordToChange(spf)?.terms ?? []).flatMap((node) => {
    const { term, target, reachable } = node;
    if (!reachable || term.kind !== 'include' || term.qualifier !== '+' || target?.state !== 'constant') return [];
    const provider = byInclude.get(`include:${target.name}`);
    if (provider?.envelope === undefined || used.has(node)) return [];
    return isReturnPath(spf.domain, provider, mx) ? [] : [{ node, provider }];
  });
}

/** The service's own domain, or a name that a customer gave to it. */
function isReturnPath(domain: string, { envelope, returnPaths = [] }: Provider, mx: Settled<Mx>): boolean {
  const isTheirs = (name: string): boolean => returnPaths.some((path) => isSubdomainOf(name, path));
  if (isTheirs(domain)) return true;
  return envelope === 'return-path' && mx.state === 'found' && mx.value.hosts.some(({ name }) => isTheirs(name));
}

function usedIncludes(spf: SpfTree, traffic: Settled<Traffic>): ReadonlySet<TermNode> {
  const use = traffic.state === 'found' ? branchUse(spf, traffic.value.tallies.all()) : undefined;
  return new Set(use?.branches.filter(({ messages = 0 }) => messages > 0).map(({ node }) => node));
}
