import { tlsReportChecks } from '../../checks/over-tls-reports.ts';
import type { ExitCode, FailOn } from '../../core/report.ts';
import { judgedTlsReports } from '../../tls-report/judged.ts';
import { readTlsPaths } from '../../tls-report/read.ts';
import { tlsReport } from '../../tls-report/report.ts';
import type { Io } from '../io.ts';
import { reportOnFiles, type ReportFilesOptions } from '../report-files.ts';

interface TlsrptOptions extends ReportFilesOptions {
  readonly failOn: FailOn;
}

/** `sendaudit tlsrpt`: reads TLS reports and says which sessions fail. */
export function tlsrpt(operands: readonly string[], options: TlsrptOptions, io: Io): Promise<ExitCode> {
  return reportOnFiles(
    {
      kind: 'TLS report',
      read: readTlsPaths,
      report: ({ reports, ...rest }) => {
        const results = judgedTlsReports(reports, tlsReportChecks);
        return tlsReport({ ...rest, reports, results, checks: tlsReportChecks, failOn: options.failOn });
      },
    },
    operands,
    options,
    io,
  );
}
