import type { Line } from '../core/page.ts';
import { inertLine } from './inert-line.ts';
import { plainText, runsOf } from './runs.ts';
import { quotedParts, type Quoted } from './quoted.ts';

/**
 * Words that GitHub and GitLab make more of than text after Markdown is done, so that no backslash stops them: mentions and
 * mail addresses, URLs, issues, commits, advisories, emoji, mathematics. As code they are left alone.
 */
const ACTIVE =
  /[@$`]|:\/\/|www\.|mailto:|xmpp:|[#!%&~]\w|(?<![\da-z])(?:gh-\d|cve-|ghsa-)|:[\w+-]+:|(?<![\da-z])[\da-f]{7,40}(?![\da-z])/i;
/** What Markdown itself would take for markup within a line. */
const MARKUP = /[\\*_[\]~|#!]/g;

/** Blanks that do not break are there to be seen: they indent a cell. */
const OUTER_BLANKS = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/** A line from a page as inline Markdown: nothing in it is markup, a link, an image, HTML, a mention or a reference. */
export function inlineMarkdown(line: Line): string {
  const parts = quotedParts(plainText(runsOf(line))).flatMap(({ code, text }) =>
    code ? [{ code, text }] : words(text),
  );
  return atLineStart(joined(parts).map(asMarkdown).join('').replaceAll(OUTER_BLANKS, ''));
}

/** The same as one cell of a table. */
export const cellMarkdown = (lines: readonly Line[]): string => lines.map((line) => inlineMarkdown(line)).join('<br>');

/** A block of code: lines that came from outside, each one shown as it is. */
export function fenced(lines: readonly string[], language = 'text'): string[] {
  const fence = '`'.repeat(Math.max(3, longestBacktickRun(lines.join('\n')) + 1));
  return [fence + language, ...lines.map((line) => inertLine(line)), fence];
}

function words(text: string): Quoted[] {
  return text.split(/( +)/).flatMap((word) => {
    if (!ACTIVE.test(word)) return [{ code: false, text: word }];
    const [after = ''] = /[,;”]+$/.exec(word) ?? [];
    return [
      { code: true, text: word.slice(0, word.length - after.length) },
      { code: false, text: after },
    ];
  });
}

/** Two code spans side by side would be read as one broken one. */
function joined(parts: readonly Quoted[]): Quoted[] {
  const merged: Quoted[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.text === '') continue;
    if (last !== undefined && last.code === part.code)
      merged[merged.length - 1] = { code: part.code, text: last.text + part.text };
    else merged.push(part);
  }
  return merged;
}

const asMarkdown = ({ code, text }: Quoted): string =>
  code
    ? codeSpans(text)
    : text
        .replaceAll(MARKUP, String.raw`\$&`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;');

/** A table takes a bar for the end of a cell even within code, so bars stand between spans. */
const codeSpans = (text: string): string =>
  text
    .split('|')
    .map((piece) => (piece === '' ? '' : codeSpan(piece)))
    .join(String.raw`\|`);

function codeSpan(text: string): string {
  const fence = '`'.repeat(longestBacktickRun(text) + 1);
  // One blank on either side is taken off again; it keeps backticks, and blanks, at the ends.
  const padded = /^[` ]|[` ]$/.test(text) && text.trim() !== '' ? ` ${text} ` : text;
  return fence + padded + fence;
}

function longestBacktickRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** What would begin a list or a quotation, or underline a heading or the head of a table. */
const atLineStart = (text: string): string =>
  text
    .replace(/^(?:>|[-+](?=[ :+-]|$)|:(?=-)|=(?==* *$))/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)](?: |$))/, String.raw`$1\$2`);
