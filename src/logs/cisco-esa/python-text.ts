/** A string as Python prints it: `'it'`, `"it's"`, `u'it'`. */
const STRING = /\s*u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*,?/y;
const ESCAPES = /((?:\\x[\da-fA-F]{2})+)|\\(.)/g;
/** Lines of one reply. Stops a reply without an end. */
const MOST_STRINGS = 200;

/** The strings of a list, from behind its opening bracket on. */
export function stringsFrom(text: string, at: number): string[] {
  const strings: string[] = [];
  const pattern = new RegExp(STRING);
  pattern.lastIndex = at;
  while (strings.length < MOST_STRINGS) {
    const match = pattern.exec(text);
    if (match === null) break;
    strings.push(unescaped(match[1] ?? match[2] ?? ''));
  }
  return strings;
}

/** Line ends and tabs within a string become blanks. */
export const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replaceAll(ESCAPES, (_, octets: string | undefined, one: string | undefined) =>
        octets === undefined ? (/[nrt]/.test(one ?? '') ? ' ' : (one ?? '')) : textOfOctets(octets),
      )
    : text;

const decoder = new TextDecoder();
const textOfOctets = (octets: string): string =>
  decoder.decode(Uint8Array.from(octets.split('\\x').slice(1), (hex) => Number.parseInt(hex, 16)));
