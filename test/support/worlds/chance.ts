import { randomFrom, wholeBelow } from '../../../src/dev/world/random.ts';

/** Decisions that a seed makes, the same ones for ever. */
export interface Chance {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both inclusive. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** `count` different items, or all where there are fewer. */
  readonly some: <T>(items: readonly T[], count: number) => T[];
  readonly maybe: (probability: number) => boolean;
  /** Messages of a stream: most are small, few are huge (a Pareto tail). */
  readonly volume: (least: number, most: number) => number;
  readonly word: () => string;
  readonly text: (alphabet: string, length: number) => string;
}

const SYLLABLES = ['ka', 'ro', 'min', 'tel', 'vas', 'lo', 'ner', 'qui', 'sta', 'bel', 'zon', 'fi', 'dra', 'mu', 'pel'];
const TAIL = 1.1;

export function chance(seed: string): Chance {
  const next = randomFrom(seed);
  const between = (least: number, most: number): number => least + wholeBelow(next, most - least + 1);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[wholeBelow(next, items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const text = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[wholeBelow(next, alphabet.length)]).join('');
  return {
    next,
    between,
    pick,
    some(items, count) {
      const rest = [...items];
      return Array.from({ length: Math.min(count, rest.length) }, () => {
        const [drawn] = rest.splice(wholeBelow(next, rest.length), 1);
        if (drawn === undefined) throw new RangeError('nothing left to draw');
        return drawn;
      });
    },
    maybe: (probability) => next() < probability,
    volume: (least, most) => Math.min(most, Math.round(least * (1 - next()) ** (-1 / TAIL))),
    word: () => Array.from({ length: between(2, 4) }, () => pick(SYLLABLES)).join(''),
    text,
  };
}
