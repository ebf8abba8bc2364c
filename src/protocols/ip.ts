/** An IP address as a number: `bits` is its 32- or 128-bit value. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

/** How many bits an address of the family has. */
export const bitsOf = (family: 4 | 6): 32 | 128 => (family === 4 ? 32 : 128);

const DOT = 0x2e;
const ZERO = 0x30;
const LONGEST_IPV4 = 15;
const LONGEST_IPV6 = 45; // eight groups, the last two as a dotted quad

/**
 * Four decimal octets without leading zeros (RFC 7208 §5.6: `qnum`; RFC 6943 §3.1.1 on why others are a trap),
 * as a number; undefined for anything else. Written without a regular expression: it runs once per report row.
 */
export function parseIpv4(text: string): number | undefined {
  if (text.length > LONGEST_IPV4) return undefined;
  let value = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (digits === 0 || dots === 3) return undefined;
      value = value * 256 + octet;
      octet = 0;
      digits = 0;
      dots++;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return undefined;
    octet = octet * 10 + digit;
    digits++;
    if (octet > 255) return undefined;
  }
  return dots === 3 && digits > 0 ? value * 256 + octet : undefined;
}

/** The text forms of RFC 4291 §2.2, without a zone; undefined for anything else. */
export function parseIpv6(text: string): bigint | undefined {
  if (text.length > LONGEST_IPV6) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left = '', right] = halves;
  const head = groups(left, right === undefined);
  const tail = right === undefined ? [] : groups(right, true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  // "::" stands for one group or more.
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  let bits = 0n;
  for (const group of [...head, ...Array.from({ length: missing }, () => 0), ...tail]) {
    bits = (bits << 16n) | BigInt(group);
  }
  return bits;
}

/** Hexadecimal groups between single colons; the last may be a dotted quad where it ends the address. */
function groups(text: string, endsAddress: boolean): number[] | undefined {
  if (text === '') return [];
  const values: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      values.push(Number.parseInt(part, 16));
      continue;
    }
    const quad = endsAddress && i === parts.length - 1 ? parseIpv4(part) : undefined;
    if (quad === undefined) return undefined;
    values.push(Math.floor(quad / 0x10000), quad % 0x10000);
  }
  return values.length > 8 ? undefined : values;
}

/** An IPv4 or IPv6 address, strictly; an IPv4-mapped address stays an IPv6 address (see `unmapped`). */
export function parseIp(text: string): IpAddress | undefined {
  const v4 = parseIpv4(text);
  if (v4 !== undefined) return { family: 4, bits: BigInt(v4) };
  const v6 = text.includes(':') ? parseIpv6(text) : undefined;
  return v6 === undefined ? undefined : { family: 6, bits: v6 };
}

/** The IPv4 address of an IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2); any other address as it is. */
export function unmapped(address: IpAddress): IpAddress {
  if (address.family === 4 || address.bits >> 32n !== 0xffffn) return address;
  return { family: 4, bits: address.bits & 0xffffffffn };
}

/** Canonical text: dotted quad, or RFC 5952 for IPv6. */
export function printIp({ family, bits }: IpAddress): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 0xffn)).join('.');
  if (bits >> 32n === 0xffffn) return `::ffff:${printIp({ family: 4, bits: bits & 0xffffffffn })}`;
  const words = Array.from({ length: 8 }, (_, i) => Number((bits >> BigInt(112 - 16 * i)) & 0xffffn));
  const zeros = longestZeros(words);
  const hex = (part: readonly number[]) => part.map((word) => word.toString(16)).join(':');
  if (zeros.length < 2) return hex(words);
  return `${hex(words.slice(0, zeros.start))}::${hex(words.slice(zeros.start + zeros.length))}`;
}

/** The first of the longest runs of zero groups (RFC 5952 §4.2.3). */
function longestZeros(words: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < words.length; start++) {
    let end = start;
    while (end < words.length && words[end] === 0) end++;
    if (end - start > best.length) best = { start, length: end - start };
    if (end > start) start = end;
  }
  return best;
}

/** An IPv4 address's octets, or an IPv6 address's 32 nibbles in hex, first to last: what reverse names and %{i} use. */
export function addressLabels({ family, bits }: IpAddress): string[] {
  if (family === 4) return printIp({ family, bits }).split('.');
  return bits.toString(16).padStart(32, '0').split('');
}

/** The name its PTR records stand at: `1.2.0.192.in-addr.arpa` (RFC 1035 §3.5, RFC 3596 §2.5). */
export function reverseName(address: IpAddress): string {
  return `${addressLabels(address).toReversed().join('.')}.${address.family === 4 ? 'in-addr' : 'ip6'}.arpa`;
}
