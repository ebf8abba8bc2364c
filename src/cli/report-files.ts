import type { ExitCode, Report } from '../core/report.ts';
import type { IntakeOptions } from '../intake/documents.ts';
import { newRowFile, type RowFile } from '../reports/row-file.ts';
import { domainName } from './domain-name.ts';
import type { Io } from './io.ts';
import { nothingAbout } from './nothing-about.ts';
import { refuseNothingRead, type ReadFiles } from './nothing-read.ts';
import type { OutputOptions } from './options.ts';
import { printReport, targets } from './output.ts';
import { startProgress } from './progress.ts';

/** What every command takes that reads files of one kind of report. */
export interface ReportFilesOptions extends OutputOptions {
  readonly domain?: readonly string[];
}

interface Reading extends IntakeOptions {
  readonly domains: readonly string[];
  readonly interrupted: AbortSignal;
  /** Present where a format prints row by row. */
  readonly rows?: RowFile;
  readonly onProgress: (text: string) => void;
}

/** One kind of report, as a command reads and reports it. */
interface ReportFiles<Reports> {
  /** What is missing where none is found: `TLS report`. */
  readonly kind: string;
  readonly read: (paths: readonly string[], reading: Reading) => Promise<Reports>;
  readonly report: (read: {
    readonly reports: Reports;
    readonly startedAt: Date;
    readonly rows: RowFile | undefined;
  }) => Report;
}

/** Reads the files, refuses where they say nothing, and prints the report of what they say. */
export async function reportOnFiles<Reports extends ReadFiles & { readonly otherDomains: readonly string[] }>(
  { kind, read, report: reportOf }: ReportFiles<Reports>,
  operands: readonly string[],
  options: ReportFilesOptions,
  io: Io,
): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options, operands);
  const domains = (options.domain ?? []).map((domain) => domainName(domain));
  const listsRows = wanted.some(({ format }) => format === 'jsonl' || format === 'csv');
  // Nothing may fail between here and `try`: what is opened is closed there.
  const rows = listsRows ? await newRowFile() : undefined;
  const progress = startProgress(io);
  try {
    const reports = await read(operands, {
      stdin: io.stdin,
      domains,
      interrupted: io.interrupted,
      ...(rows === undefined ? {} : { rows }),
      onProgress: (text) => progress.update(text),
    });
    if (reports.reports === 0 && reports.otherDomains.length > 0) throw nothingAbout(domains, reports.otherDomains);
    if (!io.interrupted.aborted) refuseNothingRead(reports, operands, kind);
    progress.stop();
    const report = reportOf({ reports, startedAt, rows });
    await printReport(report, wanted, options, io);
    return report.summary.exitCode;
  } finally {
    progress.stop();
    await rows?.close();
  }
}
