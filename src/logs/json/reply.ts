import type { Draft } from '../event.ts';
import { replyCodeAt } from '../reply-code.ts';

const TYPE = /^(?:smtp|x-[\w-]+)\s*;\s*/i;
const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3}$/;
/** Says success, failure or delay, and nothing more (RFC 3463 §3.1). */
const SAYS_NOTHING = /^[245]\.0\.0$/;

/**
 * A reply's text into the event, with the codes it begins with (`250 2.0.0 `, `550-5.1.1 `, `smtp; 550 5.1.1 `,
 * `5.1.1 `); those that the event has from elsewhere stay.
 */
export function addReply(event: Draft, value: unknown): void {
  if (typeof value !== 'string' || value === '') return;
  const text = inOneLine(isPlain(value) ? value : value.replace(TYPE, '').trim());
  if (text === '') return;
  event.diagnostic = text;
  const code = replyCodeAt(text);
  if (code !== undefined) event.code ??= code;
  const from = code === undefined ? 0 : 4;
  // `2.0.0`: the second octet of it is a dot.
  const dot = text.charCodeAt(from) === HASH ? from + 2 : from + 1;
  if (text.charCodeAt(dot) !== DOT) return;
  const enhancedCode = text.startsWith(FINE, from)
    ? '2.0.0'
    : BEGINS_ENHANCED.exec(text.slice(from, from + LONGEST_ENHANCED))?.[1];
  if (enhancedCode === undefined) return;
  if (code === undefined && event.code === undefined) addCode(event, GATEWAY.exec(text)?.[1]);
  if (event.enhancedCode === undefined || SAYS_NOTHING.test(event.enhancedCode)) event.enhancedCode = enhancedCode;
}

/** Most have no line end in them, and need no pattern to find that out. */
const inOneLine = (text: string): string => (text.includes('\n') ? text.replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' ') : text);

/** `5.1.0 - Unknown address error 550-'no such user'`: a Cisco gateway quotes the reply in its own words. */
const GATEWAY = /^[245]\.\d\.\d - [\w ]{1,40} error ([245]\d\d)\b/;

const ZERO = 0x30;
const BLANK = 0x20;
const HASH = 0x23;
const DOT = 0x2e;
/** What nearly all are accepted with. */
const FINE = '2.0.0 ';
const BEGINS_ENHANCED = /^#?([245]\.\d{1,3}\.\d{1,3})(?=\W|$)/;
/** `#5.123.123` and the octet behind it. */
const LONGEST_ENHANCED = 11;

/** Begins with a digit, and does not end with a blank: nothing to take off. */
const isPlain = (text: string): boolean =>
  text.charCodeAt(0) - ZERO <= 9 && text.charCodeAt(0) > BLANK && text.charCodeAt(text.length - 1) > BLANK;

/** An enhanced code, or a reply code, where a field may hold either. */
export function addStatus(event: Draft, value: unknown): void {
  if (typeof value === 'string' && ENHANCED.test(value)) event.enhancedCode = value;
  else addCode(event, value);
}

export function addCode(event: Draft, value: unknown): void {
  const code = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  if (typeof code === 'number' && Number.isInteger(code) && code >= 200 && code < 600) event.code = code;
}
