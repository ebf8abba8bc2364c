import { byName } from '../core/order.ts';
import type { Attribution } from '../streams/attribute.ts';
import type { StreamClass } from '../streams/stream.ts';
import type { Tallies } from '../streams/tally.ts';
import { classOf, mostFirst } from './totals.ts';

/** One address within one stream. */
export interface SourceTotals {
  readonly ip: string;
  readonly stream: string;
  readonly class: StreamClass;
  readonly messages: number;
  readonly pass: number;
  readonly why: readonly string[];
  /** Seconds since 1970: the earliest begin and the latest end of the reports it stands in. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** Addresses by stream, most failing messages first, at most `limit` of them; `omitted` says how many more there are. */
export function sourceTotals(
  tallies: Tallies,
  attributions: readonly Attribution[],
  limit: number,
): { readonly sources: readonly SourceTotals[]; readonly omitted: number } {
  const { count, firstKey, messages, pass, ofKey } = sourceSums(tallies, attributions);
  const messagesOf = (sum: number): number => messages[sum] ?? 0;
  const failing = (sum: number): number => messagesOf(sum) - (pass[sum] ?? 0);
  const ipOf = (sum: number): string => tallies.sourceIpOf(firstKey[sum] ?? 0);
  const attributionOf = (sum: number): Attribution | undefined => attributions[firstKey[sum] ?? 0];
  const sorted = new Uint32Array(count)
    .map((_, sum) => sum)
    .toSorted(
      (a, b) =>
        failing(b) - failing(a) ||
        messagesOf(b) - messagesOf(a) ||
        byName(ipOf(a), ipOf(b)) ||
        byName(attributionOf(a)?.stream.id ?? '', attributionOf(b)?.stream.id ?? ''),
    );
  const shown = Array.from(sorted.subarray(0, Math.min(limit, count)));
  const wanted = new Set(shown);
  const reasons = failureReasons(tallies, attributions, ofKey, wanted);
  const seen = seenOf(tallies, ofKey, wanted);
  const sources = shown.flatMap((sum): SourceTotals[] => {
    const attribution = attributionOf(sum);
    if (attribution === undefined) return [];
    const counts = { messages: messagesOf(sum), pass: pass[sum] ?? 0 };
    const why = Array.from(reasons.get(sum) ?? [], ([text, failed]) => ({ text, messages: failed }));
    return [
      {
        ip: ipOf(sum),
        stream: attribution.stream.id,
        class: classOf(attribution.class, counts),
        ...counts,
        why: mostFirst(why).map(({ text }) => text),
        ...(seen.get(sum) ?? { firstSeen: 0, lastSeen: 0 }),
      },
    ];
  });
  return { sources, omitted: count - sources.length };
}

/** Sums per address and stream, in columns: a botnet has hundreds of thousands of them. */
interface SourceSums {
  readonly count: number;
  /** The first key that went into a sum. */
  readonly firstKey: Uint32Array;
  readonly messages: Float64Array;
  readonly pass: Float64Array;
  /** Which sum a key went into; -1 where it went into none. */
  readonly ofKey: Int32Array;
}

function sourceSums(tallies: Tallies, attributions: readonly Attribution[]): SourceSums {
  const size = tallies.size();
  const firstKey = new Uint32Array(size);
  const [messages, pass] = [new Float64Array(size), new Float64Array(size)];
  const ofKey = new Int32Array(size).fill(-1);
  const byStream = new Map<string, Map<number, number>>();
  let count = 0;
  for (let key = 0; key < size; key += 1) {
    const attribution = attributions[key];
    if (attribution === undefined) continue;
    const address = tallies.addressOf(key);
    const counted = tallies.messagesOf(key);
    const { id } = attribution.stream;
    const byAddress = byStream.get(id) ?? new Map<number, number>();
    if (byAddress.size === 0) byStream.set(id, byAddress);
    let sum = byAddress.get(address);
    if (sum === undefined) {
      sum = count;
      count += 1;
      byAddress.set(address, sum);
      firstKey[sum] = key;
    }
    ofKey[key] = sum;
    messages[sum] = (messages[sum] ?? 0) + counted;
    if (attribution.pass) pass[sum] = (pass[sum] ?? 0) + counted;
  }
  return { count, firstKey, messages, pass, ofKey };
}

interface Seen {
  firstSeen: number;
  lastSeen: number;
}

/** When the sums that are shown were seen. */
function seenOf(tallies: Tallies, ofKey: Int32Array, shown: ReadonlySet<number>): ReadonlyMap<number, Readonly<Seen>> {
  const times = new Map<number, Seen>();
  for (let key = 0; key < ofKey.length; key += 1) {
    const sum = ofKey[key] ?? -1;
    if (!shown.has(sum)) continue;
    const { firstSeen, lastSeen } = tallies.get(key);
    const seen = times.get(sum) ?? { firstSeen, lastSeen };
    seen.firstSeen = Math.min(seen.firstSeen, firstSeen);
    seen.lastSeen = Math.max(seen.lastSeen, lastSeen);
    times.set(sum, seen);
  }
  return times;
}

/** Messages by reason, for the sums that are shown. */
function failureReasons(
  tallies: Tallies,
  attributions: readonly Attribution[],
  ofKey: Int32Array,
  shown: ReadonlySet<number>,
): Map<number, Map<string, number>> {
  const reasons = new Map<number, Map<string, number>>();
  for (let key = 0; key < ofKey.length; key += 1) {
    const sum = ofKey[key] ?? -1;
    const attribution = attributions[key];
    if (attribution === undefined || attribution.why.length === 0 || !shown.has(sum)) continue;
    const texts = reasons.get(sum) ?? new Map<string, number>();
    reasons.set(sum, texts);
    const messages = tallies.messagesOf(key);
    for (const { text } of attribution.why) texts.set(text, (texts.get(text) ?? 0) + messages);
  }
  return reasons;
}
