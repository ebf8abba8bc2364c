import type { IpAddress } from '../protocols/ip.ts';
import type { IpRange } from '../protocols/network.ts';
import { bitsOf, parseIp, parseIpv4, unmapped } from '../protocols/ip.ts';
import { mergeRanges } from '../protocols/network.ts';
import { painted, type Authorisation } from './authorisation.ts';
import { firstNotBefore, type Outlook, type Paint } from './segments.ts';
import type { SpfTree } from './tree.ts';

export type { Authorisation } from './authorisation.ts';
export { namedRanges, overlaps } from './named-ranges.ts';

/**
 * Who authorises an address: a term for certain, nobody for certain, or `indeterminate`, where that depends on the
 * message (macros, ptr) or on what could not be found out.
 */
export type Authority = Authorisation | 'indeterminate' | undefined;

/** Addresses with one answer. */
export interface AuthorityRange extends IpRange {
  readonly authority: Authority;
}

/** What a tree authorises, made for asking about many addresses. */
export interface SpfRanges {
  /** Sorted and apart; what lies between them has the answer of `otherwise`. */
  readonly ipv4: readonly AuthorityRange[];
  readonly ipv6: readonly AuthorityRange[];
  readonly otherwise: { readonly ipv4: Authority; readonly ipv6: Authority };
  /** Last addresses of `ipv4` as numbers: report rows are looked up by the hundred thousand. */
  readonly ends: Float64Array;
}

/**
 * The addresses a domain's SPF lets pass, with the terms that do. Only what evaluation would come to counts: a
 * `-ip4` in front takes addresses away, a pass inside of `~include` is none. Limits and permerrors are left aside:
 * this says what the record means, the checks say whether receivers still get there.
 */
export function spfRanges(tree: SpfTree): SpfRanges {
  const ipv4 = painted(tree.root, 4);
  const ipv6 = painted(tree.root, 6);
  const ranges = authorityRanges(ipv4, 4);
  return {
    ipv4: ranges,
    ipv6: authorityRanges(ipv6, 6),
    otherwise: { ipv4: authorityOf(ipv4.rest), ipv6: authorityOf(ipv6.rest) },
    ends: Float64Array.from(ranges, ({ last }) => Number(last)),
  };
}

const authorityOf = ({ pass, other, open, owner }: Outlook<Authorisation>): Authority => {
  if (!pass) return undefined;
  return other || open ? 'indeterminate' : owner;
};

/** Adjacent segments with the same answer are one; nothing reaches beyond the family's last address. */
function authorityRanges({ segments }: Paint<Authorisation>, family: 4 | 6): AuthorityRange[] {
  const end = (1n << BigInt(bitsOf(family))) - 1n;
  const ranges: AuthorityRange[] = [];
  for (const { first, last, ...outlook } of segments) {
    if (first > end) break;
    const authority = authorityOf(outlook);
    const before = ranges.at(-1);
    const range = { family, first, last: last > end ? end : last, authority };
    if (before !== undefined && sameAuthority(before.authority, authority) && before.last + 1n === first) {
      ranges[ranges.length - 1] = { ...range, first: before.first };
    } else ranges.push(range);
  }
  return ranges;
}

const sameAuthority = (a: Authority, b: Authority): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a.term === b.term && a.branch === b.branch);

/**
 * The term of the domain's own record, and the very term, that let an address pass; `indeterminate` where nobody can
 * say without the message. Undefined where none does, and for what is no address. A binary search: no allocation for
 * IPv4 text.
 */
export function authorisedBy(ranges: SpfRanges, ip: string | IpAddress): Authority {
  const number = typeof ip === 'string' ? parseIpv4(ip) : undefined;
  if (number !== undefined) return authorityOfNumber(ranges, number);
  const parsed = typeof ip === 'string' ? parseIp(ip) : ip;
  if (parsed === undefined) return undefined;
  const address = unmapped(parsed);
  if (address.family === 4) return authorityOfNumber(ranges, Number(address.bits));
  const range = ranges.ipv6[firstNotBefore(ranges.ipv6, address.bits)];
  return range !== undefined && range.first <= address.bits ? range.authority : ranges.otherwise.ipv6;
}

function authorityOfNumber({ ipv4, ends, otherwise }: SpfRanges, address: number): Authority {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]! < address) low = middle + 1;
    else high = middle;
  }
  const range = ipv4[low];
  return range !== undefined && range.first <= address ? range.authority : otherwise.ipv4;
}

/** How many addresses pass for certain. */
export function authorisedAddresses(tree: SpfTree): { readonly ipv4: number; readonly ipv6: bigint } {
  const ranges = spfRanges(tree);
  return { ipv4: Number(passing(ranges, 4)), ipv6: passing(ranges, 6) };
}

/** The ranges that pass for certain, joined. */
export function passingRanges(ranges: SpfRanges, family: 4 | 6): IpRange[] {
  const named = family === 4 ? ranges.ipv4 : ranges.ipv6;
  const otherwise = family === 4 ? ranges.otherwise.ipv4 : ranges.otherwise.ipv6;
  const passed = named.filter(({ authority }) => typeof authority === 'object');
  if (typeof otherwise !== 'object') return mergeRanges(passed);
  return mergeRanges([...passed, ...between(named, family)]);
}

function between(ranges: readonly IpRange[], family: 4 | 6): IpRange[] {
  const gaps: IpRange[] = [];
  let first = 0n;
  for (const range of ranges) {
    if (range.first > first) gaps.push({ family, first, last: range.first - 1n });
    first = range.last + 1n;
  }
  const last = (1n << BigInt(bitsOf(family))) - 1n;
  return first <= last ? [...gaps, { family, first, last }] : gaps;
}

const passing = (ranges: SpfRanges, family: 4 | 6): bigint =>
  passingRanges(ranges, family).reduce((total, { first, last }) => total + last - first + 1n, 0n);
