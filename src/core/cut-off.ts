/** What a mail address may be made of in front of its `@` (RFC 5321 §4.1.2, RFC 6531). */
const OF_ADDRESS = /[\w.!#$%&'*+/=?^`{|}~\u0080-\u{10FFFF}-]/u;

/**
 * The first `most` characters of a text, and no torn word at their end: half an address has no `@` by which it would be known
 * as one and hidden. What has that length may have been cut before. A text without a gap is cut where it must be.
 */
export function cutOff(text: string, most: number): string {
  if (text.length < most) return text;
  let end = most;
  while (end > 0 && OF_ADDRESS.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end === 0 ? most : end);
}

/** A text that may be too long to be shown, with a mark where it was cut. */
export const shortened = (text: string, most: number): string => (text.length > most ? `${cutOff(text, most)}…` : text);
