import { byName } from '../core/order.ts';
import type { Attribution } from '../streams/attribute.ts';
import type { Evidence, Stream, StreamClass } from '../streams/stream.ts';
import type { Tallies } from '../streams/tally.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { streamDays, type StreamDay } from './stream-days.ts';
import { trendOf, type Trend } from './trend.ts';

/** A stream's traffic over the period. Counts are of messages unless the name says otherwise. */
export interface StreamTotals extends Stream {
  /** `aligned` where at least nine in ten of our messages pass, see `ALIGNED_SHARE`. */
  readonly class: StreamClass;
  readonly messages: number;
  /** Passed DMARC. */
  readonly pass: number;
  readonly dkimAligned: number;
  readonly spfAligned: number;
  /** Messages with a signature of our own that did not verify. */
  readonly brokenSignatures: number;
  /** Distinct addresses. */
  readonly sources: number;
  /** 0 to 1, weighted by messages: that the provider, or where none is named the class, is right. */
  readonly confidence: number;
  /** The same for the class. */
  readonly classConfidence: number;
  /** What most of the messages rest on, each once. */
  readonly evidence: readonly Evidence[];
  /** What receivers did, by disposition. */
  readonly dispositions: Readonly<Record<string, number>>;
  /** Why messages failed, most frequent first. */
  readonly why: readonly { readonly code: string; readonly text: string; readonly messages: number }[];
  /** What most of the messages are judged by, where they are not simply aligned. */
  readonly because?: string;
  /** Seconds since 1970. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** Messages by day, days without any left out. */
  readonly days: readonly StreamDay[];
  readonly trend: Trend;
}

/** A stream of ours counts as set up when no more than one message in ten fails; what fails is shown all the same. */
export const ALIGNED_SHARE = 0.9;
const EVIDENCE_SHOWN = 6;
const REASONS_SHOWN = 6;

interface Sum {
  readonly stream: Stream;
  readonly first: Attribution;
  messages: number;
  pass: number;
  dkimAligned: number;
  spfAligned: number;
  brokenSignatures: number;
  confidence: number;
  classConfidence: number;
  firstSeen: number;
  lastSeen: number;
  readonly addresses: Set<number>;
  readonly evidence: Map<string, { evidence: Evidence; messages: number }>;
  readonly dispositions: Map<string, number>;
  readonly why: Map<string, { code: string; text: string; messages: number }>;
  readonly because: Map<string, { text: string; messages: number }>;
}

/** Sums up the tallies by stream, largest first; what is suspicious last. */
export function streamTotals(
  tallies: Tallies,
  attributions: readonly Attribution[],
  calendar: Calendar = calendarOf(tallies.reporters()),
): StreamTotals[] {
  const sums = new Map<string, Sum>();
  const said = new Map<Attribution, number>();
  for (const tally of tallies.all()) {
    const attribution = attributions[tally.key];
    if (attribution === undefined) continue;
    const sum = sums.get(attribution.stream.id) ?? newSum(attribution);
    sums.set(attribution.stream.id, sum);
    const { messages } = tally;
    sum.messages += messages;
    if (attribution.pass) sum.pass += messages;
    if (attribution.dkimAligned) sum.dkimAligned += messages;
    if (attribution.spfAligned) sum.spfAligned += messages;
    if (attribution.brokenSignature) sum.brokenSignatures += messages;
    // In whole hundredths: sums of fractions depend on their order.
    sum.confidence += Math.round(attribution.confidence * 100) * messages;
    sum.classConfidence += Math.round(attribution.classConfidence * 100) * messages;
    sum.firstSeen = Math.min(sum.firstSeen, tally.firstSeen);
    sum.lastSeen = Math.max(sum.lastSeen, tally.lastSeen);
    sum.addresses.add(tally.address);
    const disposition = tally.signature.disposition ?? 'unstated';
    sum.dispositions.set(disposition, (sum.dispositions.get(disposition) ?? 0) + messages);
    said.set(attribution, (said.get(attribution) ?? 0) + messages);
  }
  // Thousands of tallies share an attribution, and what it says is counted once for all of them.
  for (const [attribution, messages] of said) {
    const sum = sums.get(attribution.stream.id);
    if (sum !== undefined) addSaid(sum, attribution, messages);
  }
  const days = streamDays(tallies, attributions);
  return [...sums.values()].map((sum) => finished(sum, days.get(sum.stream.id) ?? [], calendar)).toSorted(byWeight);
}

function addSaid(sum: Sum, { evidence: grounds, why, because }: Attribution, messages: number): void {
  for (const evidence of grounds) {
    // A common selector speaks for several services, and not always with the same weight.
    const { kind, what, provider = '' } = evidence;
    const id = `${kind} ${provider} ${what}`;
    const present = sum.evidence.get(id) ?? { evidence, messages: 0 };
    present.messages += messages;
    if (evidence.weight > present.evidence.weight) present.evidence = evidence;
    sum.evidence.set(id, present);
  }
  for (const { code, text } of why) {
    const present = sum.why.get(text) ?? { code, text, messages: 0 };
    present.messages += messages;
    sum.why.set(text, present);
  }
  if (because === undefined) return;
  const present = sum.because.get(because) ?? { text: because, messages: 0 };
  present.messages += messages;
  sum.because.set(because, present);
}

const newSum = (first: Attribution): Sum => ({
  stream: first.stream,
  first,
  messages: 0,
  pass: 0,
  dkimAligned: 0,
  spfAligned: 0,
  brokenSignatures: 0,
  confidence: 0,
  classConfidence: 0,
  firstSeen: Number.POSITIVE_INFINITY,
  lastSeen: 0,
  addresses: new Set(),
  evidence: new Map(),
  dispositions: new Map(),
  why: new Map(),
  because: new Map(),
});

function finished(sum: Sum, days: readonly StreamDay[], calendar: Calendar): StreamTotals {
  const [because] = mostFirst(sum.because.values());
  const streamClass = classOf(sum.first.class, sum);
  return {
    ...sum.stream,
    class: streamClass,
    messages: sum.messages,
    pass: sum.pass,
    dkimAligned: sum.dkimAligned,
    spfAligned: sum.spfAligned,
    brokenSignatures: sum.brokenSignatures,
    sources: sum.addresses.size,
    confidence: sum.messages === 0 ? 0 : Math.round(sum.confidence / sum.messages) / 100,
    classConfidence: sum.messages === 0 ? 0 : Math.round(sum.classConfidence / sum.messages) / 100,
    evidence: [...sum.evidence]
      .toSorted(
        ([idA, a], [idB, b]) => b.messages * b.evidence.weight - a.messages * a.evidence.weight || byName(idA, idB),
      )
      .map(([, weighed]) => weighed)
      .slice(0, EVIDENCE_SHOWN)
      .map(({ evidence }) => evidence),
    dispositions: Object.fromEntries([...sum.dispositions].toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0]))),
    why: mostFirst(sum.why.values()).slice(0, REASONS_SHOWN),
    ...(because === undefined ? {} : { because: because.text }),
    firstSeen: sum.firstSeen,
    lastSeen: sum.lastSeen,
    days,
    trend: trendOf(days, calendar, streamClass === 'aligned' || streamClass === 'fixable'),
  };
}

export const mostFirst = <T extends { readonly text: string; readonly messages: number }>(items: Iterable<T>): T[] =>
  [...items].toSorted((a, b) => b.messages - a.messages || byName(a.text, b.text));

/** All rows of a forwarded or suspicious stream are that; in a stream of ours, some pass and some may not. */
export function classOf(
  row: StreamClass,
  { messages, pass }: { readonly messages: number; readonly pass: number },
): StreamClass {
  if (row === 'forwarded' || row === 'suspicious') return row;
  return pass >= messages * ALIGNED_SHARE ? 'aligned' : 'fixable';
}

const ORDER: readonly StreamClass[] = ['aligned', 'fixable', 'forwarded', 'suspicious'];

function byWeight(a: StreamTotals, b: StreamTotals): number {
  const group = (totals: StreamTotals): number => Math.max(1, ORDER.indexOf(totals.class));
  return group(a) - group(b) || b.messages - a.messages || byName(a.id, b.id);
}
