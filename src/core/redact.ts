/** A local part of RFC 5321 §4.1.2, quoted or not, with the octets of RFC 6531; a domain, or an address literal, follows. */
const ADDRESS = /(?:"[^"\\]{0,64}"|[\w.!#$%&'*+/=?^`{|}~\u0080-\u{10FFFF}-]{1,64})@(?=[\w\u0080-\u{10FFFF}[])/gu;

/**
 * Hides whose mailbox it is: `anna.rossi@casaluna.example` becomes `a…@casaluna.example`.
 * The domain stays, it is what reports are about. A quoted local part is hidden as well.
 */
export function redact(text: string): string {
  if (!text.includes('@')) return text;
  return text.replaceAll(ADDRESS, (match) => {
    const scheme = /^mailto:/i.exec(match)?.[0] ?? '';
    const local = match.slice(scheme.length);
    const first = String.fromCodePoint(local.codePointAt(0) ?? 0);
    return `${scheme}${first === '"' ? '' : first}…@`;
  });
}

/** Redacts every string of a plain value, keys left alone. */
export function redactDeep<T>(value: T): T {
  if (typeof value === 'string') return redact(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => redactDeep(item)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item as unknown)])) as T;
}
