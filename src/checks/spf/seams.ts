import { parseSpf, isFatal } from '../../protocols/spf.ts';
import type { PublishedText } from '../../spf/tree.ts';

/** A term that starts here beyond doubt: it has a qualifier, or something that only follows a mechanism's name. */
const TERM_START =
  /^(?:[-~?+](?:all|include|a|mx|ptr|ip4|ip6|exists)|(?:include|ip4|ip6|exists|a|mx|ptr):|(?:redirect|exp)=)/i;
const BARE_TERM = /^(?:all|mx|a|ptr)$/i;

const readsAlone = (token: string): boolean => !isFatal(parseSpf(`v=spf1 ${token}`));

/**
 * Offsets where two strings of a record meet without a blank, and two terms run together (RFC 7208 §3.3).
 * Most records are cut in the middle of a term, which is as it should be.
 */
export function seams({ strings, text }: PublishedText): number[] {
  const found: number[] = [];
  let at = 0;
  for (const [index, string] of strings.slice(0, -1).entries()) {
    at += string.length;
    const left = text.slice(Math.max(text.lastIndexOf(' ', at - 1) + 1, found.at(-1) ?? 0), at);
    const right = /^[^ ]*/.exec(text.slice(at))?.[0] ?? '';
    // Where the next seam runs together as well, the term ends there.
    const shorter = right.slice(0, strings[index + 1]?.length);
    if (runTogether(left, right) || runTogether(left, shorter)) found.push(at);
  }
  return found;
}

function runTogether(left: string, right: string): boolean {
  if (left === '' || right === '' || !readsAlone(left) || !readsAlone(right)) return false;
  return TERM_START.test(right) || (BARE_TERM.test(right) && !readsAlone(left + right));
}

/** The text with a blank at each of these offsets. */
export const withBlanks = (text: string, offsets: readonly number[]): string =>
  offsets.reduceRight((before, at) => `${before.slice(0, at)} ${before.slice(at)}`, text);
