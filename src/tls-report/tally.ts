import { byName } from '../core/order.ts';
import { countIn } from './counts.ts';
import { applied, failureGroup, keyOf, see, take, type FailureTally, type PolicyTally } from './tallied.ts';
import type { TlsFailure, TlsPolicy, TlsReport } from '../reports/tls-rpt/report.ts';
import type { DaySessions, PolicySessions, ReporterSessions, TlsReports } from './tls-reports.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Seconds. */
const DAY = 86_400;

export interface TlsTallies {
  /** Counts the policies of a report that are new; `first` where no copy of it was counted before. */
  add(report: TlsReport, policies: readonly TlsPolicy[], first: boolean): void;
  totals(): Omit<TlsReports, 'inputs' | 'files' | 'reports' | 'duplicates' | 'otherDomains'>;
}

/** Counts sessions by policy, failure and day. Its size follows what is distinct, never the reports. */
export function newTlsTallies(): TlsTallies {
  const policies = new Map<string, PolicyTally>();
  const failures = new Map<string, FailureTally>();
  const reporters = new Map<string, Mutable<ReporterSessions>>();
  const days = new Map<string, Mutable<DaySessions>>();

  const addPolicy = (report: TlsReport, policy: TlsPolicy): void => {
    const { successful, failed } = policy;
    const tally = present<PolicyTally>(policies, [policy.domain, policy.type, policy.mode], () => ({
      ...applied(policy),
      reporters: new Map(),
      successful: 0,
      failed: 0,
      strings: [],
      mxHosts: [],
      appliedAt: 0,
    }));
    take(tally, policy, report.end ?? 0);
    const share = present(tally.reporters, [report.reporter], () => ({
      reporter: report.reporter,
      successful: 0,
      failed: 0,
    }));
    for (const one of [tally, share]) {
      one.successful += successful;
      one.failed += failed;
    }
    see(tally, report);
    if (report.begin === undefined) return;
    const day = new Date(Math.floor(report.begin / DAY) * DAY * 1000).toISOString().slice(0, 10);
    const sum = present(days, [day, policy.domain], () => ({ day, domain: policy.domain, successful: 0, failed: 0 }));
    sum.successful += successful;
    sum.failed += failed;
  };

  const addFailure = (report: TlsReport, policy: TlsPolicy, failure: TlsFailure): void => {
    const { resultType, sessions = 0 } = failure;
    const receivingMx = failure.receivingMxHostname ?? failure.receivingIp;
    const tally = present<FailureTally>(
      failures,
      [policy.domain, policy.type, policy.mode, resultType, receivingMx],
      () => ({
        ...applied(policy),
        resultType,
        ...(receivingMx === undefined ? {} : { receivingMx }),
        sessions: 0,
        values: {
          reporters: new Map(),
          receivingIps: new Map(),
          helos: new Map(),
          senders: new Map(),
          reasons: new Map(),
          information: new Map(),
        },
      }),
    );
    tally.sessions += sessions;
    const { values } = tally;
    countIn(values.reporters, report.reporter, sessions);
    countIn(values.receivingIps, failure.receivingIp, sessions);
    // The first line: Postfix puts the whole answer to EHLO there.
    countIn(values.helos, failure.receivingMxHelo?.split(/[\r\n]/, 1)[0], sessions);
    countIn(values.senders, failure.sendingMtaIp, sessions);
    countIn(values.reasons, failure.reasonCode, sessions);
    countIn(values.information, failure.additionalInformation, sessions);
    see(tally, report);
  };

  return {
    add(report, fresh, first) {
      const reporter = present<Mutable<ReporterSessions>>(reporters, [report.reporter], () => ({
        reporter: report.reporter,
        reports: 0,
        successful: 0,
        failed: 0,
      }));
      reporter.reports += Number(first);
      see(reporter, report);
      for (const policy of fresh) {
        reporter.successful += policy.successful;
        reporter.failed += policy.failed;
        addPolicy(report, policy);
        for (const failure of policy.failures) addFailure(report, policy, failure);
      }
    },
    totals() {
      const all = [...reporters.values()];
      const begin = Math.min(...all.map(({ firstSeen = Number.POSITIVE_INFINITY }) => firstSeen));
      const end = Math.max(...all.map(({ lastSeen = Number.NEGATIVE_INFINITY }) => lastSeen));
      return {
        successful: sum(all, 'successful'),
        failed: sum(all, 'failed'),
        period: Number.isFinite(begin) && Number.isFinite(end) ? { begin, end } : undefined,
        reporters: all.toSorted((a, b) => total(b) - total(a) || byName(a.reporter, b.reporter)),
        policies: [...policies.values()]
          .map((tally) => policySessions(tally))
          .toSorted((a, b) => total(b) - total(a) || byName(keyOf(a), keyOf(b))),
        failures: [...failures.values()]
          .map((tally) => failureGroup(tally))
          .toSorted((a, b) => b.sessions - a.sessions || byName(keyOf(a), keyOf(b))),
        days: [...days.values()].toSorted((a, b) => byName(a.day, b.day) || byName(a.domain, b.domain)),
      };
    },
  };
}

function present<T>(map: Map<string, T>, parts: readonly (string | undefined)[], fresh: () => T): T {
  const key = parts.join('\n');
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = fresh();
  map.set(key, made);
  return made;
}

function policySessions({ reporters, ...tally }: PolicyTally): PolicySessions {
  const { appliedAt: _, ...sessions } = tally;
  const shares = [...reporters.values()];
  return { ...sessions, reporters: shares.toSorted((a, b) => total(b) - total(a) || byName(a.reporter, b.reporter)) };
}

const total = ({ successful, failed }: { readonly successful: number; readonly failed: number }): number =>
  successful + failed;

const sum = (all: readonly ReporterSessions[], key: 'successful' | 'failed'): number =>
  all.reduce((result, one) => result + one[key], 0);
