import type { Inputs } from '../core/report.ts';
import type { Dns } from '../net/net.ts';
import { pslOrgDomain } from '../dmarc-policy/psl.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { attribute, type Attribution, type Knowledge } from '../streams/attribute.ts';
import type { RuleUse, StreamRule } from '../streams/rules.ts';
import type { Tallies } from '../streams/tally.ts';
import { branchesOf } from './branches.ts';
import { calendarOf } from './calendar.ts';
import { comparisonOf } from './compared.ts';
import type { Lookup } from './lookup/kinds.ts';
import { lookedUp, type Lookups } from './lookup/lookups.ts';
import { refusedAtReject } from './refused-at-reject.ts';
import { streamTotals } from './totals.ts';
import type { Reading, Traffic } from './traffic.ts';

/** Organisations remembered: a period names each domain over and over. */
const MOST_DOMAINS = 100_000;

export interface Attributing {
  readonly catalogue: Catalogue;
  /** The From domains' SPF trees are asked for first; without, nothing is asked. */
  readonly net?: Dns;
  /** The reader's own word on whose mail something is. */
  readonly rules?: readonly StreamRule[];
  /** What is asked of `net` about the addresses; nothing by default. */
  readonly lookUp?: readonly Lookup[];
  /** An earlier period, to compare with. */
  readonly earlier?: Reading;
  readonly onProgress?: (text: string) => void;
}

/** Says whose every row is. An earlier period is attributed with the same knowledge, or streams could not be compared. */
export async function attributed(
  reading: Reading,
  { catalogue, net, rules = [], lookUp = [], earlier, onProgress }: Attributing,
): Promise<Traffic> {
  const organisation = remembered(pslOrgDomain);
  const readings = earlier === undefined ? [reading] : [reading, earlier];
  const trees =
    net === undefined ? [] : await Promise.all(readings.map(({ tallies }) => branchesOf(tallies, net, organisation)));
  const lookups =
    net === undefined || lookUp.length === 0
      ? undefined
      : await lookedUp(
          readings.map(({ tallies }) => tallies),
          net,
          lookUp,
          onProgress,
        );
  const [now, then] = readings.map((one, index) => {
    const branches = trees[index];
    return trafficOf(
      one,
      {
        catalogue,
        organisation,
        rules,
        ...(branches === undefined ? {} : { branches }),
        ...(lookups === undefined ? {} : { hostOf: lookups.host }),
      },
      lookups,
    );
  });
  if (now === undefined) throw new Error('nothing was attributed');
  if (then === undefined) return now;
  const comparison = comparisonOf(now, then, organisation);
  // What could not be read of the earlier period makes the comparison as doubtful as what could not be read of this one.
  const inputs = bothInputs(now.inputs, then.inputs);
  return { ...now, inputs, ...(comparison === undefined ? {} : { comparison }) };
}

const bothInputs = (one: Inputs, other: Inputs): Inputs => ({
  read: one.read + other.read,
  failed: [...one.failed, ...other.failed],
  repairs: [...one.repairs, ...other.repairs],
  passedOver: [...(one.passedOver ?? []), ...(other.passedOver ?? [])],
});

function trafficOf(reading: Reading, knowledge: Knowledge, lookups: Lookups | undefined): Traffic {
  const { tallies } = reading;
  const attributions = attribute(tallies, knowledge);
  const reporters = tallies.reporters();
  const calendar = calendarOf(reporters);
  const streams = streamTotals(tallies, attributions, calendar);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    ...reading,
    attributions,
    streams,
    rules: ruleUses(knowledge.rules ?? [], tallies, attributions),
    reporters,
    calendar,
    ...(lookups === undefined ? {} : { lookups }),
    period:
      reporters.length === 0
        ? undefined
        : {
            begin: Math.min(...reporters.map(({ firstSeen }) => firstSeen)),
            end: Math.max(...reporters.map(({ lastSeen }) => lastSeen)),
          },
    messages: sum(streams.map(({ messages }) => messages)),
    records: sum(reporters.map(({ records }) => records)),
    pass: sum(streams.map(({ pass }) => pass)),
    refusedAtReject: refusedAtReject(tallies, attributions),
  };
}

function ruleUses(rules: readonly StreamRule[], tallies: Tallies, attributions: readonly Attribution[]): RuleUse[] {
  const messages = new Map(rules.map((rule) => [rule, 0]));
  if (rules.length > 0)
    for (const { key, messages: count } of tallies.all()) {
      const rule = attributions[key]?.rule;
      if (rule !== undefined) messages.set(rule, (messages.get(rule) ?? 0) + count);
    }
  return [...messages].map(([{ name, origin }, sum]) => ({ name, origin, messages: sum }));
}

/** The same, worked out once for each domain. */
export function remembered(find: (domain: string) => string): (domain: string) => string {
  const known = new Map<string, string>();
  return (domain) => {
    const present = known.get(domain);
    if (present !== undefined) return present;
    if (known.size >= MOST_DOMAINS) known.clear();
    const found = find(domain);
    known.set(domain, found);
    return found;
  };
}
