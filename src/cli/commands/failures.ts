import { UserError } from '../../core/errors.ts';
import type { ExitCode } from '../../core/report.ts';
import { readFailurePaths } from '../../failure-report/read.ts';
import { failureReport } from '../../failure-report/report.ts';
import { knownProviders } from '../../providers/known.ts';
import { newRowFile } from '../../reports/row-file.ts';
import { domainName } from '../domain-name.ts';
import type { Io } from '../io.ts';
import { refuseNothingRead } from '../nothing-read.ts';
import type { OutputOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { startProgress } from '../progress.ts';

interface FailuresOptions extends OutputOptions {
  readonly domain?: readonly string[];
  readonly samples?: true;
}

/** `sendaudit failures`: reads reports about single messages and says where these came from. */
export async function failures(operands: readonly string[], options: FailuresOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options);
  const domains = (options.domain ?? []).map((domain) => domainName(domain));
  const listsRows = wanted.some(({ format }) => format === 'jsonl' || format === 'csv');
  // Nothing may fail between here and `try`: what is opened is closed there.
  const rows = listsRows ? await newRowFile() : undefined;
  const progress = startProgress(io);
  try {
    const reports = await readFailurePaths(operands, {
      stdin: io.stdin,
      catalogue: knownProviders(),
      domains,
      samples: options.samples === true,
      interrupted: io.interrupted,
      ...(rows === undefined ? {} : { rows }),
      onProgress: (text) => progress.update(text),
    });
    if (reports.reports === 0 && reports.otherDomains.length > 0) throw nothingAbout(domains, reports.otherDomains);
    if (!io.interrupted.aborted) refuseNothingRead(reports, operands, 'failure report');
    progress.stop();
    const report = failureReport({ reports, startedAt, rows });
    await printReport(report, wanted, options, io);
    return report.summary.exitCode;
  } finally {
    progress.stop();
    await rows?.close();
  }
}

const nothingAbout = (domains: readonly string[], others: readonly string[]): UserError =>
  new UserError(`no report says anything about ${domains.join(', ')}`, `they are about ${others.join(', ')}`);
