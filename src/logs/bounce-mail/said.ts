import { languages } from './words/all.ts';
import type { Phrase, Words } from './words.ts';

/** Patterns in front of the phrases and behind them. */
interface Place {
  readonly behind?: string;
  readonly ahead?: string;
}

/** Phrases as one pattern: a text is read once for all of them. */
export const anyOf = (phrases: readonly Phrase[], { behind = '', ahead = '' }: Place = {}): RegExp =>
  new RegExp(`${behind}(?:${phrases.map(({ source }) => source).join('|')})${ahead}`, 'iu');

/** What is said of one thing, in any language; the pattern is made when it is first asked. */
export interface Saying {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
  /** A text without it. */
  cut(text: string): string;
}

export function says(what: keyof Words, where?: Place): Saying {
  let made: RegExp | undefined;
  const pattern = (): RegExp =>
    (made ??= anyOf(
      languages.flatMap((words) => words[what] ?? []),
      where,
    ));
  return {
    test: (text) => pattern().test(text),
    exec: (text) => pattern().exec(text),
    cut: (text) => text.replace(pattern(), ' '),
  };
}
