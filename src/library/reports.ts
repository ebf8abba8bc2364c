import type { FailureReports } from '../failure-report/failure-reports.ts';
import { readFailurePaths } from '../failure-report/read.ts';
import { failureReport as fullFailureReport } from '../failure-report/report.ts';
import { tlsReportChecks } from '../checks/over-tls-reports.ts';
import type { Report } from '../core/report.ts';
import { knownProviders } from '../providers/known.ts';
import { judgedTlsReports } from '../tls-report/judged.ts';
import { readTlsPaths } from '../tls-report/read.ts';
import { tlsReport as fullTlsReport } from '../tls-report/report.ts';
import type { TlsReports } from '../tls-report/tls-reports.ts';
import { domainNamed } from './settings.ts';
import type { ReportSettings } from './report.ts';

export interface ReportReadSettings {
  /** Only what is about these domains and what lies below them; all unless told. */
  readonly domains?: readonly string[];
}

/** Reads TLS reports from files, folders and globs, and counts their sessions. What could not be read is in `inputs.failed`. */
export const readTlsReports = (
  paths: readonly string[],
  { domains = [] }: ReportReadSettings = {},
): Promise<TlsReports> => readTlsPaths(paths, { domains: domains.map((domain) => domainNamed(domain)) });

export interface FailureReadSettings extends ReportReadSettings {
  /** Keeps some subjects of reported messages, which are personal. */
  readonly samples?: boolean;
}

/**
 * Reads failure reports, and other feedback about single messages, from files, folders and globs. They are samples: their
 * number says nothing about how many messages failed.
 */
export const readFailureReports = (
  paths: readonly string[],
  { domains = [], samples = false }: FailureReadSettings = {},
): Promise<FailureReports> =>
  readFailurePaths(paths, {
    catalogue: knownProviders(),
    domains: domains.map((domain) => domainNamed(domain)),
    samples,
  });

/** The report of `sendaudit tlsrpt`. Its `jsonl` and `csv` have no rows: these are written while reading. */
export function tlsReport(reports: TlsReports, settings: ReportSettings = {}): Report {
  const { failOn = 'error', startedAt = new Date() } = settings;
  const results = judgedTlsReports(reports, tlsReportChecks);
  return fullTlsReport({ reports, results, checks: tlsReportChecks, startedAt, failOn, rows: undefined });
}

/** The report of `sendaudit failures`. Its `jsonl` and `csv` have no rows: these are written while reading. */
export const failureReport = (
  reports: FailureReports,
  { startedAt = new Date() }: Pick<ReportSettings, 'startedAt'> = {},
): Report => fullFailureReport({ reports, startedAt, rows: undefined });
