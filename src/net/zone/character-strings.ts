import type { Token } from './master-lexer.ts';
import { octetsOf, printString, shown } from './presentation.ts';

/** RFC 1035 §3.3: the length of a character-string is one octet. */
export const STRING_OCTETS = 255;

export const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Text that means what it says, as a token. */
export const literal = (text: string): Token => ({ text: printString(utf8(text)).slice(1, -1), quoted: true });

/** Octets cut into strings as long as they may be: what providers do with a text that is given whole. */
export function cutStrings(octets: string): readonly string[] {
  const strings: string[] = [];
  for (let from = 0; from < octets.length; from += STRING_OCTETS)
    strings.push(octets.slice(from, from + STRING_OCTETS));
  return strings.length === 0 ? [''] : strings;
}

export type StringsReading =
  /** `remarks` are what is wrong with them all the same. */
  { readonly strings: readonly string[]; readonly remarks: readonly string[] } | { readonly problem: string };

/** `"one" "two"`, or words parted by blanks, as the strings of a TXT record (RFC 1035 §5.1). */
export function readStrings(text: string, octets: (raw: string) => string | undefined = octetsOf): StringsReading {
  const tokens = dataTokens(text);
  if (tokens === undefined) return { problem: `the text ${shown(text)} has a quote that is never closed` };
  const strings: string[] = [];
  for (const token of tokens) {
    const read = octets(token.text);
    if (read === undefined) return { problem: `the string ${shown(token.text)} has an escape that is none` };
    strings.push(read);
  }
  const remarks = strings
    .filter((string) => string.length > STRING_OCTETS)
    .map((long) => `the string ${shown(long)} has ${long.length} octets, and a string holds at most ${STRING_OCTETS}`);
  return { strings: strings.length === 0 ? [''] : strings, remarks };
}

/**
 * Data in presentation form as tokens: `10 mx.example.net.`, `0 issue "ca.example; account=1"`; undefined where a quote is
 * not closed. Unlike in a master file, `;` and parentheses mean nothing.
 */
export function dataTokens(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let from = 0;
  while (from < text.length) {
    if (isBlank(text.charAt(from))) {
      from += 1;
      continue;
    }
    const quoted = text.charAt(from) === '"';
    const start = quoted ? from + 1 : from;
    let end = start;
    while (end < text.length && !endsToken(text.charAt(end), quoted)) end += text.charAt(end) === '\\' ? 2 : 1;
    if (quoted && end >= text.length) return undefined;
    tokens.push({ text: text.slice(start, end), quoted });
    from = quoted ? end + 1 : end;
  }
  return tokens;
}

const isBlank = (char: string): boolean => char === ' ' || char === '\t' || char === '\n' || char === '\r';
const endsToken = (char: string, quoted: boolean): boolean => char === '"' || (!quoted && isBlank(char));

/** Whether the whole text is quoted strings already. */
export const isQuoted = (text: string): boolean => text.length > 1 && text.startsWith('"') && text.endsWith('"');
