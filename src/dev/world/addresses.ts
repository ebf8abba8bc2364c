import { randomFrom, wholeBelow } from './random.ts';

/** A machine that hands in mail, as receivers see it. */
export interface Host {
  readonly address: string;
  /** The name it says HELO with. */
  readonly name: string;
}

/** `count` different IPv4 addresses inside the ranges, the same for ever for a seed. */
export function addressesIn(ranges: readonly string[], count: number, seed: string): string[] {
  const random = randomFrom(seed);
  const drawn = new Set<string>();
  while (drawn.size < count) {
    const range = ranges[drawn.size % ranges.length] ?? '';
    const [base = '', length = '32'] = range.split('/');
    const start = base.split('.').reduce((number, octet) => number * 256 + Number(octet), 0);
    const usable = 2 ** (32 - Number(length)) - 2; // neither the network's own nor its broadcast address
    drawn.add(dotted(start + 1 + wholeBelow(random, usable)));
  }
  return [...drawn];
}

/** `count` different IPv6 addresses under a prefix of whole groups: `2001:db8`. */
export function addressesUnder(prefix: string, count: number, seed: string): string[] {
  const random = randomFrom(seed);
  const group = (): string => (1 + wholeBelow(random, 0xfffe)).toString(16);
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(`${prefix}:${group()}:${group()}::${group()}`);
  return [...drawn];
}

const dotted = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
