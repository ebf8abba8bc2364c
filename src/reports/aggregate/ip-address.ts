import { ownCopy } from './intern.ts';

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const LEADING_ZERO = /(?:^|\.)0\d/;
const GROUP = /^[\da-f]{1,4}$/;
const MAPPED = '::ffff:';

/**
 * An IP address in the one form all reports share: IPv6 as RFC 5952 has it, IPv4-mapped addresses as IPv4 (RFC 7208 §5),
 * since the same source must not count twice. Undefined where it is no address.
 */
export function canonicalIp(text: string): string | undefined {
  if (!text.includes(':')) return isIpv4(text) ? ownCopy(text) : undefined;
  const lower = (text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text).toLowerCase();
  const groups = ipv6Groups(lower);
  if (groups === undefined) return undefined;
  const [high, low] = groups.slice(6);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [(high ?? 0) >> 8, (high ?? 0) & 255, (low ?? 0) >> 8, (low ?? 0) & 255].join('.');
  }
  return ipv6Text(groups);
}

// Leading zeros are octal to some and decimal to others.
const isIpv4 = (text: string): boolean => text.length <= 15 && IPV4.test(text) && !LEADING_ZERO.test(text);

function ipv6Groups(text: string): number[] | undefined {
  if (text.length > MAPPED.length + 39) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const parts = halves.map((half) => (half === '' ? [] : half.split(':')));
  const tail = parts.at(-1);
  const dotted = tail?.at(-1);
  if (tail !== undefined && dotted?.includes('.') === true) {
    if (!isIpv4(dotted)) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
    tail.splice(-1, 1, (a * 256 + b).toString(16), (c * 256 + d).toString(16));
  }
  const [before = [], after] = parts;
  const missing = 8 - before.length - (after?.length ?? 0);
  // `::` stands for at least one group (RFC 5952 §4.2.2 has it for two, RFC 4291 §2.2 allows one).
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...(after ?? [])];
  return groups.every((group) => GROUP.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : undefined;
}

/** The first of the longest runs of two zero groups or more becomes `::` (RFC 5952 §4.2). */
function ipv6Text(groups: readonly number[]): string {
  let start = -1;
  let length = 1;
  for (let at = 0; at < groups.length; at += 1) {
    let run = 0;
    while (groups[at + run] === 0) run += 1;
    if (run > length) [start, length] = [at, run];
    at += run;
  }
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  return start === -1 ? text(groups) : `${text(groups.slice(0, start))}::${text(groups.slice(start + length))}`;
}
