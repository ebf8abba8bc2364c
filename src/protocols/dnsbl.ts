import { addressLabels, type IpAddress } from './ip.ts';

/** The name that says whether a list holds an address (RFC 5782 §2.1, for IPv6 §2.4). */
export const addressEntry = (address: IpAddress, list: string): string =>
  `${addressLabels(address).toReversed().join('.')}.${list}`;

/** The name that says whether a list holds a domain (RFC 5782 §3). */
export const domainEntry = (domain: string, list: string): string => `${domain}.${list}`;

/** What a list of one kind must hold, and what it must not (RFC 5782 §5): a list that does otherwise is out of order. */
export interface TestEntries {
  readonly listed: string;
  readonly clear: string;
}
export type ListKind = 'ipv4' | 'ipv6' | 'domain';

const MAPPED = 0xffffn << 32n;
const TWO = 0x7f000002n; // 127.0.0.2
const ONE = 0x7f000001n;

export function testEntries(kind: ListKind, list: string): TestEntries {
  if (kind === 'domain') return { listed: domainEntry('test', list), clear: domainEntry('invalid', list) };
  const entryOf = (bits: bigint): string =>
    addressEntry(kind === 'ipv4' ? { family: 4, bits } : { family: 6, bits: MAPPED | bits }, list);
  return { listed: entryOf(TWO), clear: entryOf(ONE) };
}

/** What the addresses at an entry mean. */
export type Listing =
  | { readonly state: 'listed'; readonly codes: readonly string[] }
  /** The list does not say; `reason` completes "the list …". */
  | { readonly state: 'refused'; readonly code: string; readonly reason: string };

/** Spamhaus, and lists that follow it, answer errors from this network: never a listing. */
const ERRORS = /^127\.255\.255\./;
const REFUSALS: Readonly<Record<string, string>> = {
  '127.255.255.252': 'does not know the zone, so its name may be mistyped',
  '127.255.255.254': 'does not answer questions that come through a public resolver',
  '127.255.255.255': 'has had too many questions from this resolver',
  // A list must not answer so (RFC 5782 §2.1 wants 127.0.0.2 and up); some say with it that they refuse.
  '127.0.0.1': 'refuses the question',
};

/** Reads the A records at an entry (RFC 5782 §2.3). A refusal among them outweighs everything else. */
export function readListing(addresses: readonly string[]): Listing {
  for (const code of addresses) {
    const reason = REFUSALS[code];
    if (reason !== undefined) return { state: 'refused', code, reason };
    if (ERRORS.test(code)) return { state: 'refused', code, reason: 'answers with an error' };
  }
  // Whoever takes a closed list's domain over, and resolvers that answer for names that are gone, give other addresses.
  const strange = addresses.find((code) => !code.startsWith('127.'));
  if (strange !== undefined)
    return { state: 'refused', code: strange, reason: 'answers with an address that is none of a block list' };
  return { state: 'listed', codes: addresses.toSorted() };
}
