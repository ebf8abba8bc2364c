import type { IpRange, Network } from './network.ts';
import { parseIp, unmapped } from './ip.ts';
import { networkRange, parseNetwork, rangeContains } from './network.ts';

/** A block no mail can come from over the public Internet. */
export interface ReservedBlock {
  readonly network: Network;
  /** As in the registry, in plain words. */
  readonly name: string;
  readonly rfc: string;
}

/**
 * IANA IPv4 and IPv6 special-purpose address registries (RFC 6890 as updated), the blocks that are not globally
 * reachable, and multicast. Left out on purpose: blocks that are reachable (6to4 relay anycast, AS112, 64:ff9b::/96).
 */
const BLOCKS: readonly (readonly [network: string, name: string, rfc: string])[] = [
  ['0.0.0.0/8', 'this network', 'RFC 791'],
  ['10.0.0.0/8', 'private use', 'RFC 1918'],
  ['100.64.0.0/10', 'shared address space of carriers', 'RFC 6598'],
  ['127.0.0.0/8', 'loopback', 'RFC 1122'],
  ['169.254.0.0/16', 'link local', 'RFC 3927'],
  ['172.16.0.0/12', 'private use', 'RFC 1918'],
  ['192.0.0.0/24', 'IETF protocol assignments', 'RFC 6890'],
  ['192.0.2.0/24', 'documentation', 'RFC 5737'],
  ['192.168.0.0/16', 'private use', 'RFC 1918'],
  ['198.18.0.0/15', 'benchmarking', 'RFC 2544'],
  ['198.51.100.0/24', 'documentation', 'RFC 5737'],
  ['203.0.113.0/24', 'documentation', 'RFC 5737'],
  ['224.0.0.0/4', 'multicast', 'RFC 5771'],
  ['240.0.0.0/4', 'reserved', 'RFC 1112'],
  ['::/128', 'unspecified address', 'RFC 4291'],
  ['::1/128', 'loopback', 'RFC 4291'],
  ['::ffff:0:0/96', 'IPv4-mapped', 'RFC 4291'],
  ['64:ff9b:1::/48', 'local-use IPv4/IPv6 translation', 'RFC 8215'],
  ['100::/64', 'discard only', 'RFC 6666'],
  ['100:0:0:1::/64', 'dummy prefix', 'RFC 9780'],
  ['2001:2::/48', 'benchmarking', 'RFC 5180'],
  ['2001:10::/28', 'ORCHID, deprecated', 'RFC 4843'],
  ['2001:db8::/32', 'documentation', 'RFC 3849'],
  ['3fff::/20', 'documentation', 'RFC 9637'],
  ['5f00::/16', 'segment routing SIDs', 'RFC 9602'],
  ['fc00::/7', 'unique local', 'RFC 4193'],
  ['fe80::/10', 'link local', 'RFC 4291'],
  ['ff00::/8', 'multicast', 'RFC 4291'],
];

let blocks: readonly ReservedBlock[] | undefined;

/** All blocks, IPv4 first. Read when first asked for. */
export function reservedBlocks(): readonly ReservedBlock[] {
  blocks ??= BLOCKS.flatMap(([text, name, rfc]) => {
    const network = parseNetwork(text);
    return network === undefined ? [] : [{ network, name, rfc }];
  });
  return blocks;
}

/** The reserved block that holds the whole range; undefined where some of it is public. */
export const reservedBlock = (range: IpRange): ReservedBlock | undefined =>
  reservedBlocks().find(({ network }) => rangeContains(networkRange(network), range));

/**
 * The reserved block of an address that nobody reaches from outside; undefined for others. Those of manuals stand for
 * real ones, there and in tests, and nobody gets one by accident.
 */
export function unreachableBlock(address: string): ReservedBlock | undefined {
  const ip = parseIp(address);
  if (ip === undefined) return undefined;
  const { family, bits } = unmapped(ip);
  const block = reservedBlock({ family, first: bits, last: bits });
  return block?.name === 'documentation' ? undefined : block;
}

/** The reserved blocks that lie inside the range: what a too wide network takes along. */
export const reservedInside = (range: IpRange): ReservedBlock[] =>
  reservedBlocks().filter(({ network }) => rangeContains(range, networkRange(network)));
