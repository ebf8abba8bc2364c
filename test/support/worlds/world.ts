import type { DmarcRecord } from '../../../src/reports/aggregate/row.ts';
import type { Branch } from '../../../src/streams/branch.ts';
import { chance, type Chance } from './chance.ts';
import type { Flow, Truth } from './flow.ts';
import { forwarding } from './forwarders.ts';
import { OFFICES } from './offices.ts';
import { castOf, type Cast } from './organisation.ts';
import { REPORTERS, told, type Reporter } from './reporters.ts';
import { SERVICES } from './services.ts';
import { spoofing } from './spoofers.ts';

export interface TrueRow {
  readonly truth: Truth;
  readonly reporter: Reporter;
  readonly record: DmarcRecord;
}
export interface World {
  readonly seed: string;
  readonly cast: Cast;
  readonly rows: readonly TrueRow[];
  /** Where our own addresses stand in our SPF, for those who may ask DNS. */
  readonly branches: (headerFrom: string, sourceIp: string) => Branch;
}

const SEEN_BY_NOBODY = 0.15;

/** A period of an invented organisation: who sends for it, who re-sends, who forges, and what reporters make of it. */
export function worldOf(seed: string): World {
  const random = chance(seed);
  const cast = castOf(random);
  const streams = random
    .some([...SERVICES, ...OFFICES], random.between(3, 12))
    .flatMap((archetype) => archetype.flows(random.pick(cast.froms), cast, random));
  const flows = [
    ...streams,
    ...forwarding(streams, cast, random.between(1, 8), random),
    ...spoofing({ cast, flows: streams }, random.between(1, 6), random),
  ];
  const ours = new Set<string>();
  const rows = flows.flatMap((flow) =>
    REPORTERS.flatMap((reporter) => {
      const seen = reportedBy(flow, reporter, cast, random);
      if (flow.truth.owner === 'ours' && flow.truth.providers.length === 0)
        for (const { record } of seen) ours.add(record.sourceIp);
      return seen;
    }),
  );
  return {
    seed,
    cast,
    rows,
    branches: (_, sourceIp) => (ours.has(sourceIp) ? { kind: 'own', term: `ip4:${sourceIp}` } : { kind: 'none' }),
  };
}

function reportedBy(
  { truth, messages, spread, sight }: Flow,
  reporter: Reporter,
  cast: Cast,
  random: Chance,
): TrueRow[] {
  const exact = (messages * reporter.share) / 1000;
  let left = Math.floor(exact) + (random.maybe(exact % 1) ? 1 : 0);
  if (left === 0 || random.maybe(SEEN_BY_NOBODY)) return [];
  const rows: TrueRow[] = [];
  for (let row = 1; left > 0; row += 1) {
    const count = row >= spread ? left : Math.max(1, Math.floor(left * random.next()));
    left -= count;
    const shaky = random.maybe(reporter.errors ?? 0);
    const record = told(sight(random), count, reporter, cast.strict, shaky);
    rows.push({ truth: { ...truth, ...unknowable(record, reporter) }, reporter, record });
  }
  return rows;
}

/** What a reporter leaves out, no judge can know. */
function unknowable({ dkimAligned, spfAligned, dkim }: DmarcRecord, { leavesOut }: Reporter): Partial<Truth> {
  if (leavesOut === 'results') return { undecidable: 'the reporter says nothing but what DMARC made of it' };
  const fails = dkimAligned !== true && spfAligned !== true;
  if (leavesOut === 'selectors' && fails && dkim.some(({ result }) => result !== 'pass'))
    return { undecidable: 'the reporter leaves out which key did not verify' };
  return leavesOut === 'dkim' && fails
    ? { undecidable: 'the reporter leaves out whose signature passed or failed' }
    : {};
}
