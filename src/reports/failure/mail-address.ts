import { addressParts } from '../../protocols/address-parts.ts';
import { domain } from '../aggregate/values.ts';

/** What separates addresses, at the end. It looks behind itself: else each of thousands of semicolons would be a start. */
const TAIL = /(?<![\s,;])[\s,;]+$/;

/**
 * The address in a field, in whatever shape it comes: `Anna <a@b.example>`, `rfc822; a@b.example`, `<@x,@y:a@b.example>`,
 * `a@b.example (Anna)`. Its domain is in lower case. Empty for `<>`, undefined where nothing is written.
 */
export function mailAddress(value: string): string | undefined {
  const plain = withoutComments(value)
    .replace(/^\s*rfc822\s*;/i, '')
    .trim();
  if (plain === '') return undefined;
  const angle = /<([^<>]*)>[^<>]*$/.exec(plain)?.[1];
  const bare = (angle ?? plain).trim().replace(/^mailto:/i, '');
  // A source route (RFC 5321 App. C).
  const routed = /^@[^:]*:(.*)$/.exec(bare)?.[1] ?? bare;
  const parts = addressParts(routed);
  return parts === undefined ? routed : `${parts.local}@${domain(parts.domain.replace(TAIL, ''))}`;
}

/** Domain of an address, in the form domains of aggregate reports have; undefined where it has none. */
export function domainOf(address: string | undefined): string | undefined {
  const name = domain(addressParts(address ?? '')?.domain ?? '');
  return name === '' ? undefined : name;
}

/** Without what stands in parentheses (RFC 5322 §3.2.2), but for those in quotes. */
export function withoutComments(value: string): string {
  if (!value.includes('(')) return value;
  let depth = 0;
  let quoted = false;
  let plain = '';
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charAt(at);
    if (char === '\\') {
      if (depth === 0) plain += value.slice(at, at + 2);
      at += 1;
      continue;
    }
    if (char === '"' && depth === 0) quoted = !quoted;
    if (char === '(' && !quoted) depth += 1;
    if (depth === 0) plain += char;
    if (char === ')' && !quoted && depth > 0) depth -= 1;
  }
  return plain;
}
