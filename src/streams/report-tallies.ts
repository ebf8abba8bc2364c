import { byName } from '../core/order.ts';
import type { ReportHead } from '../reports/aggregate/row.ts';
import { dayOf, daysCovered, isLong } from './day.ts';

export interface ReporterTally {
  readonly reporter: string;
  readonly reports: number;
  readonly records: number;
  readonly messages: number;
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** Messages by the UTC days that its reports speak about, see `daysCovered`; 0 where nothing was counted on one. */
  readonly days: ReadonlyMap<number, number>;
}

/** Reports that span more than a day and a half: on which of their days a message came, nobody knows. */
export interface LongReports {
  readonly reports: number;
  readonly messages: number;
}

/** The policy a domain had published last. */
export interface PolicyTally {
  readonly domain: string;
  readonly policy: ReportHead['policy'];
  /** Seconds since 1970: the end of the report that says so. */
  readonly seen: number;
}

/** What is counted by report: who reports, how long reports are, and which policies they name. */
export interface ReportTallies {
  /** Counts a report, with no rows yet. */
  report(head: ReportHead): void;
  /** Counts the messages of a row of this report; says on which day they came, see `dayOf`. */
  add(head: ReportHead, messages: number): number;
  readonly longReports: LongReports;
  reporters(): ReporterTally[];
  policyDomains(): PolicyTally[];
}

type ReporterSum = { -readonly [K in keyof Omit<ReporterTally, 'days'>]: ReporterTally[K] } & {
  readonly days: Map<number, number>;
};
/** What all rows of the report at hand share. */
interface Counting {
  readonly head: ReportHead;
  readonly reporter: ReporterSum;
  readonly day: number;
  readonly isLong: boolean;
}

export function newReportTallies(): ReportTallies {
  const reporters = new Map<string, ReporterSum>();
  const policies = new Map<string, Omit<PolicyTally, 'domain'>>();
  const longReports = { reports: 0, messages: 0 };

  const reporterOf = (head: ReportHead): ReporterSum => {
    const present = reporters.get(head.reporter);
    if (present !== undefined) return present;
    const fresh = {
      reporter: head.reporter,
      reports: 0,
      records: 0,
      messages: 0,
      firstSeen: head.begin,
      lastSeen: head.end,
      days: new Map<number, number>(),
    };
    reporters.set(head.reporter, fresh);
    return fresh;
  };

  let counting: Counting | undefined;
  const countingOf = (head: ReportHead): Counting => {
    if (counting?.head === head) return counting;
    return (counting = { head, reporter: reporterOf(head), day: dayOf(head), isLong: isLong(head) });
  };

  return {
    report(head) {
      const reporter = reporterOf(head);
      reporter.reports += 1;
      reporter.firstSeen = Math.min(reporter.firstSeen, head.begin);
      reporter.lastSeen = Math.max(reporter.lastSeen, head.end);
      for (const day of daysCovered(head)) reporter.days.set(day, reporter.days.get(day) ?? 0);
      if (isLong(head)) longReports.reports += 1;
      const known = policies.get(head.policyDomain);
      // The latest word counts; of two at the same time, the same one whatever the order they are read in.
      const later = known === undefined ? 1 : head.end - known.seen || textOrder(head.policy, known.policy);
      if (later > 0) policies.set(head.policyDomain, { policy: head.policy, seen: head.end });
    },
    add(head, messages) {
      const { reporter, day, isLong: isOfLong } = countingOf(head);
      reporter.records += 1;
      reporter.messages += messages;
      reporter.days.set(day, (reporter.days.get(day) ?? 0) + messages);
      if (isOfLong) longReports.messages += messages;
      return day;
    },
    longReports,
    reporters: () =>
      [...reporters.values()].toSorted((a, b) => b.messages - a.messages || byName(a.reporter, b.reporter)),
    policyDomains: () =>
      [...policies]
        .map(([domain, { policy, seen }]) => ({ domain, policy, seen }))
        .toSorted((a, b) => byName(a.domain, b.domain)),
  };
}

/** An order of any two policies, that no order of reading changes. */
const textOrder = (a: object, b: object): number => byName(JSON.stringify(b), JSON.stringify(a));
