/** What a reply's text says by its codes. */
export interface ReplyText {
  readonly code: number | undefined;
  readonly enhancedCode: string | undefined;
  readonly text: string;
}

/** `smtp;550 5.1.1 …`: the type of a diagnostic (RFC 3464 §2.3.6). */
const TYPE = /^(?:smtp|x-\w+);\s*/i;
/** `550 5.1.1 `, `550-5.7.1 `, `550: 5.1.1 `, `550 #5.1.0 `, at the beginning or behind what is said about who said it. */
const CODES = /(?:^|[\s:;(["'])([245]\d\d)(?:[ -]+|: )(?:[245]\d\d[ -]+)?[#(]?([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const CODE_ALONE = /^([245]\d\d)(?=[ :-]|$)/;
const ENHANCED_ALONE = /^[#(]?([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
/** Replies of more are no replies; the codes stand at the beginning. */
const LOOKED_AT = 500;

/** Lines of one reply, joined by a blank. */
export const joinedLines = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' ')
    : text.trim();

export function replyText(raw: string): ReplyText {
  const text = joinedLines(raw).replace(TYPE, '');
  const start = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text;
  const [, code = CODE_ALONE.exec(start)?.[1], enhanced = ENHANCED_ALONE.exec(start)?.[1]] = CODES.exec(start) ?? [];
  return { code: code === undefined ? undefined : Number(code), enhancedCode: enhanced, text };
}

/** `5.1.1 (bad destination mailbox address)` */
export const enhancedCodeIn = (text: string): string | undefined => ENHANCED_ALONE.exec(text.trim())?.[1];

/** A reply code of RFC 5321 §4.2; services have numbers of their own, which are none. */
export function replyCode(text: string): number | undefined {
  const code = /^\s*([245]\d\d)(?:\.0)?(?=\D|$)/.exec(text)?.[1];
  return code === undefined ? undefined : Number(code);
}
