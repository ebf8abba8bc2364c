import { parsePrefixLength } from '../network.ts';
import { hasDomainEnd, readMacroString } from './macro.ts';
import { problem } from './reading.ts';
import type { PrefixLength, SpfProblem, Stretch } from './record.ts';

/** A prefix length as it stands there, whatever it says. */
export interface Written extends Stretch {
  /** The digits, without the slashes in front. */
  readonly text: string;
}

/** Takes `/24` and `//64` off the end. What is not digits stays with the domain, and is refused there. */
export function splitPrefixLengths(text: string, at: number): { body: string; v4?: Written; v6?: Written } {
  const slash = beforeDigits(text, text.length);
  if (text.charAt(slash) !== '/') return { body: text };
  if (text.charAt(slash - 1) !== '/') return { body: text.slice(0, slash), v4: writtenPrefix(text, slash, 1, at) };
  const v6 = { ...writtenPrefix(text, slash, 1, at), start: at + slash - 1 };
  const front = text.slice(0, slash - 1);
  const another = beforeDigits(front, front.length);
  if (front.charAt(another) !== '/') return { body: front, v6 };
  return { body: front.slice(0, another), v4: writtenPrefix(front, another, 1, at), v6 };
}

export const writtenPrefix = (text: string, slash: number, skip: number, at: number): Written => ({
  text: text.slice(slash + skip),
  start: at + slash,
  end: at + text.length,
});

/** Where a prefix length starts that is none: `/x` of `a:example.com/x`, `/24` of `a/24/64`. */
export function strayPrefix(body: string): number | undefined {
  if (body.startsWith('/')) return 0;
  const slash = body.lastIndexOf('/');
  if (slash < 0 || hasDomainEnd(readMacroString(body, 'domain-spec').value)) return undefined;
  return hasDomainEnd(readMacroString(body.slice(0, slash), 'domain-spec').value) ? slash : undefined;
}

/** Index of the last character in front of the digits that end at `end`; -1 where there is none. */
function beforeDigits(text: string, end: number): number {
  let index = end - 1;
  while (index >= 0 && text.charCodeAt(index) >= 0x30 && text.charCodeAt(index) <= 0x39) index--;
  return index;
}

export function readPrefixLength({ text, start, end }: Written, longest: number): PrefixLength | undefined {
  const length = parsePrefixLength(text, longest);
  return length === undefined ? undefined : { length, start, end };
}

export function badPrefix(found: Written, family: string, longest: number): SpfProblem {
  const { text } = found;
  if (text === '') return problem('bad-cidr', 'A slash must be followed by a prefix length', found);
  if (/^0[0-9]+$/.test(text)) return problem('bad-cidr', `The prefix length "${text}" has a leading zero`, found);
  const message = `"${text}" is no ${family} prefix length: it must be a number from 0 to ${longest}`;
  return problem('bad-cidr', message, found);
}
