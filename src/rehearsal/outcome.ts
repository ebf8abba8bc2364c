import type { Fate } from './fate.ts';
import type { Results } from './results.ts';

/**
 * What becomes of mail, in messages: `pass + fail + unknown`, and likewise `delivered + quarantined + refused + open`, are
 * all of them.
 */
export interface Outcome {
  readonly messages: number;
  readonly pass: number;
  readonly fail: number;
  /** The reports do not hold what would decide whether they pass. */
  readonly unknown: number;
  readonly delivered: number;
  readonly quarantined: number;
  readonly refused: number;
  /** Their fate hangs on what is not known. */
  readonly open: number;
  /** Of those refused or quarantined: the receiver wrote that it made an exception. */
  readonly overridden: { readonly refused: number; readonly quarantined: number };
  /** Mail of sub-domains of which nobody said whether they exist: counted under `sp`; under `np` this would become of it. */
  readonly ifMissing: { readonly messages: number; readonly refused: number; readonly quarantined: number };
}

export type Counts = { -readonly [K in keyof Outcome]: Outcome[K] extends number ? number : Mutable<Outcome[K]> };
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const noCounts = (): Counts => ({
  messages: 0,
  pass: 0,
  fail: 0,
  unknown: 0,
  delivered: 0,
  quarantined: 0,
  refused: 0,
  open: 0,
  overridden: { refused: 0, quarantined: 0 },
  ifMissing: { messages: 0, refused: 0, quarantined: 0 },
});

/** What is said of rows that authenticated alike. */
export interface Judged {
  readonly results: Results;
  readonly fate: Fate;
  readonly ifMissing: Fate | undefined;
  readonly overridden: boolean;
}

export function count(counts: Counts, { results, fate, ifMissing, overridden }: Judged, messages: number): void {
  counts.messages += messages;
  counts[results.dmarc] += messages;
  counts[fate] += messages;
  if (overridden && (fate === 'refused' || fate === 'quarantined')) counts.overridden[fate] += messages;
  if (ifMissing === undefined) return;
  counts.ifMissing.messages += messages;
  if (ifMissing === 'refused' || ifMissing === 'quarantined') counts.ifMissing[ifMissing] += messages;
}

export function sumOf(outcomes: Iterable<Outcome>): Outcome {
  const total = noCounts();
  for (const one of outcomes) {
    for (const key of PLAIN) total[key] += one[key];
    for (const key of ['refused', 'quarantined'] as const) {
      total.overridden[key] += one.overridden[key];
      total.ifMissing[key] += one.ifMissing[key];
    }
    total.ifMissing.messages += one.ifMissing.messages;
  }
  return total;
}

const PLAIN = [
  'messages',
  'pass',
  'fail',
  'unknown',
  'delivered',
  'quarantined',
  'refused',
  'open',
] as const satisfies readonly (keyof Outcome)[];
