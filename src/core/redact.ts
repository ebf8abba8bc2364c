/**
 * A local part of RFC 5321 §4.1.2, quoted or not, with the octets of RFC 6531; a domain, or an address literal, follows.
 * Return paths (VERP, SRS) are longer than the 64 octets allowed, and hold the address of somebody: a local part is taken
 * from its very beginning, which also keeps a long text without `@` from being looked through once per character.
 */
const ADDRESS =
  /(?:"(?:[^"\\]|\\.){0,256}"|(?<![\w.!#$%&'*+/=?^`{|}~\u0080-\u{10FFFF}-])[\w.!#$%&'*+/=?^`{|}~\u0080-\u{10FFFF}-]+)@(?=[\w\u0080-\u{10FFFF}[])/gsu;

/**
 * Hides whose mailbox it is: `anna.rossi@casaluna.example` becomes `a…@casaluna.example`.
 * The domain stays, it is what reports are about. A quoted local part is hidden as well.
 */
export const redact = (text: string): string => (text.includes('@') ? text.replaceAll(ADDRESS, hidden) : text);

function hidden(match: string): string {
  const first = String.fromCodePoint(match.codePointAt(0) ?? 0);
  return `${first === '"' ? '' : first}…@`;
}

/** Redacts every string of a plain value, keys left alone. */
export function redactDeep<T>(value: T): T {
  if (typeof value === 'string') return redact(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => redactDeep(item)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (isStretch(value)) return redactedStretch(value) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item as unknown)])) as T;
}

/** A stretch of a text, such as a span: what is hidden before it moves it. */
interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
const isStretch = (value: object): value is Stretch =>
  'text' in value &&
  typeof value.text === 'string' &&
  'start' in value &&
  typeof value.start === 'number' &&
  'end' in value &&
  typeof value.end === 'number';

function redactedStretch({ text, start, end, ...rest }: Stretch): object {
  // Hidden as a whole: what is pointed at may begin in the middle of an address.
  const moved = (offset: number): number => {
    let at = offset;
    for (const { 0: match, index } of text.matchAll(ADDRESS)) {
      const { length } = hidden(match);
      if (index + match.length <= offset) at += length - match.length;
      else if (index < offset) at = Math.min(at, at - (offset - index) + length);
    }
    return at;
  };
  return { ...redactDeep(rest), text: redact(text), start: moved(start), end: moved(end) };
}
