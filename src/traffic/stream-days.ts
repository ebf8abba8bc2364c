import type { Attribution } from '../streams/attribute.ts';
import type { Tallies } from '../streams/tally.ts';

/** A stream's messages on one UTC day, by the rule of `dayOf`. */
export interface StreamDay {
  readonly day: number;
  readonly messages: number;
  readonly pass: number;
}

/** Messages of every stream by day, in the order of days; days without any are left out. */
export function streamDays(
  tallies: Tallies,
  attributions: readonly Attribution[],
): ReadonlyMap<string, readonly StreamDay[]> {
  const streams = new Map<string, Map<number, { day: number; messages: number; pass: number }>>();
  tallies.eachDay((key, day, messages) => {
    const attribution = attributions[key];
    if (attribution === undefined || messages === 0) return;
    const { id } = attribution.stream;
    const days = streams.get(id) ?? new Map<number, { day: number; messages: number; pass: number }>();
    if (days.size === 0) streams.set(id, days);
    const sum = days.get(day) ?? { day, messages: 0, pass: 0 };
    days.set(day, sum);
    sum.messages += messages;
    if (attribution.pass) sum.pass += messages;
  });
  return new Map(
    Array.from(streams, ([id, days]) => [id, [...days.values()].toSorted((a, b) => a.day - b.day)] as const),
  );
}
