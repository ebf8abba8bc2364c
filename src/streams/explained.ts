import { byName } from '../core/order.ts';
import { parseIp, printIp } from '../protocols/ip.ts';
import type { Attribution } from './attribution.ts';
import type { Signature } from './signature.ts';
import type { Tallies, Tally } from './tally.ts';

/** Why an address, or a stream, is judged as it is: everything it was judged by. */
export interface Explained {
  /** What was asked for, as it was typed. */
  readonly asked: string;
  readonly kind: 'address' | 'stream';
  /** Ids of the streams it is, or is in. */
  readonly streams: readonly string[];
  readonly messages: number;
  readonly pass: number;
  readonly addresses: number;
  /** Seconds since 1970. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** One for each way it authenticated, those with most messages first, at most `MOST_CASES`. */
  readonly cases: readonly ExplainedCase[];
  readonly casesOmitted: number;
}

/** Rows that authenticated alike and are judged alike. */
export interface ExplainedCase {
  readonly signature: Signature;
  readonly attribution: Attribution;
  readonly messages: number;
  readonly records: number;
  readonly addresses: number;
  /** Those with most messages, at most `ADDRESSES_SHOWN`. */
  readonly from: readonly string[];
}

/** A stream of a botnet has as many cases as it has envelopes. */
const MOST_CASES = 200;
const ADDRESSES_SHOWN = 5;

/** Everything about what `asked` names; undefined where it names nothing of the period. */
export function explained(
  tallies: Tallies,
  attributions: readonly Attribution[],
  asked: string,
): Explained | undefined {
  const address = addressOf(asked);
  const wanted = address === undefined ? wantedStreams(attributions, asked) : undefined;
  const cases = new Map<string, Growing>();
  const numbers = new Map<Signature, number>();
  const [all, streams] = [new Set<number>(), new Set<string>()];
  let [firstSeen, lastSeen] = [Number.POSITIVE_INFINITY, 0];
  for (const tally of tallies.all()) {
    const attribution = attributions[tally.key];
    if (attribution === undefined) continue;
    if (wanted === undefined ? addressOf(tally.sourceIp) !== address : !wanted.has(attribution.stream.id)) continue;
    const number = numbers.get(tally.signature) ?? numbers.size;
    numbers.set(tally.signature, number);
    const { stream, class: streamClass, because, confidence } = attribution;
    const like = `${number} ${stream.id} ${streamClass} ${confidence} ${because}`;
    const growing = cases.get(like) ?? {
      signature: tally.signature,
      attribution,
      messages: 0,
      records: 0,
      from: new Map(),
    };
    cases.set(like, growing);
    counted(growing, tally);
    all.add(tally.address);
    streams.add(stream.id);
    firstSeen = Math.min(firstSeen, tally.firstSeen);
    lastSeen = Math.max(lastSeen, tally.lastSeen);
  }
  if (cases.size === 0) return undefined;
  const ranked = [...cases]
    .toSorted(([idA, a], [idB, b]) => b.messages - a.messages || byName(idA, idB))
    .map(([, one]) => one);
  const sum = (some: readonly Growing[]): number => some.reduce((total, { messages }) => total + messages, 0);
  return {
    asked,
    kind: address === undefined ? 'stream' : 'address',
    streams: [...streams].toSorted(byName),
    messages: sum(ranked),
    pass: sum(ranked.filter(({ attribution }) => attribution.pass)),
    addresses: all.size,
    firstSeen,
    lastSeen,
    cases: ranked.slice(0, MOST_CASES).map((one) => finished(one)),
    casesOmitted: Math.max(0, ranked.length - MOST_CASES),
  };
}

interface Growing {
  readonly signature: Signature;
  readonly attribution: Attribution;
  messages: number;
  records: number;
  readonly from: Map<string, number>;
}

function counted(growing: Growing, { sourceIp, messages, records }: Tally): void {
  growing.messages += messages;
  growing.records += records;
  growing.from.set(sourceIp, (growing.from.get(sourceIp) ?? 0) + messages);
}

const finished = ({ from, ...rest }: Growing): ExplainedCase => ({
  ...rest,
  addresses: from.size,
  from: [...from]
    .toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0]))
    .slice(0, ADDRESSES_SHOWN)
    .map(([ip]) => ip),
});

/** An address as it is printed; undefined for the name of a stream. */
function addressOf(text: string): string | undefined {
  const parsed = parseIp(text);
  return parsed === undefined ? undefined : printIp(parsed);
}

/** A stream by its whole id or name, else every stream whose id or name begins so; selectors in an id have capitals. */
function wantedStreams(attributions: readonly Attribution[], asked: string): ReadonlySet<string> {
  const text = asked.toLowerCase();
  const streams = new Map(attributions.map(({ stream }) => [stream.id, stream]));
  const fitting = (fits: (known: string) => boolean): string[] =>
    [...streams.values()]
      .filter(({ id, name }) => fits(id.toLowerCase()) || fits(name.toLowerCase()))
      .map(({ id }) => id);
  const exact = fitting((known) => known === text);
  return new Set(exact.length > 0 ? exact : fitting((known) => known.startsWith(text)));
}
