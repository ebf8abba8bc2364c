import { createHmac, createSecretKey } from 'node:crypto';
import { withPlainAddresses } from './encoded-addresses.ts';

/**
 * A local part of RFC 5321 §4.1.2, quoted or not, with the octets of RFC 6531; a domain, or an address literal, follows.
 * Return paths (VERP, SRS) are longer than the 64 octets allowed, and hold the address of somebody: a local part is taken
 * from its very beginning, which also keeps a long text without `@` from being looked through once per character.
 */
const PLAIN =
  /(?:"(?:[^"\\]|\\.){0,256}"|(?<![\w.!#$%&'*+/=?^`{|}~\u0080-\u{10FFFF}-])[\w.!#$%&'*+/=?^`{|}~\u0080-\u{10FFFF}-]+)@(?=[\w\u0080-\u{10FFFF}[])/u;
/**
 * Within a URL (RFC 3986 §2.1), and escaped again where that stands in another: `?user=anna.rossi%40example.net`. The page
 * before it stays.
 */
const ESCAPED = /(?<![\w.!$'*+%~-])[\w.!$'*+%~-]+%(?:25){0,3}40(?=[\w%])/u;
/** In a return path or a field of a report (xtext, RFC 3461 §4), a domain behind it: `anna.rossi+40example.net`. */
const XTEXT = /(?<![\w.!$'*+%~-])[\w.!$'*+%~-]+\+40(?=(?:[A-Za-z\d-]{1,63}\.){1,8}[A-Za-z]{2})/u;
const ADDRESS = new RegExp(`${PLAIN.source}|${ESCAPED.source}|${XTEXT.source}`, 'gsu');
const AT_SIGN = /@$|%(?:25){0,3}40$|\+40$/;
const ESCAPED_SIGN = /%(?:25){0,3}([2-7][\dA-Fa-f])/g;

/**
 * Hides whose mailbox it is: `anna.rossi@casaluna.example` becomes `a…@casaluna.example`.
 * The domain stays, it is what reports are about. A quoted local part is hidden as well.
 */
export const redact: Redaction = (text) => redactPlain(withPlainAddresses(text));
const redactPlain: Redaction = (text) => hiddenBy(text, hidden);

/** Hides addresses in a text. */
export type Redaction = (text: string) => string;
/** What stands for a local part, without its `@`; what follows it begins with the domain. */
type Hiding = (local: string, following: () => string) => string;

const hiddenBy = (text: string, hide: Hiding): string =>
  text.includes('@') || text.includes('%') || text.includes('+40')
    ? text.replaceAll(ADDRESS, (match, at: number) => {
        const [sign = ''] = AT_SIGN.exec(match) ?? [];
        // Our own sentences quote with a mark that may stand in a local part, and begins none.
        const quote = match.startsWith('`') ? '`' : '';
        const local = match.slice(quote.length, -sign.length);
        const plain = sign === '+40' ? local.replaceAll('+', '%') : local;
        return quote + hide(plain, () => text.slice(at + match.length)) + sign;
      })
    : text;

/** Octets of a key by which addresses are hidden: fewer can be guessed. */
export const LEAST_KEY = 16;
/** Hexadecimal digits of a pseudonym: of a million addresses two share one once in some five hundred runs. */
const DIGITS = 12;
/** A domain behind an `@`; addresses are one without regard to case. */
const DOMAIN = /^[\w\u0080-\u{10FFFF}.-]+|^\[[^\]\s]{1,64}\]/u;
/** Pseudonyms remembered. */
const MOST_REMEMBERED = 50_000;

/**
 * Hides whose mailbox it is and still lets a person's lines belong together: the local part becomes a pseudonym, the same
 * for the same address under the same key (HMAC with SHA-256, RFC 2104), which nobody can work out without the key.
 */
export function pseudonyms(key: Uint8Array): Redaction {
  // Told once that it is a key, which otherwise takes Node longer to find out than all the rest.
  const secret = createSecretKey(key);
  const remembered = new Map<string, string>();
  return (text) =>
    hiddenBy(withPlainAddresses(text), (local, following) => {
      const domain = DOMAIN.exec(following())?.[0] ?? '';
      const address = `${unescaped(local)}@${domain}`.toLowerCase();
      const known = remembered.get(address);
      if (known !== undefined) return known;
      const pseudonym = `x-${createHmac('sha256', secret).update(address).digest('hex').slice(0, DIGITS)}`;
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(address, pseudonym);
      return pseudonym;
    });
}

function hidden(local: string): string {
  const first = String.fromCodePoint(local.codePointAt(0) ?? 0);
  return `${first === '"' ? '' : first}…`;
}

const unescaped = (text: string): string =>
  text.replaceAll(ESCAPED_SIGN, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** Redacts every string of a plain value, keys left alone. */
export function redactDeep<T>(value: T, hide: Redaction = redact): T {
  if (typeof value === 'string') return hide(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => redactDeep(item, hide)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  // What is pointed at stands in records, where nobody's lines have to belong together.
  if (isStretch(value)) return redactedStretch(value) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item as unknown, hide)])) as T;
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
      // It is one because a domain follows.
      const { length } = redactPlain(`${match}x`).slice(0, -1);
      if (index + match.length <= offset) at += length - match.length;
      else if (index < offset) at = Math.min(at, at - (offset - index) + length);
    }
    return at;
  };
  return { ...redactDeep(rest), text: redactPlain(text), start: moved(start), end: moved(end) };
}
