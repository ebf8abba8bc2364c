import type { Dns } from '../net/net.ts';
import { pslOrgDomain } from '../dmarc-policy/psl.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { attribute, type Attribution } from '../streams/attribute.ts';
import type { Branches } from '../streams/branch.ts';
import type { RuleUse, StreamRule } from '../streams/rules.ts';
import type { Tallies } from '../streams/tally.ts';
import { branchesOf } from './branches.ts';
import { refusedAtReject, streamTotals } from './totals.ts';
import type { Reading, Traffic } from './traffic.ts';

/** Organisations remembered: a period names each domain over and over. */
const MOST_DOMAINS = 100_000;

export interface Attributing {
  readonly catalogue: Catalogue;
  readonly net?: Dns;
  /** The reader's own word on whose mail something is. */
  readonly rules?: readonly StreamRule[];
}

/** Says whose every row is. With `net`, the From domains' SPF trees are asked for first; without, nothing is asked. */
export async function attributed(reading: Reading, { catalogue, net, rules = [] }: Attributing): Promise<Traffic> {
  const { tallies } = reading;
  const organisation = remembered(pslOrgDomain);
  const branches: Branches | undefined = net === undefined ? undefined : await branchesOf(tallies, net, organisation);
  const attributions = attribute(tallies, {
    catalogue,
    organisation,
    rules,
    ...(branches === undefined ? {} : { branches }),
  });
  const streams = streamTotals(tallies, attributions);
  const reporters = tallies.reporters();
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    ...reading,
    attributions,
    streams,
    rules: ruleUses(rules, tallies, attributions),
    reporters,
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

function remembered(find: (domain: string) => string): (domain: string) => string {
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
