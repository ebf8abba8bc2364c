import { languages } from './words/all.ts';
import type { Phrase, Words } from './words.ts';

/** Phrases as one pattern: a text is read once for all of them. */
export const anyOf = (phrases: readonly Phrase[], { behind = '' }: { readonly behind?: string } = {}): RegExp =>
  new RegExp(`${behind}(?:${phrases.map(({ source }) => source).join('|')})`, 'iu');

/** Whether a text says such a thing in any language; the pattern is made when it is first asked. */
export function says(what: keyof Words, where?: { readonly behind?: string }): (text: string) => boolean {
  let pattern: RegExp | undefined;
  return (text) =>
    (pattern ??= anyOf(
      languages.flatMap((words) => words[what] ?? []),
      where,
    )).test(text);
}
