import { byName } from '../core/order.ts';
import type { Counted } from './tls-reports.ts';

/** Sessions by value. */
export type Counts = Map<string, number>;

/** Distinct values counted in one group of failures. Stops a report with a million sending addresses. */
const VALUES_COUNTED = 10_000;
/** Of those, what a report lists. */
const VALUES_LISTED = 50;
/** Adds sessions to a value, where one is there. */
export function countIn(counts: Counts, value: string | undefined, sessions: number): void {
  if (value === undefined || (counts.size >= VALUES_COUNTED && !counts.has(value))) return;
  counts.set(value, (counts.get(value) ?? 0) + sessions);
}

/** Those with most sessions first. */
export const listed = (counts: Counts): Counted[] =>
  [...counts]
    .toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0]))
    .slice(0, VALUES_LISTED)
    .map(([value, sessions]) => ({ value, sessions }));
