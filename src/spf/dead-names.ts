import type { Host, TermNode, VoidLookup } from './tree.ts';

/** The name an `a`, `mx` or `exists` asks for and, for certain, does not find, for IPv4 and for IPv6. */
export function deadName({ term, voids, hosts = [], exists, target }: TermNode): VoidLookup | undefined {
  if (target?.state !== 'constant') return undefined;
  if (term.kind === 'mx') return voids.find(({ type }) => type === 'MX');
  if (term.kind === 'exists' && exists !== undefined && !isMissing(exists)) return undefined;
  if (term.kind === 'a' && !(hosts.length > 0 && hosts.every((host) => isDeadHost(host)))) return undefined;
  return term.kind === 'a' || term.kind === 'exists' ? voids[0] : undefined;
}

/** Whether a host has no address of either family. */
export const isDeadHost = ({ ipv4, ipv6 }: Host): boolean => isMissing(ipv4) && isMissing(ipv6);

const isMissing = ({ state }: Host['ipv4']): boolean => state === 'nxdomain' || state === 'nodata';
