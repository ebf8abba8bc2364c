import { byName } from '../core/order.ts';
import { plural } from '../core/format.ts';
import type { StreamClass } from '../streams/stream.ts';
import type { StreamTotals } from './totals.ts';

/** A line of the page's table: a stream, or what one sender does for many From domains. */
export interface StreamLine extends Pick<
  StreamTotals,
  'name' | 'class' | 'messages' | 'pass' | 'dkimAligned' | 'spfAligned' | 'evidence' | 'why' | 'because' | 'days'
> {
  /** The From domain, or how many. */
  readonly from: string;
  /** Addresses of one stream; of several, nobody counted those they share. */
  readonly sources?: number;
}

/** Up to here every stream has its line: people know their streams. */
const MOST_SINGLE = 30;
const MOST_LINES = 40;

/**
 * What a person can read: few streams each on a line; of many, those that one sender has for several From domains together,
 * and the smallest only counted.
 */
export function streamLines(streams: readonly StreamTotals[]): {
  readonly lines: readonly StreamLine[];
  readonly omitted: { readonly streams: number; readonly messages: number };
} {
  if (streams.length <= MOST_SINGLE)
    return { lines: streams.map((stream) => lineOf([stream])), omitted: { streams: 0, messages: 0 } };
  const groups = [...Map.groupBy(streams, ({ sender, class: streamClass }) => `${streamClass} ${sender}`).values()];
  const ranked = groups.toSorted((a, b) => messagesOf(b) - messagesOf(a) || byName(a[0]?.id ?? '', b[0]?.id ?? ''));
  const shown = new Set(ranked.slice(0, MOST_LINES));
  const rest = ranked.slice(MOST_LINES);
  return {
    lines: ranked
      .filter((group) => shown.has(group))
      .map((group) => lineOf(group))
      .toSorted((a, b) => orderOf(a.class) - orderOf(b.class)),
    omitted: {
      streams: rest.reduce((sum, group) => sum + group.length, 0),
      messages: rest.reduce((sum, group) => sum + messagesOf(group), 0),
    },
  };
}

const sumOf = (group: readonly StreamTotals[], key: 'messages' | 'pass' | 'dkimAligned' | 'spfAligned'): number =>
  group.reduce((sum, stream) => sum + stream[key], 0);
const messagesOf = (group: readonly StreamTotals[]): number => sumOf(group, 'messages');

/** What is ours first, and what is suspicious last, as the streams themselves come. */
const orderOf = (streamClass: StreamClass): number =>
  streamClass === 'suspicious' ? 2 : streamClass === 'forwarded' ? 1 : 0;

/** The days of all of them, in their order. */
function daysOf(group: readonly StreamTotals[]): StreamTotals['days'] {
  const [first, ...others] = group;
  if (first === undefined || others.length === 0) return first?.days ?? [];
  const byDay = Map.groupBy(
    group.flatMap(({ days }) => days),
    ({ day }) => day,
  );
  return [...byDay]
    .map(([day, counts]) => ({
      day,
      messages: counts.reduce((sum, { messages }) => sum + messages, 0),
      pass: counts.reduce((sum, { pass }) => sum + pass, 0),
    }))
    .toSorted((a, b) => a.day - b.day);
}

function lineOf(group: readonly StreamTotals[]): StreamLine {
  const [largest] = group.toSorted((a, b) => b.messages - a.messages || byName(a.id, b.id));
  if (largest === undefined) throw new Error('a line of no stream');
  const { name, class: streamClass, evidence, why, because } = largest;
  const domains = new Set(group.map(({ headerFrom }) => headerFrom)).size;
  return {
    // Of several purposes, none is the line's.
    name: new Set(group.map((stream) => stream.name)).size === 1 ? name : (name.split(' · ')[0] ?? name),
    class: streamClass,
    from: domains === 1 ? largest.headerFrom : plural(domains, 'domain'),
    messages: messagesOf(group),
    pass: sumOf(group, 'pass'),
    dkimAligned: sumOf(group, 'dkimAligned'),
    spfAligned: sumOf(group, 'spfAligned'),
    evidence,
    why,
    days: daysOf(group),
    ...(because === undefined ? {} : { because }),
    ...(group.length === 1 ? { sources: largest.sources } : {}),
  };
}
