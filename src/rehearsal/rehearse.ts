import { byName } from '../core/order.ts';
import type { StreamTotals } from '../traffic/totals.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { whoseIs, type Whose } from '../streams/whose.ts';
import { judge } from './judge.ts';
import { count, noCounts, sumOf, type Counts, type Outcome } from './outcome.ts';
import { reasonsOf } from './reasons.ts';
import { envelopesOf, type Row } from './results.ts';
import type { Ground, Situation } from './situation.ts';

/** Messages a change to SPF makes pass, or no longer, whatever DMARC makes of it. */
export interface SpfTurn {
  readonly lost: number;
  readonly gained: number;
}

/** What a change means for one stream. */
export interface StreamOutcome {
  readonly stream: StreamTotals;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly spf: SpfTurn;
  /** Why messages do not pass afterwards, most frequent first. */
  readonly why: readonly { readonly text: string; readonly messages: number }[];
}

export interface Rehearsed {
  readonly streams: readonly StreamOutcome[];
  readonly groups: Readonly<Record<Whose, { readonly before: Outcome; readonly after: Outcome }>>;
  /** Where the DNS of now gives another SPF result than reporters saw, in what was evaluated. */
  readonly drift: { readonly rows: number; readonly messages: number; readonly of: number };
}

const REASONS_KEPT = 4;

interface Sum {
  readonly before: Counts;
  readonly after: Counts;
  readonly spf: { lost: number; gained: number };
  why: Map<string, number> | undefined;
}

/** Judges every row of a period before and after. Pure: what it hangs on was gathered before. */
export function rehearse(
  { tallies, attributions, streams }: Traffic,
  situations: { readonly before: Situation; readonly after: Situation },
  ground: Ground,
): Rehearsed {
  const { before, after } = situations;
  const [was, will] = [judge(before, ground), judge(after, ground)];
  const sums = new Map<string, Sum>();
  const drift = { rows: 0, messages: 0, of: 0 };
  for (const tally of tallies.all()) {
    const attribution = attributions[tally.key];
    if (attribution === undefined) continue;
    const { signature, sourceIp, messages } = tally;
    const row: Row = { signature, attribution, sourceIp };
    const { id } = attribution.stream;
    let sum = sums.get(id);
    if (sum === undefined) sums.set(id, (sum = newSum()));
    const [judgedBefore, judgedAfter] = [was(row), will(row)];
    count(sum.before, judgedBefore, messages);
    count(sum.after, judgedAfter, messages);
    if (before.spf !== undefined || after.spf !== undefined) {
      const turn = spfTurn(row, before, after);
      if (turn.change !== undefined) sum.spf[turn.change] += messages;
      if (turn.drifted !== undefined) drift.of += messages;
      if (turn.drifted === true) {
        drift.messages += messages;
        drift.rows += tally.records;
      }
    }
    // Nobody mends a spoofer's mail.
    if (judgedAfter.results.dmarc === 'pass' || attribution.class === 'suspicious') continue;
    for (const text of reasonsOf(row, judgedBefore, judgedAfter, after, ground))
      (sum.why ??= new Map()).set(text, (sum.why.get(text) ?? 0) + messages);
  }
  const outcomes = streams.flatMap((stream): StreamOutcome[] => {
    const sum = sums.get(stream.id);
    return sum === undefined ? [] : [{ stream, before: sum.before, after: sum.after, spf: sum.spf, why: whyOf(sum) }];
  });
  const group = (wanted: Whose): { before: Outcome; after: Outcome } => {
    const own = outcomes.filter(({ stream }) => whoseIs(stream.class) === wanted);
    return { before: sumOf(own.map((one) => one.before)), after: sumOf(own.map((one) => one.after)) };
  };
  return {
    streams: outcomes,
    groups: { ours: group('ours'), forwarded: group('forwarded'), suspicious: group('suspicious') },
    drift,
  };
}

const newSum = (): Sum => ({
  before: noCounts(),
  after: noCounts(),
  spf: { lost: 0, gained: 0 },
  why: undefined,
});

const whyOf = ({ why }: Sum): StreamOutcome['why'] =>
  Array.from(why ?? [], ([text, messages]) => ({ text, messages }))
    .toSorted((a, b) => b.messages - a.messages || byName(a.text, b.text))
    .slice(0, REASONS_KEPT);

/** What the change makes of the SPF of a row, and whether the DNS of now agrees with its reporter. */
function spfTurn(
  { signature, sourceIp }: Row,
  before: Situation,
  after: Situation,
): { readonly change?: 'lost' | 'gained'; readonly drifted?: boolean } {
  for (const { domain, result } of envelopesOf(signature)) {
    const now = before.spf?.concerns(domain) === true ? before.spf.of(domain, sourceIp) : undefined;
    const then = after.spf?.concerns(domain) === true ? after.spf.of(domain, sourceIp) : undefined;
    if (now === undefined || then === undefined) continue;
    const told = now.result !== 'unknown' && result !== undefined;
    const drifted = told ? { drifted: (now.result === 'pass') !== (result === 'pass') } : {};
    const passed = now.result === 'unknown' ? result === 'pass' : now.result === 'pass';
    if (then.result === 'unknown' || passed === (then.result === 'pass')) return drifted;
    return { ...drifted, change: passed ? 'lost' : 'gained' };
  }
  return {};
}
