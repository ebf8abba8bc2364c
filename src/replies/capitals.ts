/**
 * A text by what `i` compares it by: characters that are equal to a pattern with `i` (ECMA-262 §22.2.2.7.3, Canonicalize),
 * with or without `u`, have equal capitals. Of some, others are equal that are not.
 */
export const capitals = (text: string): string =>
  ODD.test(text)
    ? text.toUpperCase().replaceAll(/[\u03f4\u1e9e\u2126\u212a\u212b]/g, (one) => ORDINARY[one] ?? one)
    : text.toUpperCase();

/** Letters that only `u` takes for another: signs of units, and capitals that are nobody's. */
const ODD = /[\u03f4\u1e9e\u2126\u212a\u212b]/;
const ORDINARY: Readonly<Record<string, string>> = {
  '\u03f4': '\u0398',
  '\u1e9e': 'SS',
  '\u2126': '\u03a9',
  '\u212a': 'K',
  '\u212b': '\u00c5',
};
