/** A source of numbers in [0, 1) that a seed decides for ever. */
export type Random = () => number;

/**
 * Mulberry32 over an FNV-1a hash of the seed. Every report has a seed of its own,
 * so a change to one leaves the others as they are.
 */
export function randomFrom(seed: string): Random {
  let state = fnv1a(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to `below`, exclusive. */
export const wholeBelow = (random: Random, below: number): number => Math.floor(random() * below);

/** `length` characters drawn from `alphabet`. */
export const textOf = (random: Random, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[wholeBelow(random, alphabet.length)]).join('');

/** The same items in another order (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items];
  const drawn: T[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(wholeBelow(random, rest.length), 1));
  return drawn;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
