import { bitsOf, parseIp, printIp, type IpAddress } from './ip.ts';

/** A network in CIDR notation: `first` is its first address, with the host bits cleared. */
export interface Network {
  readonly family: 4 | 6;
  readonly first: bigint;
  /** Prefix length: 0–32 or 0–128. */
  readonly length: number;
}

/** Addresses from `first` to `last`, both included. */
export interface IpRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** The network of that prefix length an address lies in. */
export function networkOf(address: IpAddress, length: number): Network {
  const shift = BigInt(bitsOf(address.family) - length);
  return { family: address.family, first: (address.bits >> shift) << shift, length };
}

/** `192.0.2.0/24` or a bare address; undefined for anything else. Host bits are cleared. */
export function parseNetwork(text: string): Network | undefined {
  const slash = text.indexOf('/');
  const address = parseIp(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  const longest = bitsOf(address.family);
  const length = slash < 0 ? longest : parsePrefixLength(text.slice(slash + 1), longest);
  return length === undefined ? undefined : networkOf(address, length);
}

/** A decimal number without leading zeros, up to `longest`. */
export function parsePrefixLength(text: string, longest: number): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,2})$/.test(text)) return undefined;
  const length = Number(text);
  return length <= longest ? length : undefined;
}

/** `192.0.2.0/24`; a single address without prefix length. */
export function printNetwork({ family, first, length }: Network): string {
  const address = printIp({ family, bits: first });
  return length === bitsOf(family) ? address : `${address}/${length}`;
}

export function networkRange({ family, first, length }: Network): IpRange {
  return { family, first, last: first + (1n << BigInt(bitsOf(family) - length)) - 1n };
}

/** Whether the address lies in the network; families never mix. */
export function networkContains(network: Network, address: IpAddress): boolean {
  if (network.family !== address.family) return false;
  const shift = BigInt(bitsOf(network.family) - network.length);
  return address.bits >> shift === network.first >> shift;
}

/** Whether `outer` holds every address of `inner`. */
export const rangeContains = (outer: IpRange, inner: IpRange): boolean =>
  outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;

/** The fewest networks that together are the range. */
export function rangeNetworks({ family, first, last }: IpRange): Network[] {
  const bits = bitsOf(family);
  const networks: Network[] = [];
  for (let start = first; start <= last;) {
    let length = bits;
    // Widen while the start stays aligned and the end inside.
    while (length > 0) {
      const size = 1n << BigInt(bits - length + 1);
      if (start % size !== 0n || start + size - 1n > last) break;
      length--;
    }
    networks.push({ family, first: start, length });
    start += 1n << BigInt(bits - length);
  }
  return networks;
}

/** `192.0.2.0/24`, or `192.0.2.1–192.0.2.9` where it is no network. */
export function printRange(range: IpRange): string {
  const [network, ...more] = rangeNetworks(range);
  if (network !== undefined && more.length === 0) return printNetwork(network);
  return `${printIp({ ...range, bits: range.first })}–${printIp({ ...range, bits: range.last })}`;
}

/** Ranges of one family sorted, with overlapping and adjacent ones joined. */
export function mergeRanges(ranges: readonly IpRange[]): IpRange[] {
  const sorted = ranges.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const merged: IpRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last === undefined || range.first > last.last + 1n) merged.push(range);
    else if (range.last > last.last) merged[merged.length - 1] = { ...last, last: range.last };
  }
  return merged;
}
