import { tlsReportChecks } from '../../checks/over-tls-reports.ts';
import { UserError } from '../../core/errors.ts';
import type { ExitCode, FailOn } from '../../core/report.ts';
import { newRowFile } from '../../reports/row-file.ts';
import { judgedTlsReports } from '../../tls-report/judged.ts';
import { readTlsPaths } from '../../tls-report/read.ts';
import { tlsReport } from '../../tls-report/report.ts';
import { domainName } from '../domain-name.ts';
import type { Io } from '../io.ts';
import { refuseNothingRead } from '../nothing-read.ts';
import type { OutputOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { startProgress } from '../progress.ts';

interface TlsrptOptions extends OutputOptions {
  readonly domain?: readonly string[];
  readonly failOn: FailOn;
}

/** `sendaudit tlsrpt`: reads TLS reports and says which sessions fail. */
export async function tlsrpt(operands: readonly string[], options: TlsrptOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options);
  const domains = (options.domain ?? []).map((domain) => domainName(domain));
  const listsRows = wanted.some(({ format }) => format === 'jsonl' || format === 'csv');
  // Nothing may fail between here and `try`: what is opened is closed there.
  const rows = listsRows ? await newRowFile() : undefined;
  const progress = startProgress(io);
  try {
    const reports = await readTlsPaths(operands, {
      stdin: io.stdin,
      domains,
      interrupted: io.interrupted,
      ...(rows === undefined ? {} : { rows }),
      onProgress: (text) => progress.update(text),
    });
    if (reports.reports === 0 && reports.otherDomains.length > 0) throw nothingAbout(domains, reports.otherDomains);
    if (!io.interrupted.aborted) refuseNothingRead(reports, operands, 'TLS report');
    progress.stop();
    const results = judgedTlsReports(reports, tlsReportChecks);
    const report = tlsReport({ reports, results, checks: tlsReportChecks, startedAt, failOn: options.failOn, rows });
    await printReport(report, wanted, options, io);
    return report.summary.exitCode;
  } finally {
    progress.stop();
    await rows?.close();
  }
}

const nothingAbout = (domains: readonly string[], others: readonly string[]): UserError =>
  new UserError(`no report says anything about ${domains.join(', ')}`, `they are about ${others.join(', ')}`);
