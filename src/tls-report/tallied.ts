import { byName } from '../core/order.ts';
import type { TlsPolicy, TlsReport } from '../reports/tls-rpt/report.ts';
import { listed, type Counts } from './counts.ts';
import type { AppliedPolicy, FailureGroup, PolicySessions } from './tls-reports.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface PolicyTally extends AppliedPolicy {
  readonly reporters: Map<string, Mutable<PolicySessions['reporters'][number]>>;
  successful: number;
  failed: number;
  strings: readonly string[];
  mxHosts: readonly string[];
  /** End of the report they are from. */
  appliedAt: number;
  firstSeen?: number;
  lastSeen?: number;
}
export interface FailureTally extends AppliedPolicy {
  readonly resultType: string;
  readonly receivingMx?: string;
  sessions: number;
  readonly values: Readonly<
    Record<'reporters' | 'receivingIps' | 'helos' | 'senders' | 'reasons' | 'information', Counts>
  >;
  firstSeen?: number;
  lastSeen?: number;
}

export function failureGroup({ values, ...tally }: FailureTally): FailureGroup {
  return {
    ...tally,
    reporters: listed(values.reporters),
    receivingIps: listed(values.receivingIps),
    receivingHelos: listed(values.helos),
    sendingMtaIps: listed(values.senders),
    sendingMtas: values.senders.size,
    reasonCodes: listed(values.reasons),
    information: listed(values.information),
  };
}

/** The latest word counts; of several at the same time the longest, whatever the order they are read in. */
export function take(tally: PolicyTally, { strings, mxHosts }: TlsPolicy, at: number): void {
  const present = JSON.stringify([tally.strings, tally.mxHosts]);
  const offered = JSON.stringify([strings, mxHosts]);
  const longer = offered.length - present.length || byName(offered, present);
  if (at > tally.appliedAt || (at === tally.appliedAt && longer > 0))
    Object.assign(tally, { strings, mxHosts, appliedAt: at });
}

export const applied = ({ domain, type, mode }: AppliedPolicy): AppliedPolicy => ({
  domain,
  type,
  ...(mode === undefined ? {} : { mode }),
});

export function see(tally: { firstSeen?: number; lastSeen?: number }, { begin, end }: TlsReport): void {
  if (begin !== undefined) tally.firstSeen = Math.min(tally.firstSeen ?? begin, begin);
  if (end !== undefined) tally.lastSeen = Math.max(tally.lastSeen ?? end, end);
}

/** An order that no order of reading changes. */
export const keyOf = (one: AppliedPolicy & { readonly resultType?: string; readonly receivingMx?: string }): string =>
  [one.domain, one.type, one.mode, one.resultType, one.receivingMx].join('\n');
