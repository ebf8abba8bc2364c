import { ownCopy } from '../../core/own-copy.ts';
import { LIST_LIMIT } from './limits.ts';

/** One result of an Authentication-Results field (RFC 8601 §2.2). Method, result and property names are in lower case. */
export interface AuthResult {
  /** Who says so; absent where the field does not. */
  readonly authservId?: string;
  readonly method: string;
  readonly result: string;
  readonly reason?: string;
  /** The first comment, often where the detail is: `p=none dis=none`. */
  readonly comment?: string;
  /** By `ptype.property`: `header.d`, `smtp.mailfrom`. */
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

/** Properties of one result that are kept. */
const PROPERTIES_KEPT = 20;

/** Methods that begin a result wherever they stand. */
const METHODS: ReadonlySet<string> = new Set(['arc', 'dkim', 'dmarc', 'spf']);

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Reads the field; some leave out who they are, or a semicolon. What is no result is passed over. */
export function parseAuthResults(value: string): AuthResult[] {
  const results: AuthResult[] = [];
  let authservId: string | undefined;
  for (const [index, { text, comment }] of segments(value).entries()) {
    const { words, pairs } = pairsIn(text);
    if (index === 0) authservId = words[0]?.toLowerCase();
    for (const [nth, [first, ...properties]] of resultsIn(pairs).entries()) {
      if (first === undefined || first.value === '') continue;
      const reason = properties.find(({ name }) => name === 'reason')?.value;
      results.push({
        ...(authservId === undefined ? {} : { authservId }),
        method: first.name.split('/')[0] ?? '',
        result: first.value.toLowerCase(),
        ...(reason === undefined ? {} : { reason }),
        ...(comment === '' || nth > 0 ? {} : { comment }),
        properties: properties.filter(({ name }) => name !== 'reason').slice(0, PROPERTIES_KEPT),
      });
      if (results.length === LIST_LIMIT) return results;
    }
  }
  return results;
}

/** A property has a dot in its name or is a word of its own: where a method follows, the semicolon before it was forgotten. */
function resultsIn(pairs: readonly Pair[]): Pair[][] {
  const found: Pair[][] = [];
  for (const pair of pairs) {
    const last = found.at(-1);
    if (last === undefined || METHODS.has(pair.name)) found.push([pair]);
    else last.push(pair);
  }
  return found;
}

/** The value of a property, where the result has it. */
export const propertyOf = ({ properties }: AuthResult, name: string): string | undefined =>
  properties.find((property) => property.name === name)?.value;

/** What semicolons part, without comments; a semicolon in quotes, or in a comment, parts nothing. */
function segments(value: string): { readonly text: string; readonly comment: string }[] {
  const found: { text: string; comment: string }[] = [];
  let current = { text: '', comment: '' };
  let depth = 0;
  let comments = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charAt(at);
    const escaped = char === '\\' ? value.slice(at, at + 2) : char;
    at += escaped.length - 1;
    if (depth === 0 && escaped === '"') quoted = !quoted;
    if (!quoted && escaped === '(') {
      if (depth === 0) comments += 1;
      depth += 1;
      if (depth === 1) continue;
    }
    if (!quoted && escaped === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        current.text += ' ';
        continue;
      }
    }
    if (depth > 0) current.comment += comments === 1 ? escaped : '';
    else if (escaped === ';' && !quoted) {
      found.push(current);
      current = { text: '', comment: '' };
      comments = 0;
    } else current.text += escaped;
  }
  return [...found, current];
}

/** `name=value` with blanks around the sign as some write it, and the words in front of the first. */
function pairsIn(text: string): { words: string[]; pairs: Pair[] } {
  const words: string[] = [];
  const pairs: Pair[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0] ?? '';
    at += taken.length;
    return taken;
  };
  while (at < text.length) {
    take(/\s*/y);
    const name = take(/[^\s="]+/y);
    take(/\s*/y);
    if (text.charAt(at) !== '=') {
      if (name === '') at += 1;
      else if (pairs.length === 0) words.push(ownCopy(name));
      continue;
    }
    at += 1;
    take(/\s*/y);
    const quoted = take(/"(?:[^"\\]|\\.)*"?/y);
    const value = quoted === '' ? take(/\S*/y) : quoted.replaceAll(/^"|"$/g, '').replaceAll(/\\(.)/g, '$1');
    if (name !== '') pairs.push({ name: ownCopy(name.toLowerCase()), value: ownCopy(value) });
  }
  return { words, pairs };
}
