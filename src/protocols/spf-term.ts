import type { Network } from './ip.ts';
import { bitsOf, networkOf, parseIp, parsePrefixLength, unmapped } from './ip.ts';
import { hasDomainEnd, readMacroString } from './spf-macro.ts';
import type {
  DomainSpec,
  Mechanism,
  MechanismTerm,
  PrefixLength,
  Qualifier,
  SpfCode,
  SpfProblem,
  SpfTerm,
  Stretch,
} from './spf-record.ts';
import { MECHANISMS, ODD_CODES } from './spf-record.ts';

/** One term as it was read, with what is wrong with it. */
export interface ReadTerm {
  readonly term: SpfTerm;
  readonly problems: readonly SpfProblem[];
}

const ODD: ReadonlySet<SpfCode> = new Set(ODD_CODES);
export const problem = (code: SpfCode, message: string, { start, end }: Stretch, replacement?: string): SpfProblem => ({
  code,
  message,
  start,
  end,
  fatal: !ODD.has(code),
  ...(replacement === undefined ? {} : { replacement }),
});

const MECHANISM_NAMES: ReadonlySet<string> = new Set(MECHANISMS);
export const isMechanism = (name: string): name is Mechanism => MECHANISM_NAMES.has(name);
export const isMechanismTerm = (term: SpfTerm): term is MechanismTerm => isMechanism(term.kind);
const isQualifier = (char: string): char is Qualifier => char.length === 1 && '+-~?'.includes(char);

/** What a term's reader works on: the pieces every term has. */
interface Pieces extends Stretch {
  readonly text: string;
  readonly qualifier: Qualifier;
  readonly qualified: boolean;
  /** Lower case. */
  readonly name: string;
  /** Everything behind the name, and where that starts. */
  readonly rest: string;
  readonly at: number;
}

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
  else problems.push(badPrefix(written(body, stray, 1, pieces.at), 'IPv4', 32));
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

function readNetwork(pieces: Pieces, kind: 'ip4' | 'ip6'): ReadTerm {
  const { text, rest, at, end } = pieces;
  const slash = rest.indexOf('/');
  const written = rest.slice(1, slash < 0 ? undefined : slash);
  const where = { start: at + 1, end: at + 1 + written.length };
  if (!rest.startsWith(':') || written === '') {
    return invalid(pieces, 'missing-address', `"${text}" names no address`);
  }
  const family = kind === 'ip4' ? 4 : 6;
  const address = parseIp(written);
  if (address === undefined) {
    const [code, message] = badAddress(written, kind);
    return invalid(pieces, code, message, where);
  }
  const problems: SpfProblem[] = [];
  if (address.family !== family) {
    const message = `"${kind}:" holds the IPv${address.family} address ${written}`;
    const name = { start: at - kind.length, end: at };
    problems.push(problem('wrong-family', message, name, `ip${address.family === 4 ? 4 : 6}`));
  }
  const longest = bitsOf(address.family);
  const slashed = slash < 0 ? undefined : { text: rest.slice(slash + 1), start: at + slash, end };
  const prefix = slashed && readPrefixLength(slashed, longest);
  if (slashed !== undefined && prefix === undefined) problems.push(badPrefix(slashed, `IPv${address.family}`, longest));
  if (problems.length > 0) return { term: invalidTerm(pieces), problems };
  const network = networkOf(address, prefix?.length ?? bitsOf(family));
  const term: SpfTerm = {
    kind,
    ...directive(pieces),
    network,
    address: { text: written, ...where },
    ...(prefix && { prefix }),
  };
  return { term, problems: oddNetwork(written, address.bits, network, where) };
}

function oddNetwork(written: string, bits: bigint, network: Network, where: Stretch): SpfProblem[] {
  const { family, first, length } = network;
  if (first !== bits) {
    return [problem('host-bits', `${written}/${length} has bits set behind its prefix of ${length} bits`, where)];
  }
  if (family === 6 && length >= 96 && unmapped({ family, bits }).family === 4) {
    const message = `${written} is an IPv4-mapped address; such clients are compared as IPv4, so it never matches`;
    return [problem('mapped-address', message, where)];
  }
  return [];
}

function badAddress(written: string, kind: 'ip4' | 'ip6'): [code: SpfCode, message: string] {
  const family = kind === 'ip4' ? 'IPv4' : 'IPv6';
  const octets = written.split('.');
  if (kind === 'ip4' && octets.length === 4 && octets.every((octet) => /^[0-9]+$/.test(octet))) {
    if (octets.some((octet) => /^0[0-9]/.test(octet))) {
      return ['leading-zero', `An octet of "${written}" has a leading zero`];
    }
  }
  if (kind === 'ip4' && octets.length < 4 && octets.every((octet) => /^[0-9]{1,3}$/.test(octet))) {
    return [
      'bad-address',
      `"${written}" is not a whole IPv4 address: four octets are needed, also before a prefix length`,
    ];
  }
  return ['bad-address', `"${written}" is not an ${family} address`];
}

/** A domain-spec; undefined with at least one fatal problem where it cannot be one. */
function readDomain(
  pieces: Pieces,
  text: string,
  start: number,
): { domain: DomainSpec | undefined; problems: SpfProblem[] } {
  const where = { start, end: start + text.length };
  if (text === '') {
    const message = `"${pieces.text}" names no domain`;
    return { domain: undefined, problems: [problem('missing-domain', message, pieces)] };
  }
  const { value, problems } = readMacroString(text, 'domain-spec');
  if (problems.length > 0) {
    const found = problems.map((bad) => problem('bad-macro', bad.message, shifted(bad, start)));
    return { domain: undefined, problems: found };
  }
  if (!hasDomainEnd(value)) {
    const message = `"${text}" is not a domain: it must end in a top-level label or a macro`;
    return { domain: undefined, problems: [problem('bad-domain', message, where)] };
  }
  const domain: DomainSpec = { ...value, ...where };
  return { domain, problems: oddDomain(domain) };
}

const LABEL_OCTETS = 63; // RFC 1035 §2.3.4
const NAME_OCTETS = 253;

function oddDomain(domain: DomainSpec): SpfProblem[] {
  const { constant, text } = domain;
  if (constant === undefined) return [];
  const problems: SpfProblem[] = [];
  const bare = constant.endsWith('.') ? constant.slice(0, -1) : constant;
  if (bare !== constant) {
    const dot = { start: domain.end - 1, end: domain.end };
    problems.push(problem('trailing-dot', `"${text}" ends in a dot; some receivers refuse that`, dot, ''));
  }
  const labels = bare.split('.');
  if (bare.length > NAME_OCTETS || labels.some((label) => label === '' || label.length > LABEL_OCTETS)) {
    const message = `"${text}" cannot be looked up: it has an empty label, one over 63 octets, or more than 253 octets`;
    problems.push(problem('unaskable-domain', message, domain));
  } else if (/[^A-Za-z0-9._-]/.test(bare) || /-all$/i.test(bare)) {
    problems.push(problem('suspicious-domain', `"${text}" does not look like a host name`, domain));
  }
  return problems;
}

interface Written extends Stretch {
  /** The digits, without the slashes in front. */
  readonly text: string;
}

/** Takes `/24` and `//64` off the end. What is not digits stays with the domain, and is refused there. */
function splitPrefixLengths(text: string, at: number): { body: string; v4?: Written; v6?: Written } {
  const slash = beforeDigits(text, text.length);
  if (text.charAt(slash) !== '/') return { body: text };
  if (text.charAt(slash - 1) !== '/') return { body: text.slice(0, slash), v4: written(text, slash, 1, at) };
  const v6 = { ...written(text, slash, 1, at), start: at + slash - 1 };
  const front = text.slice(0, slash - 1);
  const another = beforeDigits(front, front.length);
  if (front.charAt(another) !== '/') return { body: front, v6 };
  return { body: front.slice(0, another), v4: written(front, another, 1, at), v6 };
}

const written = (text: string, slash: number, skip: number, at: number): Written => ({
  text: text.slice(slash + skip),
  start: at + slash,
  end: at + text.length,
});

/** Where a prefix length starts that is none: `/x` of `a:example.com/x`, `/24` of `a/24/64`. */
function strayPrefix(body: string): number | undefined {
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

function readPrefixLength({ text, start, end }: Written, longest: number): PrefixLength | undefined {
  const length = parsePrefixLength(text, longest);
  return length === undefined ? undefined : { length, start, end };
}

function badPrefix(found: Written, family: string, longest: number): SpfProblem {
  const { text } = found;
  if (text === '') return problem('bad-cidr', 'A slash must be followed by a prefix length', found);
  if (/^0[0-9]+$/.test(text)) return problem('bad-cidr', `The prefix length "${text}" has a leading zero`, found);
  const message = `"${text}" is no ${family} prefix length: it must be a number from 0 to ${longest}`;
  return problem('bad-cidr', message, found);
}

const directive = ({ text, start, end, qualifier, qualified }: Pieces) => ({ text, start, end, qualifier, qualified });
const read = (term: SpfTerm): ReadTerm => ({ term, problems: [] });
const invalidTerm = ({ text, start, end, name }: Pieces): SpfTerm => ({ kind: 'invalid', text, start, end, name });
const shifted = ({ start, end }: Stretch, by: number): Stretch => ({ start: start + by, end: end + by });

function invalid(
  pieces: Pieces,
  code: SpfCode,
  message: string,
  where: Stretch = pieces,
  replacement?: string,
): ReadTerm {
  return { term: invalidTerm(pieces), problems: [problem(code, message, where, replacement)] };
}
