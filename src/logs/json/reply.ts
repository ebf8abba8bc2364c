import type { Draft } from '../event.ts';

/** `250 2.0.0 `, `550-5.1.1 `, `smtp; 550 5.1.1 `, `5.1.1 `: what a reply begins with. */
const CODES = /^(?:([245]\d\d)(?=[\s-]|$)[\s-]?)?(?:#?([245]\.\d{1,3}\.\d{1,3})(?=\W|$))?/;
const TYPE = /^(?:smtp|x-[\w-]+)\s*;\s*/i;
const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3}$/;
/** Says success, failure or delay, and nothing more (RFC 3463 §3.1). */
const SAYS_NOTHING = /^[245]\.0\.0$/;

/** A reply's text into the event, with the codes it begins with; those that the event has from elsewhere stay. */
export function addReply(event: Draft, value: unknown): void {
  if (typeof value !== 'string' || value === '') return;
  const text = value.replace(TYPE, '').trim();
  if (text === '') return;
  event.diagnostic = text;
  const [, code, enhancedCode] = CODES.exec(text) ?? [];
  if (code !== undefined) event.code ??= Number(code);
  if (enhancedCode === undefined) return;
  if (event.enhancedCode === undefined || SAYS_NOTHING.test(event.enhancedCode)) event.enhancedCode = enhancedCode;
}

/** An enhanced code, or a reply code, where a field may hold either. */
export function addStatus(event: Draft, value: unknown): void {
  if (typeof value === 'string' && ENHANCED.test(value)) event.enhancedCode = value;
  else addCode(event, value);
}

export function addCode(event: Draft, value: unknown): void {
  const code = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  if (typeof code === 'number' && Number.isInteger(code) && code >= 200 && code < 600) event.code = code;
}
