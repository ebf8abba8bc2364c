import { interned } from './intern.ts';

const DOT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const GROUP = /^[\da-f]{1,4}$/;
const MAPPED = '::ffff:';

/**
 * An IP address in the one form all reports share: IPv6 as RFC 5952 has it, IPv4-mapped addresses as IPv4 (RFC 7208 §5),
 * since the same source must not count twice. Undefined where it is no address.
 */
export function canonicalIp(text: string): string | undefined {
  if (!text.includes(':')) return isIpv4(text) ? text : undefined;
  if (isSettledIpv6(text)) return text;
  const found = settledIpv6(text);
  return found === '' ? undefined : found;
}

/** The long way, once for each address; empty where it is none. */
const settledIpv6 = interned((text) => {
  const lower = (text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text).toLowerCase();
  const groups = ipv6Groups(lower);
  if (groups === undefined) return '';
  const [high, low] = groups.slice(6);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [(high ?? 0) >> 8, (high ?? 0) & 255, (low ?? 0) >> 8, (low ?? 0) & 255].join('.');
  }
  return ipv6Text(groups);
});

/** Four numbers up to 255. Leading zeros are octal to some and decimal to others: with one, it is no address. */
function isIpv4(text: string): boolean {
  if (text.length > 15) return false;
  let dots = 0;
  let part = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - ZERO;
    if (code === DOT && part !== -1) {
      dots += 1;
      part = -1;
    } else {
      if (digit < 0 || digit > 9 || part === 0) return false;
      part = part === -1 ? digit : part * 10 + digit;
      if (part > 255) return false;
    }
  }
  return dots === 3 && part !== -1;
}

/** Whether it is an IPv6 address that surely has its final form: nearly all have, and finding it costs ten times as much. */
function isSettledIpv6(text: string): boolean {
  let [groups, start] = [0, 0];
  let hasGap = false;
  let isBesideZero = false; // a zero group here would have to go into a `::`
  if (text.length > 39 || text.charCodeAt(0) === COLON) return false;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? COLON : text.charCodeAt(at);
    if ((code >= ZERO && code <= 0x39) || (code >= 0x61 && code <= 0x66)) continue;
    const digits = at - start;
    if (code !== COLON || digits > 4) return false;
    const startsWithZero = text.charCodeAt(start) === ZERO;
    if (digits === 0) {
      if (hasGap || isBesideZero || at === text.length) return false;
      hasGap = true;
      isBesideZero = true;
    } else {
      if (startsWithZero && (digits > 1 || isBesideZero)) return false;
      isBesideZero = startsWithZero;
      groups += 1;
    }
    start = at + 1;
  }
  return hasGap ? groups <= 6 : groups === 8;
}

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
