/** The macro letters of RFC 7208 §7.2. */
const MACRO_LETTERS = 'slodiphcrtv';
/** `c`, `r` and `t` are allowed in explanation texts only (§7.2). */
const EXPLANATION_LETTERS = 'crt';
export type MacroLetter = 's' | 'l' | 'o' | 'd' | 'i' | 'p' | 'h' | 'c' | 'r' | 't' | 'v';

export interface MacroLiteral {
  readonly kind: 'literal';
  readonly text: string;
}
/** `%%`, `%_` or `%-`. */
export interface MacroEscape {
  readonly kind: 'escape';
  /** As written. */
  readonly text: string;
  /** `%`, a blank, or `%20`. */
  readonly value: string;
}
export interface MacroExpand {
  readonly kind: 'macro';
  /** As written: `%{ir}`. */
  readonly text: string;
  readonly letter: MacroLetter;
  /** The letter is a capital: the value is URL-escaped (§7.3). */
  readonly escaped: boolean;
  /** How many right-hand parts to keep; absent: all. */
  readonly keep?: number;
  readonly reversed: boolean;
  /** The characters to split at; empty where none is written, which means `.`. */
  readonly delimiters: string;
}
export type MacroPart = MacroLiteral | MacroEscape | MacroExpand;

/** A macro-string (RFC 7208 §7.1), read. */
export interface MacroString {
  /** As written. */
  readonly text: string;
  readonly parts: readonly MacroPart[];
  /** The value, where no macro letter is used. */
  readonly constant?: string;
}

/** A macro that cannot be read, with offsets into the macro-string. */
export interface MacroProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Where the macro-string stands: decides on the letters c, r, t and on blanks. */
export type MacroPlace = 'domain-spec' | 'unknown-modifier' | 'explanation';

const ESCAPES: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' };
const MACRO_BODY = /^([a-z])([0-9]*)(r?)([.\-+,/_=]*)$/i;
/** A domain name has at most 127 labels (§7.3), so more parts than that are all parts. */
const MOST_PARTS = 128;

/** Reads a macro-string; what cannot be read as a macro stays in as a literal and is a problem. */
export function readMacroString(text: string, place: MacroPlace): { value: MacroString; problems: MacroProblem[] } {
  const parts: MacroPart[] = [];
  const problems: MacroProblem[] = [];
  let position = 0;
  while (position < text.length) {
    const percent = text.indexOf('%', position);
    const literal = text.slice(position, percent < 0 ? text.length : percent);
    if (literal !== '') parts.push({ kind: 'literal', text: literal });
    if (percent < 0) break;
    const length = partLength(text, percent);
    const written = text.slice(percent, percent + length);
    const part = readPart(written, place);
    if (typeof part === 'string') {
      problems.push({ message: part, start: percent, end: percent + length });
      parts.push({ kind: 'literal', text: written });
    } else parts.push(part);
    position = percent + length;
  }
  return { value: macroString(text, parts), problems };
}

/** How long the part is that starts with the `%` at `start`. */
function partLength(text: string, start: number): number {
  const next = text[start + 1];
  if (next === undefined) return 1;
  if (next !== '{') return Object.hasOwn(ESCAPES, next) ? 2 : 1;
  const close = text.indexOf('}', start);
  return close < 0 ? text.length - start : close + 1 - start;
}

/** One part, or what is wrong with it. */
function readPart(text: string, place: MacroPlace): MacroPart | string {
  if (text.length === 2 && text !== '%{') return { kind: 'escape', text, value: ESCAPES[text.charAt(1)] ?? '' };
  if (!text.startsWith('%{')) return 'A "%" must be followed by "{", "%", "_" or "-"; a plain percent sign is "%%"';
  if (!text.endsWith('}')) return `The macro "${text}" has no closing brace`;
  const body = MACRO_BODY.exec(text.slice(2, -1));
  if (body === null) return `"${text}" is no macro: a letter, digits, "r" and delimiters may stand between the braces`;
  const [, written = '', digits = '', reverse = '', delimiters = ''] = body;
  const letter = written.toLowerCase();
  if (!isMacroLetter(letter)) return `There is no macro letter "${written}" in "${text}"`;
  if (place === 'domain-spec' && EXPLANATION_LETTERS.includes(letter)) {
    return `The macro letter "${written}" in "${text}" may only be used in explanation texts`;
  }
  if (digits !== '' && Number(digits) === 0) return `"${text}" keeps no parts: the number must not be zero`;
  return {
    kind: 'macro',
    text,
    letter,
    escaped: written !== letter,
    ...(digits === '' ? {} : { keep: Math.min(Number(digits), MOST_PARTS) }),
    reversed: reverse !== '',
    delimiters,
  };
}

const isMacroLetter = (letter: string): letter is MacroLetter => MACRO_LETTERS.includes(letter);

function macroString(text: string, parts: readonly MacroPart[]): MacroString {
  if (parts.some((part) => part.kind === 'macro')) return { text, parts };
  return { text, parts, constant: parts.map((part) => (part.kind === 'escape' ? part.value : part.text)).join('') };
}

/** The macro letters used, each once, in order. */
export function macroLetters({ parts }: MacroString): MacroLetter[] {
  return [...new Set(parts.flatMap((part) => (part.kind === 'macro' ? [part.letter] : [])))];
}

/**
 * Replaces every macro by its value (§7.3). `valueOf` gives the value of a letter before transformers;
 * `undefined` for one that is not known makes the whole undefined.
 */
export function expandMacros(
  { parts }: MacroString,
  valueOf: (letter: MacroLetter) => string | undefined,
): string | undefined {
  let expanded = '';
  for (const part of parts) {
    if (part.kind !== 'macro') {
      expanded += part.kind === 'escape' ? part.value : part.text;
      continue;
    }
    const value = valueOf(part.letter);
    if (value === undefined) return undefined;
    const transformed = transform(value, part);
    expanded += part.escaped ? urlEscape(transformed) : transformed;
  }
  return expanded;
}

function transform(value: string, { keep, reversed, delimiters }: MacroExpand): string {
  if (keep === undefined && !reversed && delimiters === '') return value;
  const pieces = split(value, delimiters === '' ? '.' : delimiters);
  if (reversed) pieces.reverse();
  return (keep === undefined ? pieces : pieces.slice(-keep)).join('.');
}

/** Split at every single delimiter: the parts may be empty (§7.3). */
function split(value: string, delimiters: string): string[] {
  const pieces = [''];
  for (const char of value) {
    if (delimiters.includes(char)) pieces.push('');
    else pieces[pieces.length - 1] += char;
  }
  return pieces;
}

/** Everything but the unreserved characters of RFC 3986 §2.3, as UTF-8. */
function urlEscape(value: string): string {
  return Array.from(new TextEncoder().encode(value), (octet) => {
    const char = String.fromCharCode(octet);
    return /[A-Za-z0-9\-._~]/.test(char) ? char : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** toplabel (§7.1): letters, digits and inner hyphens, and not digits only. */
export const isTopLabel = (label: string): boolean =>
  /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label) && !/^[0-9]+$/.test(label);

/** domain-end (§7.1): a macro-expand, or a dot and a top label with or without a final dot. */
export function hasDomainEnd({ parts }: MacroString): boolean {
  const last = parts.at(-1);
  if (last === undefined) return false;
  if (last.kind !== 'literal') return true;
  const bare = last.text.endsWith('.') ? last.text.slice(0, -1) : last.text;
  const dot = bare.lastIndexOf('.');
  return dot >= 0 && isTopLabel(bare.slice(dot + 1));
}
