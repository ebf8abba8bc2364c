import type { Span } from './facts.ts';

/**
 * Octet strings (one character per octet, as DNS text comes) as text for people:
 * UTF-8 where the octets are valid UTF-8, themselves otherwise.
 */
export function readable(octets: string): string {
  // oxlint-disable-next-line no-control-regex -- plain ASCII needs no decoding, anything above 0xFF is text already
  if (!/[\x80-\xFF]/.test(octets) || /[^\x00-\xFF]/.test(octets)) return octets;
  const bytes = Uint8Array.from(octets, (char) => char.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return octets;
  }
}

/** The same for a stretch of a text; the offsets follow it. */
export function readableSpan<S extends Pick<Span, 'text' | 'start' | 'end'>>(span: S): S {
  const before = readable(span.text.slice(0, span.start));
  const culprit = readable(span.text.slice(span.start, span.end));
  const text = before + culprit + readable(span.text.slice(span.end));
  return { ...span, text, start: before.length, end: before.length + culprit.length };
}

/**
 * What the eye does not see, or a terminal obeys, beyond C0: DEL and C1, soft hyphens, directional marks and overrides,
 * separators, byte order marks, tag characters.
 */
export const UNSEEN = String.raw`[\x7F-\x9F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDC7F]`;
const LONE_SURROGATE = String.raw`[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]`;
const UNPRINTABLE = new RegExp(`[\\x00-\\x1F]|${UNSEEN}|${LONE_SURROGATE}`, 'g');

/**
 * Text from outside, safe to print to a terminal or into a log: control characters (C0, DEL, C1), line separators,
 * bidirectional overrides, invisible characters and lone surrogates become visible escapes, so nobody's TXT record
 * moves our cursor, rings the bell, forges a line or reorders what is read (CVE-2021-42574 in a DNS record).
 */
export function visible(text: string): string {
  return text.replaceAll(UNPRINTABLE, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}
