import { capitals } from './capitals.ts';

/**
 * Texts, in capitals, of which each text that a pattern fits has one at least; undefined where none can be told. What is
 * not understood of a pattern is no reason to pass it by: then nothing is told of it.
 */
export function neededBy({ source, flags }: Pick<RegExp, 'source' | 'flags'>): Needed {
  // Sets within sets; characters of two units.
  if (flags.includes('v') || SURROGATE.test(source)) return undefined;
  const reading: Reading = { source, at: 0 };
  const needed = alternatives(reading);
  const isWhole = reading.at === source.length;
  return isWhole && needed !== undefined ? [...new Set(needed.map(capitals))] : undefined;
}

const SURROGATE = /[\ud800-\udfff]/;

interface Reading {
  readonly source: string;
  at: number;
}
/** One of them at least; undefined where nothing is told. */
export type Needed = readonly string[] | undefined;

/** What is shorter is in every reply, except in scripts in which two characters are a word. */
const SHORTEST = 3;
const SHORTEST_WORD = 2;
const OF_WORDS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** What is longer tells no more. */
const TELLING = 6;
/** Texts that one pattern may ask for. So many are in every reply, too. */
const MOST = 150;

/** `a|b|c`, up to the end or the parenthesis that closes it. */
function alternatives(reading: Reading): Needed {
  const ways: Needed[] = [sequence(reading)];
  while (reading.source[reading.at] === '|') {
    reading.at += 1;
    ways.push(sequence(reading));
  }
  return anyOf(ways);
}

/** What is needed by one way or the other: something of each, where each needs something. */
export function anyOf(ways: readonly Needed[]): Needed {
  const needed: string[] = [];
  for (const way of ways) {
    if (way === undefined) return undefined;
    needed.push(...way);
  }
  return needed.length > MOST ? undefined : needed;
}

/** All of a sequence is needed: what tells most of it is taken. */
function sequence(reading: Reading): Needed {
  let best: Needed;
  let run = '';
  const end = (): void => {
    if (run.length >= (OF_WORDS.test(run) ? SHORTEST_WORD : SHORTEST)) best = moreTelling(best, [run]);
    run = '';
  };
  while (reading.at < reading.source.length && !'|)'.includes(reading.source[reading.at] as string)) {
    const atom = atomOf(reading);
    const least = quantified(reading);
    const isNeeded = least !== 0;
    if (atom.kind === 'character' && isNeeded) run += atom.character;
    if (atom.kind === 'group' && isNeeded) best = moreTelling(best, atom.needed);
    // What takes no room, and what is there once and once only, is followed directly by what comes next.
    if (atom.kind === 'border' || (atom.kind === 'character' && least === undefined)) continue;
    if (atom.kind === 'group' && atom.isLook) continue;
    end();
  }
  end();
  return best;
}

type Atom =
  | { readonly kind: 'border' | 'any' }
  | { readonly kind: 'character'; readonly character: string }
  /** `isLook`: it is only looked at, in front or behind. */
  | { readonly kind: 'group'; readonly needed: Needed; readonly isLook: boolean };

const CLASS = /\[(?:[^\]\\]|\\[^])*\]/y;
const GROUP = /\((?:\?(?:(:)|<\w+>|(<?=)|(<?!)))?/y;
const ESCAPE =
  /\\(?:([bB])|([dDwWsStnrfv0]|[pP]\{[^}]*\}|[1-9]\d*|k<\w+>|c[A-Za-z])|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([^\w]))/y;
const CLOSED = /\)/y;

function atomOf(reading: Reading): Atom {
  const first = reading.source[reading.at] as string;
  if (first === '(') return group(reading);
  if (first === '\\') return escape(reading);
  if (first === '[') {
    read(reading, CLASS);
    return { kind: 'any' };
  }
  reading.at += 1;
  if (first === '^' || first === '$') return { kind: 'border' };
  return first === '.' ? { kind: 'any' } : { kind: 'character', character: first };
}

function group(reading: Reading): Atom {
  const [, , ahead, notAhead] = read(reading, GROUP);
  const needed = alternatives(reading);
  read(reading, CLOSED);
  if (notAhead !== undefined) return { kind: 'border' };
  return { kind: 'group', needed, isLook: ahead !== undefined };
}

function escape(reading: Reading): Atom {
  const [, border, any, code, short, itself] = read(reading, ESCAPE);
  if (border !== undefined) return { kind: 'border' };
  if (any !== undefined) return { kind: 'any' };
  const hex = code ?? short;
  return {
    kind: 'character',
    character: hex === undefined ? (itself ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  };
}

const QUANTIFIER = /(?:([*?])|\+|\{(\d+)(?:,\d*)?\})\??/y;

/** How often the atom before it is there at least; undefined: once, and once only. */
function quantified(reading: Reading): number | undefined {
  QUANTIFIER.lastIndex = reading.at;
  const match = QUANTIFIER.exec(reading.source);
  if (match === null) return undefined;
  reading.at = QUANTIFIER.lastIndex;
  const [, none, least] = match;
  return none === undefined ? Number(least ?? 1) : 0;
}

/** What stands there. Where it is something else, the reading goes nowhere, and nothing is told. */
function read(reading: Reading, form: RegExp): readonly (string | undefined)[] {
  form.lastIndex = reading.at;
  const match = form.exec(reading.source);
  reading.at = match === null ? Number.POSITIVE_INFINITY : form.lastIndex;
  return match ?? [];
}

/** Of two that are both needed, the one that is in fewer texts. */
export function moreTelling(one: Needed, other: Needed): Needed {
  if (one === undefined || other === undefined) return one ?? other;
  const [left, right] = [worth(one), worth(other)];
  return left > right || (left === right && one.length <= other.length) ? one : other;
}

const worth = (needed: readonly string[]): number =>
  Math.min(...needed.map((text) => (OF_WORDS.test(text) ? TELLING : Math.min(TELLING, text.length))));
