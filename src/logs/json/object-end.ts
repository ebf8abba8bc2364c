const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);

/**
 * Where the object or list that begins at `from` ends, as far as its brackets and quotes tell; undefined where it does not.
 * `isEscaped`: it stands in a string, its quotes with a backslash before them.
 */
export function objectEnd(text: string, from: number, isEscaped: boolean): number | undefined {
  let depth = 0;
  let isQuoted = false;
  let slashes = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      slashes += 1;
      continue;
    }
    // One that belongs to the text within the quotes has one backslash more, itself escaped where all are.
    if (code === QUOTE && (isEscaped ? slashes === 1 : slashes % 2 === 0)) isQuoted = !isQuoted;
    slashes = 0;
    if (isQuoted) continue;
    if (OPEN.has(code)) depth += 1;
    else if (CLOSE.has(code)) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
