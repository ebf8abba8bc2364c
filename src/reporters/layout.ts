import { stripVTControlCharacters } from 'node:util';

/** Columns a text takes, colours not counted; wide characters (CJK, emoji) take two. */
export function width(text: string): number {
  let columns = 0;
  for (const char of stripVTControlCharacters(text)) columns += charWidth(char);
  return columns;
}

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/\p{Mn}|\p{Me}/u.test(char)) return 0;
  return isWide(code) || /\p{Emoji_Presentation}/u.test(char) ? 2 : 1;
}

/** East Asian wide and full-width blocks (Unicode UAX #11, coarse). */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Filled with blanks to a number of columns, colours not counted. */
export const padEnd = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - width(text))) + text;

/** Plain text cut to a number of columns, with an ellipsis where something is missing. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  return `${text.slice(0, fitting(text, 0, text.length, columns - 1))}…`;
}

/** Plain text cut at its beginning. */
export function cutStart(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  let room = columns - 1;
  for (const char of Array.from(text.slice(-2 * columns)).toReversed()) {
    room -= charWidth(char);
    if (room < 0) break;
    kept = char + kept;
  }
  return `…${kept}`;
}

/** The end of the longest part of `text` from `start` that takes no more than so many columns; never between surrogates. */
function fitting(text: string, start: number, end: number, columns: number): number {
  let at = start;
  let left = columns;
  for (const char of text.slice(start, Math.min(end, start + 4 * columns + 4))) {
    left -= charWidth(char);
    if (left < 0) break;
    at += char.length;
  }
  return at;
}

/** Offsets into a text, `end` exclusive: one line of it. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** How lines are broken: at blanks only; long words anywhere; long words, after punctuation where there is any. */
export type Breaking = 'blanks' | 'anywhere' | 'punctuation';

/** A number and its per cent sign are one: `0.3 %`. */
const WORD = /[^ ]*\d %[^ ]*|[^ ]+/g;

/** Breaks plain text at blanks into lines of so many columns; later lines may be shorter. Blanks at a break are dropped. */
export function lineRanges(text: string, first: number, later: number, breaking: Breaking = 'blanks'): LineRange[] {
  const lines: LineRange[] = [];
  let line: LineRange | undefined;
  const room = (): number => Math.max(1, lines.length === 0 ? first : later);
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const end = index + word.length;
    // Leading blanks are an indent.
    let start = lines.length === 0 && line === undefined ? 0 : index;
    if (line !== undefined) {
      if (fitting(text, line.start, end, room()) === end) {
        line = { start: line.start, end };
        continue;
      }
      lines.push(line);
      line = undefined;
    }
    if (breaking !== 'blanks')
      while (fitting(text, start, end, room()) < end) {
        const stop = breakIn(text, start, end, room(), breaking);
        lines.push({ start, end: stop });
        start = stop;
      }
    line = { start, end };
  }
  return line === undefined ? (lines.length === 0 ? [{ start: 0, end: 0 }] : lines) : [...lines, line];
}

function breakIn(text: string, start: number, end: number, columns: number, breaking: Breaking): number {
  // Something has to go onto each line, be it wider than the line.
  const most = fitting(text, start, end, columns);
  const stop = most > start ? most : start + String.fromCodePoint(text.codePointAt(start) ?? 0).length;
  if (breaking !== 'punctuation') return stop;
  for (let at = stop; at > start + (stop - start) / 3; at -= 1) if (/[./:;,@!_-]/.test(text[at - 1] ?? '')) return at;
  return stop;
}
