import { readable } from '../../core/readable.ts';
import { closest } from '../edit-distance.ts';
import { parseIp, parseNetwork } from '../ip.ts';
import type { SpfProblem, Stretch } from './record.ts';
import { MECHANISMS } from './record.ts';
import { problem, type ReadTerm } from './reading.ts';
import { readTerm } from './term.ts';

/** Longer terms are not searched for what was meant: the search tries several readings, and nobody types such a term. */
const LONGEST_DIAGNOSED = 512;

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

/** Whether the text, with blanks between its terms, reads without fault. */
const readsWell = (text: string): boolean =>
  text.split(' ').every((token) => {
    if (token === '') return true;
    const { term, problems } = readTerm(token, 0);
    return term.kind !== 'unknown-modifier' && !problems.some(({ fatal }) => fatal);
  });

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

/** More terms than this run together are not taken apart. */
const MOST_GLUED = 8;

/** Places where one might begin: in a term of nothing else, each would be tried with each of the others. */
const MOST_PLACES = 32;
const GLUED = /[-+~?]?(?:(?:include|exists|ip4|ip6|ptr|mx|a):|(?:redirect|exp)=|(?:all|ptr|mx|a)$)/gi;

/** `ip4:192.0.2.1-all`: the places where a blank makes well-formed terms of it. */
function missingBlanks(text: string, start: number): SpfProblem[] | undefined {
  const places = Array.from(text.matchAll(GLUED), ({ index, 0: word }) => ({ index, word })).slice(0, MOST_PLACES + 1);
  if (places.length > MOST_PLACES) return undefined;
  const readings = new Map<string, boolean>();
  const reads = (piece: string): boolean => {
    const known = readings.get(piece) ?? readsWell(piece);
    readings.set(piece, known);
    return known;
  };
  // Where from, with so many left, there was no way to the end: without it, ways are tried by the million.
  const hopeless = new Set<number>();
  function gapsFrom(from: number, most: number): SpfProblem[] | undefined {
    const key = from * (MOST_GLUED + 1) + most;
    if (most === 0 || hopeless.has(key)) return undefined;
    for (const { index, word } of places) {
      if (index <= from || !reads(text.slice(from, index))) continue;
      const more = reads(text.slice(index)) ? [] : gapsFrom(index, most - 1);
      if (more === undefined) continue;
      const where = { start: start + index, end: start + index };
      return [problem('missing-blank', `A blank is missing before "${word}"`, where, ' '), ...more];
    }
    hopeless.add(key);
    return undefined;
  }
  return gapsFrom(0, MOST_GLUED);
}

const WORDS = [...MECHANISMS.filter((name) => name !== 'a'), 'redirect'];

/**
 * `include:a.examplemx:b.example`, `include:a.example-all`: a domain by the grammar that is two terms with the blank
 * between them missing. Receivers do not refuse it; they ask for a name that does not exist.
 */
export function gluedTerms({ term }: ReadTerm): SpfProblem[] | undefined {
  if (term.text.length > LONGEST_DIAGNOSED) return undefined;
  const gaps = missingBlanks(term.text, term.start);
  return gaps?.map((gap) => problem('suspicious-domain', gap.message, gap, gap.replacement));
}

/** What word, or which mechanism, was meant. */
function wordMeant({ term, problems: [first] }: ReadTerm): SpfProblem[] | undefined {
  if (first === undefined) return undefined;
  const { text, start, end } = term;
  const sign = /^[-+~?]/.exec(text)?.[0] ?? '';
  const bare = text.slice(sign.length);
  const whole = { start: start + sign.length, end };
  const network = parseNetwork(bare);
  if (network !== undefined) {
    const message = `"${bare}" stands without a mechanism; an address needs "ip${network.family}:" in front`;
    return [problem('unknown-mechanism', message, whole, `ip${network.family}:${bare}`)];
  }
  const { 0: name, 1: rest } = split(bare);
  const named = { start: whole.start, end: whole.start + name.length };
  const lower = name.toLowerCase();
  const argument = rest.slice(1);
  const family = parseIp(argument.split('/', 1)[0] ?? '')?.family;

  if ((lower === 'redirect' || lower === 'exp') && rest.startsWith(':') && readsWell(`${name}=${argument}`)) {
    const colon = { start: named.end, end: named.end + 1 };
    return [problem('wrong-separator', `"${name}" is a modifier and takes "=", not ":"`, colon, '=')];
  }
  if (first.code === 'unknown-mechanism') return [unknownMechanism(first, { sign, name, rest, named, family })];
  if (first.code === 'bad-domain' && family !== undefined && readsWell(`ip${family}:${argument}`)) {
    const message = `"${name}:" takes a domain, but "${argument}" is an address; that is "ip${family}:"`;
    return [problem('bad-domain', message, named, `ip${family}`)];
  }
  if (first.code === 'bad-address' && readsWell(`a:${argument}`)) {
    const message = `"${name}:" takes an address, but "${argument}" is a domain; that is "a:"`;
    return [problem('bad-address', message, named, 'a')];
  }
  if (first.code === 'bad-cidr') return cidrMeant(first, text, start);
  return undefined;
}

interface MistypedTerm {
  readonly sign: string;
  readonly name: string;
  readonly rest: string;
  /** Where the name stands. */
  readonly named: Stretch;
  /** Of the argument, where that is an address. */
  readonly family: 4 | 6 | undefined;
}

function unknownMechanism(first: SpfProblem, { sign, name, rest, named, family }: MistypedTerm): SpfProblem {
  const isAddress = family !== undefined && /^ip/i.test(name);
  const meant = isAddress ? `ip${family}` : closest(name, WORDS, name.length > 4 ? 2 : 1);
  if (meant === undefined) return { ...first, ...named };
  // `redirekt:x` has the wrong separator as well.
  const separator = meant === 'redirect' ? '=' : '';
  const suggestion = `${meant}${separator}`;
  if (!readsWell(`${sign}${suggestion}${separator === '' ? rest : rest.slice(1)}`)) return { ...first, ...named };
  const where = separator === '' ? named : { start: named.start, end: named.end + 1 };
  return problem('unknown-mechanism', `There is no mechanism "${name}"; "${meant}" may be meant`, where, suggestion);
}

/** A correction to fewer bits than nobody's network has is no good one: `/00` is hardly meant as everyone. */
const SHORTEST_MEANT = 8;

/** `/024`, `//24` behind ip4 or ip6, `/24/64`. */
function cidrMeant(first: SpfProblem, text: string, start: number): SpfProblem[] | undefined {
  const from = first.start - start;
  const written = text.slice(from, first.end - start);
  const candidates = [written.replace(/0+(?=[0-9])/, ''), written.replace('//', '/')];
  if (/^\/[0-9]+$/.test(written) && text[first.end - start] === '/') candidates.push(`${written}/`);
  const meant = candidates.find(
    (candidate) =>
      candidate !== written &&
      Number(/[0-9]*$/.exec(candidate.replace(/\/$/, ''))?.[0]) >= SHORTEST_MEANT &&
      readsWell(text.slice(0, from) + candidate + text.slice(first.end - start)),
  );
  return meant === undefined ? undefined : [{ ...first, replacement: meant }];
}

/** The name, and everything from the first `:`, `=` or `/` on. */
function split(text: string): [name: string, rest: string] {
  const separator = text.search(/[:=/]/);
  return separator < 0 ? [text, ''] : [text.slice(0, separator), text.slice(separator)];
}
