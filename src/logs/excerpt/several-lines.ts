import type { LineFormat } from '../format.ts';

/** A stamp behind a message; behind a colon it is the inner one of a line that another program hands on. */
const WITHIN = /(?<=[^\s:]) (?=(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)\S* \S)/g;
/** Characters of a line that is looked through. */
const LONGEST = 16 * 1024;
/** Lines of which each is surely the format's own. */
const SURE = 0.9;

/** The lines that a page has put into one; the text itself where it is one. */
export function linesWithin(text: string, { recognise }: Pick<LineFormat, 'recognise'>): readonly string[] {
  if (text.length > LONGEST) return [text];
  const lines: string[] = [];
  let start = 0;
  for (const { index } of text.matchAll(WITHIN)) {
    const [line, rest] = [text.slice(start, index), text.slice(index + 1)];
    if (recognise([line]) < SURE || recognise([rest]) < SURE) continue;
    lines.push(line);
    start = index + 1;
  }
  return [...lines, text.slice(start)];
}
