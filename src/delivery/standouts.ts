import type { DeliveryPart } from './delivery.ts';
import type { Label } from './group.ts';
import type { Spike } from './spikes.ts';

/** Hours that stand out, and where. */
export interface Standout {
  readonly spike: Spike;
  /** The one mailbox provider that it happened at; absent where it happened at several, or at none that is told by the hour. */
  readonly at?: Label;
  /** Where it happened at several: those known, most failures first. */
  readonly among: readonly Label[];
}

/** A spike at one mailbox provider that makes so much of the stream's is the stream's spike. */
const MOST_OF_IT = 0.6;

/** Each once: at the provider where most of it happened, otherwise of the whole stream. */
export function standoutsOf(
  spikes: readonly Spike[],
  parts: readonly Pick<DeliveryPart, 'label' | 'spikes'>[],
): Standout[] {
  const ofParts = parts.flatMap(({ label, spikes: own }) => own.map((spike) => ({ spike, at: label, among: [] })));
  const ofAll = spikes.filter(
    (spike) =>
      !ofParts.some((part) => isMeanwhile(part.spike, spike) && part.spike.failures >= spike.failures * MOST_OF_IT),
  );
  return [
    ...ofParts.filter(({ spike }) => !ofAll.some((whole) => isMeanwhile(spike, whole))),
    ...ofAll.map((spike) => ({ spike, among: amongOf(spike, ofParts) })),
  ];
}

const isMeanwhile = (one: Spike, other: Spike): boolean => one.begin < other.end && one.end > other.begin;

function amongOf(whole: Spike, ofParts: readonly { readonly spike: Spike; readonly at: Label }[]): Label[] {
  const those = ofParts.filter(({ spike }) => isMeanwhile(spike, whole));
  return [...new Set(those.toSorted((a, b) => b.spike.failures - a.spike.failures).map(({ at }) => at))];
}
