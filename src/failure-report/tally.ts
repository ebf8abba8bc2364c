import { byName } from '../core/order.ts';
import type { FailureReport } from '../reports/failure/report.ts';
import { authenticationText } from './authentication.ts';
import type { Counted, FailureReports, ReporterFailures, Sender, SourceFailures } from './failure-reports.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Counts = Map<string, number>;

/** Distinct values counted for one source, and subjects kept. Stops a botnet whose every message is another. */
const VALUES_COUNTED = 100;
const SUBJECTS_KEPT = 3;

interface SourceTally {
  readonly group: Mutable<Omit<SourceFailures, 'authFailures' | 'authentication' | 'deliveryResults' | 'subjects'>>;
  readonly authFailures: Counts;
  readonly authentication: Counts;
  readonly deliveryResults: Counts;
  readonly subjects: Set<string>;
}

export interface FailureTallies {
  add(report: FailureReport, sender: Sender | undefined): void;
  totals(): Pick<FailureReports, 'reports' | 'incidents' | 'period' | 'types' | 'reporters' | 'sources'>;
}

/** Counts reports by what they are about, where it came from, and who says so. `samples` keeps some subjects. */
export function newFailureTallies(samples: boolean): FailureTallies {
  const sources = new Map<string, SourceTally>();
  const reporters = new Map<string, Mutable<ReporterFailures>>();
  const types: Counts = new Map();

  const sourceOf = ({ feedbackType, headerFrom, sourceIp, reporter }: FailureReport): SourceTally => {
    const key = [feedbackType, headerFrom, sourceIp, reporter].join('\n');
    const present = sources.get(key);
    if (present !== undefined) return present;
    const fresh: SourceTally = {
      group: {
        feedbackType,
        headerFrom,
        ...(sourceIp === undefined ? {} : { sourceIp }),
        reporter,
        reports: 0,
        incidents: 0,
      },
      authFailures: new Map(),
      authentication: new Map(),
      deliveryResults: new Map(),
      subjects: new Set(),
    };
    sources.set(key, fresh);
    return fresh;
  };
  const reporterOf = (reporter: string): Mutable<ReporterFailures> => {
    const known: Mutable<ReporterFailures> = reporters.get(reporter) ?? { reporter, reports: 0, incidents: 0 };
    reporters.set(reporter, known);
    return known;
  };

  return {
    add(report, sender) {
      const { authFailures, deliveryResult, incidents, original, feedbackType } = report;
      count(types, feedbackType);
      const source = sourceOf(report);
      for (const one of [source.group, reporterOf(report.reporter)]) {
        one.reports += 1;
        one.incidents += incidents;
        see(one, report.arrivalDate);
      }
      if (sender !== undefined && isBetter(sender, source.group.sender)) source.group.sender = sender;
      count(source.authFailures, authFailures.join(', '));
      count(source.authentication, authenticationText(report));
      count(source.deliveryResults, deliveryResult ?? '');
      const subject = original?.subject;
      if (samples && subject !== undefined && source.subjects.size < SUBJECTS_KEPT) source.subjects.add(subject);
    },
    totals() {
      const all = [...reporters.values()];
      const begin = Math.min(...all.map(({ firstSeen = Number.POSITIVE_INFINITY }) => firstSeen));
      const end = Math.max(...all.map(({ lastSeen = Number.NEGATIVE_INFINITY }) => lastSeen));
      return {
        reports: all.reduce((sum, one) => sum + one.reports, 0),
        incidents: all.reduce((sum, one) => sum + one.incidents, 0),
        period: Number.isFinite(begin) && Number.isFinite(end) ? { begin, end } : undefined,
        types: listed(types),
        reporters: all.toSorted((a, b) => b.reports - a.reports || byName(a.reporter, b.reporter)),
        sources: [...sources.values()]
          .map((tally) => sourceFailures(tally, samples))
          .toSorted((a, b) => b.reports - a.reports || byName(keyOf(a), keyOf(b))),
      };
    },
  };
}

const sourceFailures = (tally: SourceTally, samples: boolean): SourceFailures => ({
  ...tally.group,
  authFailures: listed(tally.authFailures),
  authentication: listed(tally.authentication),
  deliveryResults: listed(tally.deliveryResults),
  ...(samples ? { subjects: [...tally.subjects] } : {}),
});

/** Any order that no order of reading changes. */
const isBetter = (one: Sender, other: Sender | undefined): boolean =>
  other === undefined || byName(JSON.stringify(one), JSON.stringify(other)) < 0;

function count(counts: Counts, value: string): void {
  if (value === '' || (counts.size >= VALUES_COUNTED && !counts.has(value))) return;
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

const listed = (counts: Counts): Counted[] =>
  [...counts].toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0])).map(([value, reports]) => ({ value, reports }));

function see(one: { firstSeen?: number; lastSeen?: number }, time: number | undefined): void {
  if (time === undefined) return;
  one.firstSeen = Math.min(one.firstSeen ?? time, time);
  one.lastSeen = Math.max(one.lastSeen ?? time, time);
}

const keyOf = ({ feedbackType, headerFrom, sourceIp, reporter }: SourceFailures): string =>
  [feedbackType, headerFrom, sourceIp, reporter].join('\n');
