import { anyOf, moreTelling, type Needed, neededBy } from './needed.ts';

/** A regular expression, or several: each is compiled when it is first asked, which most never are. */
export interface Pattern {
  test(text: string): boolean;
  /** Of several: see `needsOf`. */
  needs?(): Needed;
}

/** A regular expression that is made when it is first asked: to read one is dear, too. */
export function late(source: string, flags: string): Pattern {
  let made: RegExp | undefined;
  return {
    test: (text) => (made ??= new RegExp(source, flags)).test(text),
    needs: () => neededBy({ source, flags }),
  };
}

export const all = (...patterns: readonly Pattern[]): Pattern => ({
  test: (text) => patterns.every((pattern) => pattern.test(text)),
  needs: () => patterns.map((pattern) => needsOf(pattern)).reduce(moreTelling),
});
export const either = (...patterns: readonly Pattern[]): Pattern => ({
  test: (text) => patterns.some((pattern) => pattern.test(text)),
  needs: () => anyOf(patterns.map((pattern) => needsOf(pattern))),
});
export const none = (pattern: Pattern): Pattern => ({ test: (text) => !pattern.test(text) });

/** Texts, in capitals, of which each text that the pattern fits has one at least; undefined where none can be told. */
export const needsOf = (pattern: Pattern): Needed =>
  pattern instanceof RegExp ? neededBy(pattern) : pattern.needs?.();
