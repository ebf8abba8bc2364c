import type { ExitCode } from '../../core/report.ts';
import { readFailurePaths } from '../../failure-report/read.ts';
import { failureReport } from '../../failure-report/report.ts';
import { knownProviders } from '../../providers/known.ts';
import type { Io } from '../io.ts';
import { reportOnFiles, type ReportFilesOptions } from '../report-files.ts';

interface FailuresOptions extends ReportFilesOptions {
  readonly samples?: true;
}

/** `sendaudit failures`: reads reports about single messages and says where these came from. */
export function failures(operands: readonly string[], options: FailuresOptions, io: Io): Promise<ExitCode> {
  const { samples = false } = options;
  return reportOnFiles(
    {
      kind: 'failure report',
      read: (paths, reading) => readFailurePaths(paths, { ...reading, catalogue: knownProviders(), samples }),
      report: failureReport,
    },
    operands,
    options,
    io,
  );
}
