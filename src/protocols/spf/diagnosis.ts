import { readable } from '../../core/readable.ts';
import { LONGEST_DIAGNOSED, missingBlanks } from './missing-blanks.ts';
import { problem, type ReadTerm } from './reading.ts';
import { readsWell } from './reads-well.ts';
import type { SpfProblem } from './record.ts';
import { wordMeant } from './word-meant.ts';

/** Says of a term that cannot be read what is most likely wrong with it, and what to put in its place. */
export function diagnosed(found: ReadTerm): readonly SpfProblem[] {
  const { term, problems } = found;
  const { text, start } = term;
  const characters = badCharacters(text, start);
  if (characters.length > 0) return characters;
  if (text.length > LONGEST_DIAGNOSED) return problems;
  return (
    strayQuotes(text, start) ??
    strayPunctuation(text, start) ??
    missingBlanks(text, start) ??
    wordMeant(found) ??
    problems
  );
}

const INSTEAD: readonly (readonly [characters: RegExp, replacement: string, name: string])[] = [
  [/^[\u2018-\u201F\u00AB\u00BB\u2032\u2033]+$/, '', 'a typographic quote'],
  [/^[\u2010-\u2015\u2212]$/, '-', 'a typographic dash'],
  [/^[\u00A0\u2000-\u200A\u202F\u3000]+$/, ' ', 'a blank that is not an ASCII blank'],
  [/^[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF\u00AD]+$/, '', 'an invisible character'],
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  [/^[\t\r\n\v\f]+$/, ' ', 'a control character (tab or line break)'],
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  [/^[\x00-\x1F\x7F]+$/, '', 'a control character'],
];

/** Everything but visible ASCII, a problem for each run. Octets are read as UTF-8 where they are that. */
function badCharacters(text: string, start: number): SpfProblem[] {
  return Array.from(text.matchAll(/[^\x21-\x7E]+/g), (run) => {
    const where = { start: start + run.index, end: start + run.index + run[0].length };
    const shown = readable(run[0]);
    const known = INSTEAD.find(([characters]) => characters.test(shown));
    if (known === undefined) {
      return problem('bad-character', `${JSON.stringify(shown)} is not ASCII, which no SPF record may hold`, where);
    }
    const [, replacement, name] = known;
    return problem(
      'bad-character',
      `${JSON.stringify(shown)} is ${name}, which no SPF record may hold`,
      where,
      replacement,
    );
  });
}

function strayQuotes(text: string, start: number): SpfProblem[] | undefined {
  const quotes = /\\?["'`]+/g;
  const bare = text.replaceAll(quotes, '');
  if (bare === text) return undefined;
  // Two strings of a zone file run together: `-all""include:x`.
  const replacement = readsWell(bare) || !readsWell(text.replaceAll(quotes, ' ')) ? '' : ' ';
  return Array.from(text.matchAll(quotes), ({ 0: quote, index }) => {
    const where = { start: start + index, end: start + index + quote.length };
    return problem('stray-quote', `A quote stands inside "${bare}"`, where, replacement);
  });
}

function strayPunctuation(text: string, start: number): SpfProblem[] | undefined {
  const pieces = text.split(/[,;]+/).filter((piece) => piece !== '');
  const found = Array.from(text.matchAll(/[,;]+/g));
  if (found.length === 0) return undefined;
  if (pieces.every((piece) => readsWell(piece))) {
    return found.map(({ 0: mark, index }) => {
      const inside = index > 0 && index + mark.length < text.length;
      const where = { start: start + index, end: start + index + mark.length };
      const message = `"${mark}" stands in or beside "${text}": terms are separated by blanks`;
      return problem('stray-punctuation', message, where, inside ? ' ' : '');
    });
  }
  // `ip4:192.0.2.1,192.0.2.2`
  const prefix = /^[-+~?]?[a-z0-9]+[:=]/i.exec(text)?.[0];
  const [head, ...others] = pieces;
  const separate = [head, ...others.map((piece) => `${prefix}${piece}`)].join(' ');
  if (prefix === undefined || others.length === 0 || !readsWell(separate)) return undefined;
  const message = `"${text}" is a list: every value needs a term of its own`;
  return [problem('stray-punctuation', message, { start, end: start + text.length }, separate)];
}
