import { readDomain } from './domain-spec.ts';
import { readMacroString } from './macro.ts';
import { readNetwork } from './network-term.ts';
import { badPrefix, readPrefixLength, splitPrefixLengths, strayPrefix, writtenPrefix } from './prefix-length.ts';
import { directive, invalid, invalidTerm, problem, read, shifted, type Pieces, type ReadTerm } from './reading.ts';
import type { Mechanism, MechanismTerm, Qualifier, SpfProblem, SpfTerm } from './record.ts';
import { MECHANISMS } from './record.ts';

const MECHANISM_NAMES: ReadonlySet<string> = new Set(MECHANISMS);
export const isMechanism = (name: string): name is Mechanism => MECHANISM_NAMES.has(name);
export const isMechanismTerm = (term: SpfTerm): term is MechanismTerm => isMechanism(term.kind);
const isQualifier = (char: string): char is Qualifier => char.length === 1 && '+-~?'.includes(char);

/** Reads one term, a run of characters without blanks, strictly by RFC 7208 §12. `start` is its offset in the record. */
export function readTerm(text: string, start: number): ReadTerm {
  const end = start + text.length;
  const first = text.charAt(0);
  const qualified = isQualifier(first);
  const bare = qualified ? text.slice(1) : text;
  const written = /^[A-Za-z][A-Za-z0-9\-_.]*/.exec(bare)?.[0] ?? '';
  const at = start + (qualified ? 1 : 0) + written.length;
  const pieces: Pieces = {
    text,
    start,
    end,
    qualifier: qualified ? first : '+',
    qualified,
    name: written.toLowerCase(),
    rest: bare.slice(written.length),
    at,
  };
  if (/[^\x21-\x7E]/.test(text)) return invalid(pieces, 'bad-character', `"${text}" holds more than visible ASCII`);
  const separator = pieces.rest.charAt(0);
  if (written === '' || !['', ':', '/', '='].includes(separator)) {
    return invalid(pieces, 'malformed-term', `"${text}" is neither a mechanism nor a modifier`);
  }
  if (separator === '=') return readModifier(pieces, written);
  if (!isMechanism(pieces.name)) return invalid(pieces, 'unknown-mechanism', `There is no mechanism "${written}"`);
  return readMechanism(pieces, pieces.name);
}

function readMechanism(pieces: Pieces, kind: Mechanism): ReadTerm {
  switch (kind) {
    case 'all':
      if (pieces.rest === '') return read({ kind, ...directive(pieces) });
      return invalid(pieces, 'unexpected-argument', `"all" takes no argument, but "${pieces.text}" has one`);
    case 'include':
    case 'exists':
      return readDomainMechanism(pieces, kind);
    case 'ptr': {
      if (pieces.rest === '') return read({ kind, ...directive(pieces) });
      return readDomainMechanism(pieces, kind);
    }
    case 'a':
    case 'mx':
      return readHost(pieces, kind);
    default:
      return readNetwork(pieces, kind);
  }
}

function readDomainMechanism(pieces: Pieces, kind: 'include' | 'exists' | 'ptr'): ReadTerm {
  if (pieces.rest.startsWith('/')) {
    return invalid(pieces, 'unexpected-argument', `"${kind}" takes no prefix length, but "${pieces.text}" has one`);
  }
  const { domain, problems } = readDomain(pieces, pieces.rest.slice(1), pieces.at + 1);
  if (domain === undefined) return { term: invalidTerm(pieces), problems };
  return { term: { kind, ...directive(pieces), domain }, problems };
}

function readModifier(pieces: Pieces, name: string): ReadTerm {
  const { text, start, qualifier } = pieces;
  const found = readBareModifier(pieces, name);
  if (!pieces.qualified) return found;
  const message = `"${name}=" is a modifier and takes no qualifier, but "${text}" starts with "${qualifier}"`;
  const sign = problem('qualified-modifier', message, { start, end: start + 1 }, '');
  return { term: invalidTerm(pieces), problems: [sign, ...found.problems] };
}

function readBareModifier(pieces: Pieces, name: string): ReadTerm {
  const { text, start, end, rest, at } = pieces;
  const written = rest.slice(1);
  if (pieces.name === 'redirect' || pieces.name === 'exp') {
    const { domain, problems } = readDomain(pieces, written, at + 1);
    if (domain === undefined) return { term: invalidTerm(pieces), problems };
    return { term: { kind: pieces.name, text, start, end, domain }, problems };
  }
  const { value, problems } = readMacroString(written, 'unknown-modifier');
  if (problems.length > 0) {
    const found = problems.map((bad) => problem('bad-macro', bad.message, shifted(bad, at + 1)));
    return { term: invalidTerm(pieces), problems: found };
  }
  return read({ kind: 'unknown-modifier', text, start, end, name, value: { ...value, start: at + 1, end } });
}

/** `a` and `mx`: an optional domain, then prefix lengths for IPv4 and IPv6 (dual-cidr-length). */
function readHost(pieces: Pieces, kind: 'a' | 'mx'): ReadTerm {
  const { body, v4, v6 } = splitPrefixLengths(pieces.rest, pieces.at);
  const v4Length = v4 && readPrefixLength(v4, 32);
  const v6Length = v6 && readPrefixLength(v6, 128);
  const problems: SpfProblem[] = [];
  if (v4 !== undefined && v4Length === undefined) problems.push(badPrefix(v4, 'IPv4', 32));
  if (v6 !== undefined && v6Length === undefined) problems.push(badPrefix(v6, 'IPv6', 128));
  const named = body === '' ? undefined : readDomain(pieces, body.slice(1), pieces.at + 1);
  const stray = strayPrefix(body);
  const twice = v6 === undefined ? splitPrefixLengths(body, pieces.at).v4 : undefined;
  if (v4 && twice && readPrefixLength(twice, 32) && readPrefixLength(v4, 128)) {
    const message = `The second prefix length of "${pieces.text}" is for IPv6 and takes two slashes`;
    const both = { start: twice.start, end: v4.end };
    return invalid(pieces, 'bad-cidr', message, both, `/${twice.text}//${v4.text}`);
  }
  if (stray === undefined) problems.push(...(named?.problems ?? []));
  else problems.push(badPrefix(writtenPrefix(body, stray, 1, pieces.at), 'IPv4', 32));
  if (problems.some(({ fatal }) => fatal)) return { term: invalidTerm(pieces), problems };
  const term: SpfTerm = {
    kind,
    ...directive(pieces),
    ...(named?.domain && { domain: named.domain }),
    ...(v4Length && { v4Length }),
    ...(v6Length && { v6Length }),
  };
  return { term, problems };
}
