import {
  mergeRanges,
  networkRange,
  printNetwork,
  rangeContains,
  rangeNetworks,
  type IpRange,
  type Network,
} from '../protocols/network.ts';
import type { Qualifier, SpfTerm } from '../protocols/spf.ts';
import { firstNotBefore } from './segments.ts';

/** A qualifier as it is usually written: `+` is left out. */
export const sign = (qualifier: Qualifier): string => (qualifier === '+' ? '' : qualifier);

/** `ip4:192.0.2.0/24` */
export const networkTerm = (network: Network, qualifier: Qualifier = '+'): string =>
  `${sign(qualifier)}ip${network.family}:${printNetwork(network)}`;

/** The fewest networks that are exactly these addresses, IPv4 first; those wholly inside of `taken` are left out. */
export function networksOf(ranges: readonly IpRange[], taken: readonly IpRange[] = []): Network[] {
  const networks = merged(ranges).flatMap((range) => rangeNetworks(range));
  const gone = { 4: mergeRanges(taken.filter(isOf(4))), 6: mergeRanges(taken.filter(isOf(6))) } as const;
  return networks.filter((network) => {
    const outer = gone[network.family][firstNotBefore(gone[network.family], network.first)];
    return outer === undefined || !rangeContains(outer, networkRange(network));
  });
}

/** Sorted, joined ranges of both families, IPv4 first. */
export const merged = (ranges: readonly IpRange[]): IpRange[] => [
  ...mergeRanges(ranges.filter(isOf(4))),
  ...mergeRanges(ranges.filter(isOf(6))),
];

const isOf =
  (family: 4 | 6) =>
  (range: IpRange): boolean =>
    range.family === family;

/** The addresses an `ip4` or `ip6` names. */
export const literalRange = (term: SpfTerm): IpRange | undefined =>
  term.kind === 'ip4' || term.kind === 'ip6' ? networkRange(term.network) : undefined;
