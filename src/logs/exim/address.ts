const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BLANK = 0x20;
const COLON = 0x3a;

/** The address a line is about, and where what follows it begins. */
export interface LoggedAddress {
  /** Where the mail went: an address, or what stands for one: a local part, `|command`, `/a/file`, `:blackhole:`. */
  readonly target: string;
  /** The address as it was before redirection, where the line names it: `<anna@example.com>`. */
  readonly original: string | undefined;
  readonly end: number;
}

/** A command, a file, an automatic reply: its text may hold blanks, and ends before the address it is for. */
const FOR_ADDRESS = /^(.*?)(?: \([^()]*\))? <([^<>]*)>(?=:? |:?$)/;
/** Characters of a target that are looked at. A command line is no longer. */
const LONGEST = 4096;

/** Reads `target (parents) <original>`, as Exim's string_log_address() writes it, from `at` on. */
export function addressAt(line: string, from: number): LoggedAddress {
  let at = from;
  // An address in an alias file keeps the blank before it.
  while (line.charCodeAt(at) === BLANK) at += 1;
  const first = line[at];
  if (first === '|' || first === '/' || first === ':' || first === '>' || line.startsWith('save ', at)) {
    const found = forAddressAt(line, at);
    if (found !== undefined) return found;
  }
  let end = wordEnd(line, at);
  const target = line.slice(at, end);
  if (line.charCodeAt(end) === BLANK && !target.includes('@') && !ENDS_TARGET.test(line.slice(end, end + 12))) {
    const found = forAddressAt(line, at);
    if (found !== undefined) return found;
  }
  if (line.startsWith(' (', end)) {
    const close = line.indexOf(')', end);
    if (close >= 0) end = close + 1;
  }
  if (!line.startsWith(' <', end)) return { target, original: undefined, end };
  const close = line.indexOf('>', end);
  if (close < 0) return { target, original: undefined, end };
  return { target, original: line.slice(end + 2, close), end: close + 1 };
}

function forAddressAt(line: string, at: number): LoggedAddress | undefined {
  const match = FOR_ADDRESS.exec(line.slice(at, at + LONGEST));
  return match === null ? undefined : { target: match[1] ?? '', original: match[2], end: at + match[0].length };
}

/** What stands behind a target. A local part whose suffix holds blanks goes on otherwise, and goes without its quotes here. */
const ENDS_TARGET = /^ (?:[(<]|[A-Za-z]{1,10}=)/;

/** Where a word ends: at a blank, at a colon with a blank behind it, or with the line. Quotes may hold both. */
export function wordEnd(line: string, at: number): number {
  const blank = line.indexOf(' ', at);
  const end = blank < 0 ? line.length : blank;
  const isBeforeMessage = end > at && line.charCodeAt(end - 1) === COLON;
  const quote = line.indexOf('"', at);
  return quote >= 0 && quote < end ? quotedWordEnd(line, at) : isBeforeMessage ? end - 1 : end;
}

function quotedWordEnd(line: string, at: number): number {
  let isQuoted = false;
  for (let end = at; end < line.length; end += 1) {
    const code = line.charCodeAt(end);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (code === BACKSLASH && isQuoted) end += 1;
    else if (!isQuoted && (code === BLANK || (code === COLON && endsWord(line, end)))) return end;
  }
  return isQuoted ? plainWordEnd(line, at) : line.length;
}

/** A quote that is never closed is a character like any other. */
function plainWordEnd(line: string, at: number): number {
  const blank = line.indexOf(' ', at);
  return blank < 0 ? line.length : blank;
}

const endsWord = (line: string, colon: number): boolean =>
  colon + 1 === line.length || line.charCodeAt(colon + 1) === BLANK;
