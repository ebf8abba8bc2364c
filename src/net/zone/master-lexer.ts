import { shown } from './presentation.ts';

/** A word or a quoted string of a master file, its escapes still in it. */
export interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

/** A record or a directive: a line, or several held together by parentheses (RFC 1035 §5.1). */
export interface Entry {
  /** 1-based line it starts on. */
  readonly line: number;
  /** It starts with a blank: the owner is that of the record before. */
  readonly indented: boolean;
  readonly tokens: readonly Token[];
  /** It cannot be relied on. */
  readonly problem?: string;
  /** It can, and yet something is wrong. */
  readonly remark?: string;
}

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BLANK = 0x20;
const QUOTE = 0x22;
const OPEN = 0x28;
const CLOSE = 0x29;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;

/**
 * An unclosed parenthesis swallows the rest of the file, so reading starts again on the line after it.
 * A file with one on every line would make that quadratic: after so many, the rest is given up.
 */
const MOST_RESTARTS = 10;

interface Scan {
  readonly entry: Entry;
  readonly end: number;
  readonly endLine: number;
  readonly unclosed: boolean;
}

/** Entries of a master file, in order; empty lines and comments are passed over. Linear in the length of the text. */
export function* entriesOf(text: string): Generator<Entry> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let restarts = 0;
  while (at < text.length) {
    const scan = scanEntry(text, at, line);
    if (scan.entry.tokens.length > 0 || scan.entry.problem !== undefined) yield scan.entry;
    if (scan.unclosed && restarts < MOST_RESTARTS) {
      restarts += 1;
      at = endOfLine(text, at) + 1;
      line += 1;
    } else {
      at = scan.end;
      line = scan.endLine;
    }
  }
}

function scanEntry(text: string, start: number, startLine: number): Scan {
  const first = text.charCodeAt(start);
  const tokens: Token[] = [];
  let depth = 0;
  let line = startLine;
  let problem: string | undefined;
  let remark: string | undefined;
  let at = start;
  let open = false;
  let wordEnd = -1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) {
      at += 1;
      line += 1;
      if (depth === 0) break;
    } else if (code === BLANK || code === TAB || code === RETURN) {
      at += 1;
    } else if (code === SEMICOLON) {
      // v=DMARC1; p=none without quotes is the text v=DMARC1
      const last = tokens.at(-1);
      if (at === wordEnd && last?.text.includes('=')) {
        remark ??= `the text ends with ${shown(last.text)} and the rest is a comment: text with a ";" goes in quotes`;
      }
      at = endOfLine(text, at);
    } else if (code === OPEN) {
      depth += 1;
      at += 1;
    } else if (code === CLOSE) {
      if (depth === 0) problem ??= 'a closing parenthesis without an opening one';
      else depth -= 1;
      at += 1;
    } else if (code === QUOTE) {
      const string = scanQuoted(text, at + 1, depth > 0);
      tokens.push({ text: text.slice(at + 1, string.end), quoted: true });
      if (!string.closed) problem ??= 'a quoted string is not closed on its line';
      if (string.lines > 0) remark ??= 'a quoted string runs over the end of its line, which BIND refuses';
      line += string.lines;
      at = string.closed ? string.end + 1 : string.end;
      open = !string.closed && depth > 0;
    } else {
      const end = endOfWord(text, at);
      tokens.push({ text: text.slice(at, end), quoted: false });
      at = end;
      wordEnd = end;
    }
  }
  const unclosed = depth > 0 || open;
  if (unclosed) problem = open ? 'a quoted string is never closed' : 'an opening parenthesis is never closed';
  const entry: Entry = {
    line: startLine,
    indented: first === BLANK || first === TAB,
    tokens,
    ...(problem === undefined ? {} : { problem }),
    ...(remark === undefined ? {} : { remark }),
  };
  return { entry, end: at, endLine: line, unclosed };
}

/** Outside parentheses a string ends with its line at the latest, so one forgotten quote costs one record. */
function scanQuoted(text: string, start: number, multiline: boolean): { end: number; closed: boolean; lines: number } {
  let lines = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return { end: at, closed: true, lines };
    if (code === BACKSLASH && text.charCodeAt(at + 1) !== NEWLINE) at += 1;
    else if (code === NEWLINE) {
      if (!multiline) return { end: at, closed: false, lines };
      lines += 1;
    }
  }
  return { end: text.length, closed: false, lines };
}

function endOfWord(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      const next = text.charCodeAt(at + 1);
      if (next !== NEWLINE && next !== RETURN) at += 1;
    } else if (
      code === BLANK ||
      code === NEWLINE ||
      code === TAB ||
      code === RETURN ||
      code === SEMICOLON ||
      code === OPEN ||
      code === CLOSE ||
      code === QUOTE
    ) {
      break;
    }
  }
  return Math.min(at, text.length);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
