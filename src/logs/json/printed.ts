/**
 * Objects as programs print them for whoever reads their log: `{"event"=>"open", "tag"=>nil}` is Ruby's, and so in every
 * log of Rails; `{'event': 'open', 'tag': None}` is Python's.
 */
export const isPrinted = (text: string): boolean => /^\[?\s*\{\s*(?:'[\w-]+': |"[^"]{1,100}" ?=>)/.test(text);

/** Texts first: what stands in them is nobody's sign. */
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'| ?=> ?|\b(?:nil|None|True|False)\b/gs;
const IN_JSON: Readonly<Record<string, string>> = { nil: 'null', None: 'null', True: 'true', False: 'false' };
const ESCAPED = /\\x([\da-f]{2})|\\(.)|"/gis;
/** Behind a backslash in JSON (RFC 8259 §7). */
const IN_BOTH = '"\\/bfnrtu';

/** The same in JSON. */
export const fromPrinted = (text: string): string =>
  text.replaceAll(TOKEN, (token) => {
    if (token.trim() === '=>') return ':';
    if (!/^["']/.test(token)) return IN_JSON[token] ?? token;
    const inner = token.slice(1, -1).replaceAll(ESCAPED, (escape, octet?: string, behind?: string) => {
      if (octet !== undefined) return `\\u00${octet}`;
      if (behind === undefined) return '\\"';
      return IN_BOTH.includes(behind) ? escape : behind;
    });
    return `"${inner}"`;
  });
