import { timestamp } from '../core/format.ts';
import { NO_JUDGEMENTS, summarise, type Cell, type Report } from '../core/report.ts';
import { withTimes } from '../core/seen.ts';
import type { RowFile } from '../reports/row-file.ts';
import type { FailureReports } from './failure-reports.ts';
import { failurePage } from './page.ts';
import { FAILURE_COLUMNS, failureCells } from './rows.ts';

export interface FailureReportOptions {
  readonly reports: FailureReports;
  readonly startedAt: Date;
  /** The reports as they were read, where a format asks for them. */
  readonly rows: RowFile | undefined;
}

/** The report of the `failures` command, ready for every format. It judges nothing: samples prove no share. */
export function failureReport({ reports, startedAt, rows }: FailureReportOptions): Report {
  return {
    command: 'failures',
    startedAt,
    inputs: reports.inputs,
    // Where nothing was read, nothing was found out.
    summary: summarise([], reports.inputs.failed.length + Number(reports.reports === 0), 'never'),
    ...NO_JUDGEMENTS,
    page: () => failurePage(reports),
    body: () => body(reports),
    lines: () => rows?.read() ?? [],
    *table(): Generator<Cell[]> {
      yield [...FAILURE_COLUMNS];
      for (const row of rows?.read() ?? []) yield failureCells(row);
    },
  };
}

function body(reports: FailureReports): Record<string, unknown> {
  const { period } = reports;
  return {
    totals: {
      files: reports.files,
      reports: reports.reports,
      duplicates: reports.duplicates.length,
      incidents: reports.incidents,
    },
    ...(period === undefined ? {} : { period: { begin: timestamp(period.begin), end: timestamp(period.end) } }),
    types: reports.types,
    sources: reports.sources.map(({ sender, ...source }) => ({ ...withTimes(source), sender: sender ?? null })),
    reporters: reports.reporters.map((reporter) => withTimes(reporter)),
    duplicates: reports.duplicates,
  };
}
