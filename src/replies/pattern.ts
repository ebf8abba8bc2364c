import { anyOf, moreTelling, type Needed, neededBy } from './needed.ts';

/** A regular expression, or several: each is compiled when it is first asked, which most never are. */
export interface Pattern {
  test(text: string): boolean;
  /** Of several: see `needsOf`. */
  needs?(): Needed;
}

/** A pattern that is written down as one. */
export type Phrase = Pattern & Pick<RegExp, 'source' | 'flags'>;

/** A regular expression that is made when it is first asked, its text as well: to read one is dear, too. */
export function late(told: string | (() => string), flags: string): Phrase {
  let made: RegExp | undefined;
  const sourceOf = (): string => (typeof told === 'string' ? told : told());
  return {
    get source() {
      return sourceOf();
    },
    flags,
    test: (text) => (made ??= new RegExp(sourceOf(), flags)).test(text),
    needs: () => neededBy({ source: sourceOf(), flags }),
  };
}

/** Phrases that mean the same, each in a line of its own, as one regular expression: a text is read once for all of them. */
export const oneOf = (...phrases: readonly [Phrase, ...Phrase[]]): Phrase =>
  late(() => phrases.map(({ source }) => source).join('|'), flagsOf(phrases));
/** Parts that follow one another, as one regular expression: whom it is said of, what may stand between, and what is said. */
export const inTurn = (...parts: readonly [Phrase, ...Phrase[]]): Phrase =>
  late(() => parts.map(({ source }) => `(?:${source})`).join(''), flagsOf(parts));

function flagsOf([{ flags }, ...others]: readonly [Phrase, ...Phrase[]]): string {
  if (others.some((other) => other.flags !== flags)) throw new Error(`not all of them have the flags «${flags}»`);
  return flags;
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
