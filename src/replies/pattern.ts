/** A regular expression, or several: each is compiled when it is first asked, which most never are. */
export type Pattern = Pick<RegExp, 'test'>;

export const all = (...patterns: readonly Pattern[]): Pattern => ({
  test: (text) => patterns.every((pattern) => pattern.test(text)),
});
export const either = (...patterns: readonly Pattern[]): Pattern => ({
  test: (text) => patterns.some((pattern) => pattern.test(text)),
});
export const none = (pattern: Pattern): Pattern => ({ test: (text) => !pattern.test(text) });
