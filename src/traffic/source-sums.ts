import type { Attribution } from '../streams/attribute.ts';
import type { Tallies } from '../streams/tally.ts';

/** Sums per address and stream, in columns: a botnet has hundreds of thousands of them. */
export interface SourceSums {
  readonly count: number;
  /** The first key that went into a sum. */
  readonly firstKey: Uint32Array;
  readonly messages: Float64Array;
  readonly pass: Float64Array;
  /** Which sum a key went into; -1 where it went into none. */
  readonly ofKey: Int32Array;
}

export function sourceSums(tallies: Tallies, attributions: readonly Attribution[]): SourceSums {
  const { size } = tallies;
  const firstKey = new Uint32Array(size);
  const [messages, pass] = [new Float64Array(size), new Float64Array(size)];
  const ofKey = new Int32Array(size).fill(-1);
  const byStream = new Map<string, Map<number, number>>();
  let count = 0;
  for (const tally of tallies.all()) {
    const { key } = tally;
    const attribution = attributions[key];
    if (attribution === undefined) continue;
    const { id } = attribution.stream;
    const byAddress = byStream.get(id) ?? new Map<number, number>();
    if (byAddress.size === 0) byStream.set(id, byAddress);
    let sum = byAddress.get(tally.address);
    if (sum === undefined) {
      sum = count;
      count += 1;
      byAddress.set(tally.address, sum);
      firstKey[sum] = key;
    }
    ofKey[key] = sum;
    messages[sum] = (messages[sum] ?? 0) + tally.messages;
    if (attribution.pass) pass[sum] = (pass[sum] ?? 0) + tally.messages;
  }
  return { count, firstKey, messages, pass, ofKey };
}

/** Messages by reason, for the sums that are shown. */
export function failureReasons(
  tallies: Tallies,
  attributions: readonly Attribution[],
  ofKey: Int32Array,
  shown: ReadonlySet<number>,
): Map<number, Map<string, number>> {
  const reasons = new Map<number, Map<string, number>>();
  for (const { key, messages } of tallies.all()) {
    const sum = ofKey[key] ?? -1;
    const attribution = attributions[key];
    if (attribution === undefined || attribution.why.length === 0 || !shown.has(sum)) continue;
    const texts = reasons.get(sum) ?? new Map<string, number>();
    reasons.set(sum, texts);
    for (const { text } of attribution.why) texts.set(text, (texts.get(text) ?? 0) + messages);
  }
  return reasons;
}
