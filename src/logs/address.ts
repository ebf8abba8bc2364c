/** No address is longer (RFC 5321 §4.5.3.1.3, with room for what services allow). */
const LONGEST = 512;

/** The bare address in `Shop <shop@example.com>` or `shop@example.com`; undefined where there is none. */
export function addressIn(text: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST) return undefined;
  const bracketed = /<([^<>]*)>\s*$/.exec(text)?.[1];
  const address = (bracketed ?? text).trim();
  const at = address.lastIndexOf('@');
  return at > 0 && at < address.length - 1 && !/[\s<>]/.test(address.slice(at)) ? address : undefined;
}

/** Lower case, without final dot. */
export function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domain.endsWith('.') ? domain.slice(0, -1) : domain;
}

/** A Message-ID without its angle brackets (RFC 5322 §3.6.4). */
export const bareMessageId = (id: string | undefined): string | undefined =>
  id === undefined ? undefined : (/^\s*<([^<>]+)>\s*$/.exec(id)?.[1] ?? id.trim()) || undefined;
