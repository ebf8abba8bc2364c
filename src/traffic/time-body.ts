import { isoDay } from '../core/day.ts';
import { timestamp } from '../core/format.ts';
import { missingDays } from './reporter-days.ts';
import type { StreamTotals } from './totals.ts';
import type { Traffic } from './traffic.ts';

/** Keys of a stream that tell its course, days as `2026-10-15`. */
export const streamTimeBody = ({ days, trend }: Pick<StreamTotals, 'days' | 'trend'>): object => ({
  days: days.map(({ day, ...counts }) => ({ day: isoDay(day), ...counts })),
  spikes: trend.spikes.map(({ day, ...counts }) => ({ day: isoDay(day), ...counts })),
  quietDays: trend.quiet.map((day) => isoDay(day)),
  ...(trend.stopped === undefined ? {} : { stopped: isoDay(trend.stopped) }),
  ...(trend.passDrop === undefined
    ? {}
    : {
        passDrop: {
          day: isoDay(trend.passDrop.day),
          before: share(trend.passDrop.before),
          after: share(trend.passDrop.after),
        },
      }),
});

const share = (value: number): number => Math.round(value * 10_000) / 10_000;

export function reporterBodies(traffic: Traffic): object[] {
  const lastDay = traffic.calendar.course.at(-1) ?? 0;
  const duplicates = new Map<string, number>();
  for (const { reporter } of traffic.duplicates) duplicates.set(reporter, (duplicates.get(reporter) ?? 0) + 1);
  return traffic.reporters.map((one) => ({
    reporter: one.reporter,
    reports: one.reports,
    records: one.records,
    messages: one.messages,
    firstSeen: timestamp(one.firstSeen),
    lastSeen: timestamp(one.lastSeen),
    daysReported: one.days.size,
    daysMissing: missingDays(one, traffic.messages, lastDay).map((day) => isoDay(day)),
    duplicates: duplicates.get(one.reporter) ?? 0,
  }));
}

/** The period's days, and how far they can be trusted. */
export const timelineBody = ({ calendar: { reported }, tallies: { longReports } }: Traffic): object => ({
  days: reported.length === 0 ? 0 : (reported.at(-1) ?? 0) - (reported[0] ?? 0) + 1,
  daysReported: reported.length,
  longReports: { reports: longReports.reports, messages: longReports.messages },
});

export function comparisonBody({ comparison }: Traffic): object {
  if (comparison === undefined) return {};
  const { period, streams, ...rest } = comparison;
  return {
    comparison: {
      period: { begin: timestamp(period.begin), end: timestamp(period.end) },
      ...rest,
      streams: streams.map(({ provider, ...stream }) => ({ ...stream, provider: provider ?? null })),
    },
  };
}
