import { TEXT_LIMIT } from './limits.ts';

/** What stands in the text for people of the parts that are meant for machines. */
export interface InText {
  /** The text in front of them. */
  readonly words: string;
  /** Fields of a feedback report. */
  readonly feedback?: string;
  /** Header of the reported message. */
  readonly original?: string;
}

const BEGINS = /^(?:(?:User-Agent|Version)[ \t]{0,8}:[^\r\n]{0,200}\r?\n){0,2}Feedback-Type[ \t]{0,8}:/im;
const BLANK_LINE = /\r?\n[ \t]{0,80}\r?\n/;
/** Blank lines and `--- BEGIN ORIGINAL MESSAGE HEADERS ---`. */
const LEAD = /^(?:[ \t]{0,80}\r?\n|[-=*_]{3}[^\r\n]{0,200}\r?\n){1,10}/;
const HEADER = /^[!-9;-~]{1,100}[ \t]{0,8}:/;
const FROM = /^From[ \t]{0,8}:/im;

/** ASSP and others write the fields of the report, and behind them the header it is about, into the text itself. */
export function partsInText(whole: string): InText {
  const text = whole.slice(0, TEXT_LIMIT);
  const start = BEGINS.exec(text)?.index;
  if (start === undefined) return { words: whole, ...originalIn(text) };
  const rest = text.slice(start);
  const end = BLANK_LINE.exec(rest);
  const feedback = end === null ? rest : rest.slice(0, end.index);
  const behind = end === null ? '' : rest.slice(end.index + end[0].length);
  return { words: text.slice(0, start), feedback, ...originalIn(behind) };
}

/** A text that begins as a message's header does, with the author in it. */
function originalIn(text: string): Pick<InText, 'original'> {
  const original = text.replace(LEAD, '');
  const [header = ''] = original.split(BLANK_LINE, 1);
  return HEADER.test(header) && FROM.test(header) ? { original } : {};
}
