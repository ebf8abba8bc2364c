import { closest } from '../edit-distance.ts';
import { parseIp } from '../ip.ts';
import { parseNetwork } from '../network.ts';
import { problem, type ReadTerm } from './reading.ts';
import { readsWell } from './reads-well.ts';
import { MECHANISMS, type SpfProblem, type Stretch } from './record.ts';

const WORDS = [...MECHANISMS.filter((name) => name !== 'a'), 'redirect'];

/** What word, or which mechanism, was meant. */
export function wordMeant({ term, problems: [first] }: ReadTerm): SpfProblem[] | undefined {
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
