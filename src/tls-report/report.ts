import { judgedBody } from '../core/finding-body.ts';
import { timestamp } from '../core/format.ts';
import type { CheckResult } from '../core/outcome.ts';
import { cellOf, summarise, type Cell, type FailOn, type Report, type Rule } from '../core/report.ts';
import { withTimes } from '../core/seen.ts';
import type { RowFile } from '../reports/row-file.ts';
import { tlsPage } from './page.ts';
import { TLS_COLUMNS } from './rows.ts';
import type { TlsReports } from './tls-reports.ts';

export interface TlsReportOptions {
  readonly reports: TlsReports;
  readonly results: readonly CheckResult[];
  /** The checks that judged. */
  readonly checks: readonly Rule[];
  readonly startedAt: Date;
  readonly failOn: FailOn;
  /** The rows as they were read, where a format asks for them. */
  readonly rows: RowFile | undefined;
}

/** The report of the `tlsrpt` command, ready for every format. */
export function tlsReport({ reports, results, checks, startedAt, failOn, rows }: TlsReportOptions): Report {
  return {
    command: 'tlsrpt',
    startedAt,
    inputs: reports.inputs,
    // Where nothing was read, nothing was found out.
    summary: summarise(results, reports.inputs.failed.length + Number(reports.reports === 0), failOn),
    failOn,
    page: () => tlsPage(reports, results),
    body: () => body(reports, results),
    judgements: () => results.map((result) => ({ subject: 'sessions', result })),
    rules: checks,
    lines: () => rows?.read() ?? [],
    *table(): Generator<Cell[]> {
      yield [...TLS_COLUMNS];
      for (const row of rows?.read() ?? []) yield TLS_COLUMNS.map((column) => cellOf(row[column]));
    },
  };
}

function body(reports: TlsReports, results: readonly CheckResult[]): Record<string, unknown> {
  const { period, successful, failed } = reports;
  return {
    totals: {
      files: reports.files,
      reports: reports.reports,
      duplicates: reports.duplicates.length,
      sessions: successful + failed,
      successful,
      failed,
    },
    ...(period === undefined ? {} : { period: { begin: timestamp(period.begin), end: timestamp(period.end) } }),
    policies: reports.policies.map((policy) => withTimes(policy)),
    failures: reports.failures.map((failure) => withTimes(failure)),
    days: reports.days,
    reporters: reports.reporters.map((reporter) => withTimes(reporter)),
    duplicates: reports.duplicates,
    ...judgedBody(results),
  };
}
