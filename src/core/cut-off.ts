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

/** A text that may be too long to be shown, with a mark where it was cut: between words, also where half an URL would be left. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const shown = cutOff(text, most);
  const gap = /\s/.test(text.charAt(shown.length)) ? shown.length : Math.max(shown.lastIndexOf(' '), 0);
  return `${shown.slice(0, gap === 0 ? undefined : gap).trimEnd()}…`;
}
