import type { Problem } from '../../core/facts.ts';
import { readable } from '../../core/readable.ts';
import { readTerm } from './term.ts';

/**
 * Whether receivers take the text for an SPF record (RFC 7208 §4.5): `v=spf1`, then a blank or the end.
 * Small and capital letters are the same: the version is a literal of the grammar (RFC 5234 §2.3).
 */
export const isSpfRecord = (text: string): boolean => /^v=spf1(?: |$)/i.test(text);

/**
 * Why receivers do not take a text for an SPF record that somebody meant as one:
 * - `leading-characters`: blanks, a byte order mark, or quotes in front of `v=spf1`
 * - `mistyped-version`: `v=spf`, `v=spf2`, `v:spf1`, `spf1`, `v=sfp1`
 * - `no-blank`: `v=spf1` with something else than a blank behind it
 * - `no-version`: SPF terms without a version
 * - `sender-id`: `spf2.0/…` of Sender ID (RFC 4406, historic); nobody's mistake, and of no use
 */
export type LookAlikeCode = 'leading-characters' | 'mistyped-version' | 'no-blank' | 'no-version' | 'sender-id';
export interface LookAlike extends Problem<LookAlikeCode> {
  /** What to put in the place of `start`–`end` to make it a record; absent for Sender ID. */
  readonly replacement?: string;
  /** Where the terms start. */
  readonly terms: number;
}

/** Blanks, quotes, byte order marks and zero-width characters, as octets or as text. */
const LEADING =
  /^(?:[\s"'`\\(\u00A0\u200B-\u200F\u2018-\u201F\u2060\uFEFF]|\xEF\xBB\xBF|\xC2\xA0|\xE2\x80[\x8B-\x9F]|\xE2\x81\xA0)+/;
const MISTYPED =
  /^(?:v ?[=:] ?["']?(?:spf|sfp|psf|pfs|fsp|spv|sp|spff)[ -]?v?[0-9]{0,2}(?:\.[0-9])?|vspf ?1|spfv?1|v=?1 ?spf1?)(?![a-z0-9_-]*=)/i;

/** How the text fails to be an SPF record though it was meant as one; undefined for records and for anything else. */
export function spfLookAlike(text: string): LookAlike | undefined {
  if (isSpfRecord(text)) return undefined;
  const leading = LEADING.exec(text)?.[0].length ?? 0;
  const body = text.slice(leading);
  if (/^spf2\.0(?:\/|$)/i.test(body)) {
    const message = 'A Sender ID record ("spf2.0/"), which receivers no longer look at';
    return { code: 'sender-id', message, start: leading, end: leading + 6, terms: text.length };
  }
  if (leading > 0 && isSpfRecord(body)) {
    const message = 'Characters stand in front of "v=spf1", so receivers ignore the record';
    return { code: 'leading-characters', message, start: 0, end: leading, replacement: '', terms: leading + 6 };
  }
  const versioned = /^v=spf1(?![0-9])(?:[;,:."'\t\r\n\v\f\u00A0]|\xC2\xA0)*/i.exec(body)?.[0];
  if (versioned !== undefined) {
    const end = leading + versioned.length;
    const shown = firstCharacter(text.slice(leading + 6));
    const message = `"v=spf1" must be followed by a blank, but ${shown} follows, so receivers ignore the record`;
    const replacement = /^(?: |$)/.test(text.slice(end)) ? 'v=spf1' : 'v=spf1 ';
    return { code: 'no-blank', message, start: 0, end, replacement, terms: end };
  }
  const mistyped = MISTYPED.exec(body)?.[0];
  if (mistyped !== undefined) {
    const end = leading + mistyped.length;
    const message = `The record starts with "${mistyped}" instead of "v=spf1", so receivers ignore it`;
    const replacement = /^(?: |$)/.test(text.slice(end)) ? 'v=spf1' : 'v=spf1 ';
    return { code: 'mistyped-version', message, start: 0, end, replacement, terms: end };
  }
  if (!hasOnlyTerms(body)) return undefined;
  const message = 'The record has no version: without "v=spf1" in front, receivers ignore it';
  return { code: 'no-version', message, start: 0, end: leading, replacement: 'v=spf1 ', terms: leading };
}

/** The first character of an octet string, which may be several octets of UTF-8; by its number where nobody sees it. */
function firstCharacter(octets: string): string {
  const character = readable(/^(?:[\xC2-\xF4][\x80-\xBF]{1,3}|[^])/.exec(octets)?.[0] ?? '');
  if (/^[ -~\t\r\n\v\f]*$/.test(character) || /^[\p{L}\p{P}\p{S}\p{N}]+$/u.test(character))
    return JSON.stringify(character);
  const number = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return /^\s$/u.test(character) ? `a blank that is not an ASCII blank (U+${number})` : `U+${number}`;
}

/** Texts longer than this are not searched for terms: keys and tokens are common, and long. */
const LONGEST_SEARCHED = 2048;

function hasOnlyTerms(text: string): boolean {
  if (text.length > LONGEST_SEARCHED || !/(?:^| )(?:[-~?+]all|[-~?+]?(?:include|ip4|ip6):)/i.test(text)) return false;
  return text.split(' ').every((token) => token === '' || isMechanismText(token));
}

function isMechanismText(token: string): boolean {
  const { term, problems } = readTerm(token, 0);
  return term.kind !== 'unknown-modifier' && !problems.some(({ fatal }) => fatal);
}
