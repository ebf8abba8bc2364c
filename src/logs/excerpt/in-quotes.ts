import type { LineFormat } from '../format.ts';

/** A quote, and a stamp in it: what programs' sources hold their samples in. */
const OPENING = /["'`](?=(?:\d{4}-\d\d-\d\d[T ]|[A-Z][a-z]{2} [ \d]\d )\d\d:\d\d:\d\d)/;
/** What it ends with is followed by the program, and not by more of the line. */
const CLOSING = {
  '"': /^((?:[^"\\]|\\.|"(?!\s*(?:$|[),;\]}]|\.\w{1,64}\()))*)"/,
  "'": /^((?:[^'\\]|\\.|'(?!\s*(?:$|[),;\]}]|\.\w{1,64}\()))*)'/,
  '`': /^((?:[^`]|`(?!\s*(?:$|[),;\]}]|\.\w{1,64}\()))*)`/,
};
const CLOCK = /\d\d:\d\d:\d\d/;
/** Characters of a line that is looked through, and of the program before the quote. */
const LONGEST = 16 * 1024;
const FARTHEST = 160;

/** The line that a program's source holds in quotes: `"line": "Jul  3 00:00:05 mx1 postfix/smtp[7]: …",`; undefined where it is none. */
export function inQuotes(text: string, { recognise }: Pick<LineFormat, 'recognise'>): string | undefined {
  const opening = text.length > LONGEST ? null : OPENING.exec(text);
  // Behind a stamp of its own, somebody else tells of the line.
  if (opening === null || opening.index > FARTHEST || CLOCK.test(text.slice(0, opening.index))) return undefined;
  const quote = opening[0] as keyof typeof CLOSING;
  const quoted = CLOSING[quote].exec(text.slice(opening.index + 1))?.[1];
  if (quoted === undefined) return undefined;
  const line = quote === '`' ? quoted : quoted.replaceAll(/\\(["'\\])/g, '$1');
  return recognise([line]) > 0 ? line : undefined;
}
