import { bitsOf } from '../../protocols/ip.ts';
import { networkRange, printNetwork, type Network } from '../../protocols/network.ts';
import { reservedBlock } from '../../protocols/ip-reserved.ts';
import type { NetworkTerm, SpfTerm } from '../../protocols/spf.ts';
import type { SpfTree, TermNode } from '../../spf/tree.ts';
import { allReachableTerms, isOwn } from './records.ts';

export const isNetworkTerm = (term: SpfTerm): term is NetworkTerm => term.kind === 'ip4' || term.kind === 'ip6';

/** The term with the first address of its network, and the qualifier as written. */
export const normalTerm = ({ kind, network, qualified, qualifier }: NetworkTerm): string =>
  `${qualified ? qualifier : ''}${kind}:${printNetwork(network)}`;

/** How many addresses a network has, for people: `65,536`, and `2^96` where nobody could read the number. */
export function counted({ family, length }: Pick<Network, 'family' | 'length'>): string {
  const spare = bitsOf(family) - length;
  return spare > 32 ? `2^${spare}` : (2 ** spare).toLocaleString('en');
}

/**
 * Networks with a shorter prefix are too wide. A /16, or the /32 a provider gets from its registry, is as much as
 * nearly anybody holds; of mail services, which hold more, only what no service holds.
 */
const WIDE = { own: { 4: 16, 6: 32 }, others: { 4: 8, 6: 19 } } as const;

/** Networks wider than their owner's can be, that make a sender pass. */
export function wideNetworks(tree: SpfTree): { readonly network: Network; readonly node: TermNode }[] {
  return allReachableTerms(tree).flatMap(({ record, node }) => {
    const { term } = node;
    if (!isNetworkTerm(term) || term.qualifier !== '+') return [];
    const { network } = term;
    const longest = (isOwn(tree, record) ? WIDE.own : WIDE.others)[network.family];
    // Where nobody sends from, size is no matter.
    const reserved = reservedBlock(networkRange(network)) !== undefined;
    return network.length < longest && !reserved ? [{ network, node }] : [];
  });
}
