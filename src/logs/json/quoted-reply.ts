import type { Draft } from '../event.ts';

/** `smtp;` of RFC 3464 §2.3.6: what kind of text follows. */
const DIAGNOSTIC_TYPE = /^[a-z][a-z\d-]{0,30};\s*/i;
/** `sent (250 2.0.0 OK)`, `soft bounce (450 4.2.0 …)`: a reply within a mail server's own words. */
const IN_WORDS = /^[a-z ]{1,20}\(([2-5]\d\d[ -].*)\)$/is;
const ENHANCED = String.raw`([245]\.\d{1,3}\.\d{1,3})(?![.\d])`;
const BOTH = new RegExp(String.raw`(?:^|[\s;:(>"'\]])([245]\d\d)[ -]+#?${ENHANCED}`);
/** Without an enhanced code a number is a reply code at the beginning, or where something ends before it. */
const CODE = /(?:^|[;:(]\s*)([45]\d\d)(?=[\s:;,)-]|$)|^(2\d\d)(?=[\s-]|$)/;
const ENHANCED_ALONE = new RegExp(String.raw`(?:^|[#(:;]\s*|^[2-5]\d\d\s[^]{0,80}?\s)${ENHANCED}`);

/**
 * Puts what the other side answered, or what the service says instead, into the event, with the codes in it.
 * `code`: where the service names it apart.
 */
export function addQuotedReply(event: Draft, said: string | undefined, code?: number): void {
  const text = said === undefined ? '' : bare(said);
  const both = BOTH.exec(text);
  const found = both?.[1] ?? codeIn(text);
  const reply = isReplyCode(code) ? code : found === undefined ? undefined : Number(found);
  const enhanced = both?.[2] ?? ENHANCED_ALONE.exec(text)?.[1];
  if (reply !== undefined) event.code = reply;
  // `5.1.1` behind `250` is something else.
  if (enhanced !== undefined && (reply === undefined || enhanced.startsWith(String(reply).charAt(0))))
    event.enhancedCode = enhanced;
  if (text !== '') event.diagnostic = text;
}

function bare(said: string): string {
  const lines = said.includes('\n') ? said.split(/[\r\n]+/).map((line) => line.trim()) : [said];
  const text = lines.join(' ').trim().replace(DIAGNOSTIC_TYPE, '');
  return IN_WORDS.exec(text)?.[1] ?? text;
}

function codeIn(text: string): string | undefined {
  const match = CODE.exec(text);
  return match?.[1] ?? match?.[2];
}

const isReplyCode = (code: number | undefined): code is number =>
  code !== undefined && Number.isInteger(code) && code >= 200 && code < 600;
