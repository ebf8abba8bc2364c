import type { Problem } from '../../core/facts.ts';
import { readable } from '../../core/readable.ts';
import { quote, withoutBlanks, type TextRange } from '../tag-list.ts';

/** A line `key: value`; the range is that of the line without blanks at its ends. */
export interface PolicyField extends TextRange {
  readonly key: string;
  /** Without the blanks around it. */
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

export type LineCode =
  /** A web page in the policy's place; nothing else is said of it. */
  | 'page'
  /** Lines that end with a carriage return alone, so that there is but one; nothing else is said of it. */
  | 'line-ends'
  /** An invisible mark before the first key, which hides that key. */
  | 'byte-order-mark'
  /** A line without anything, other than behind the last one. */
  | 'blank-line'
  | 'no-colon'
  /** A blank before the key, or between key and colon. */
  | 'blank-before-colon'
  /** Not 1–32 letters, digits, `_`, `-` and `.`, the first a letter or digit. */
  | 'key-name'
  | 'value-empty'
  /** A control character: a bare carriage return, or a tab inside. */
  | 'value-character';

export type LineProblem = Problem<LineCode> & { readonly line: number };

const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;
const MARK = /^(?:\uFEFF|\xEF\xBB\xBF)/;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\x00-\x1F\x7F]/;

/** Reads the lines of a policy file as keys and values (RFC 8461 §3.2). Lines end with LF or CRLF. */
export function policyLines(text: string): {
  readonly fields: readonly PolicyField[];
  readonly problems: readonly LineProblem[];
} {
  const mark = MARK.exec(text)?.[0].length ?? 0;
  if (/^\s*</.test(text.slice(mark))) {
    return {
      fields: [],
      problems: [{ code: 'page', message: 'It is a web page', start: 0, end: text.length, line: 1 }],
    };
  }
  const last = text.trimEnd().length;
  if (/^[^\n]*\r[^\n]*$/.test(text.slice(mark, last))) {
    const message = 'The lines end with a carriage return alone';
    return { fields: [], problems: [{ code: 'line-ends', message, start: mark, end: last, line: 1 }] };
  }
  const fields: PolicyField[] = [];
  const problems: LineProblem[] = [];
  if (mark > 0) {
    const message = 'A byte order mark stands before the first key';
    problems.push({ code: 'byte-order-mark', message, start: 0, end: mark, line: 1 });
  }
  for (let from = mark, line = 1; from < last; line++) {
    const feed = text.indexOf('\n', from);
    const end = feed === -1 ? text.length : feed;
    const read = readLine(text, { start: from, end: text[end - 1] === '\r' && feed !== -1 ? end - 1 : end }, line);
    if (read.field !== undefined) fields.push(read.field);
    for (const problem of read.problems) problems.push(problem);
    from = end + 1;
  }
  return { fields, problems };
}

function readLine(
  text: string,
  whole: TextRange,
  line: number,
): { readonly field?: PolicyField; readonly problems: readonly LineProblem[] } {
  const problems: LineProblem[] = [];
  const { start, end } = withoutBlanks(text, whole);
  const at = { start, end, line };
  const add = (code: LineCode, message: string): void => void problems.push({ code, message, ...at });

  if (start === end) {
    add('blank-line', `Line ${line} is blank`);
    return { problems };
  }
  const shown = quote(readable(text.slice(start, end)));
  const colon = text.slice(start, end).indexOf(':');
  if (colon === -1) {
    add('no-colon', `${shown} is no key with a value`);
    return { problems };
  }
  const keyAt = withoutBlanks(text, { start, end: start + colon });
  const key = text.slice(keyAt.start, keyAt.end);
  const valueAt = withoutBlanks(text, { start: start + colon + 1, end });
  const value = text.slice(valueAt.start, valueAt.end);
  if (start > whole.start || keyAt.end < start + colon) {
    add('blank-before-colon', `There is a blank before the key or the colon of ${shown}`);
  }
  if (!KEY.test(key)) add('key-name', `${quote(readable(key))} is no name of a key`);
  if (value === '') add('value-empty', `${shown} has no value`);
  else if (CONTROL.test(value)) add('value-character', `${shown} holds a control character`);
  return { field: { key, value, ...at }, problems };
}
