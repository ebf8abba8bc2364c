import { basename } from 'node:path';
import { plural } from '../core/format.ts';
import type { ExitCode, Report } from '../core/report.ts';
import { readAgain, type ReadingState } from '../traffic/reading-state.ts';
import type { RowStore } from '../traffic/rows.ts';
import type { Reading } from '../traffic/traffic.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';
import { printReport, type Target } from './output.ts';
import type { Watched } from './watch.ts';

interface Printing {
  readonly wanted: readonly Target[];
  readonly options: OutputOptions & { readonly table: string };
  readonly rows: RowStore | undefined;
  readonly io: Io;
  /** Called when a report has been printed. */
  readonly done: () => void;
}

/** `dmarc --watch`: all that was read is reported on anew; rows, which never change, are added to those already listed. */
export function watchedTraffic(
  state: ReadingState,
  read: (files: readonly string[]) => Promise<Reading>,
  reportOn: (reading: Reading, arrived?: readonly string[]) => Promise<Report>,
  { wanted, options, rows, io, done }: Printing,
): Watched {
  const addsRows = ({ format }: Target): boolean => format === 'jsonl' && options.table === 'rows';
  let reading: Reading | undefined;
  let printed = 0;
  return {
    async read({ files, changed, failed }) {
      readAgain(state, changed);
      const known = new Set(state.failed.map(({ path }) => path));
      for (const { path, error, nothing } of failed)
        if (nothing !== true && !known.has(path)) state.failed.push({ path, error });
      reading = await read(files);
    },
    async show(arrived): Promise<ExitCode> {
      if (reading === undefined) return 0;
      const report = await reportOn(reading, arrived);
      const before = wanted.filter((one) => arrived === undefined || !addsRows(one));
      const adding = wanted.filter((one) => arrived !== undefined && addsRows(one));
      // One page after the other, with a line between them.
      if (before.some(({ format, file }) => format === 'text' && file === undefined) && arrived !== undefined)
        await io.stdout.write('\n');
      await printReport(report, before, options, io);
      rows?.startAt(printed);
      await printReport(report, adding, { ...options, append: true }, io);
      rows?.startAt(0);
      printed = rows?.end() ?? 0;
      done();
      return report.summary.exitCode;
    },
  };
}

const NAMES_SHOWN = 5;

/** The same page, which begins with what came. */
export function withArrivals(report: Report, files: readonly string[]): Report {
  const names = files.slice(0, NAMES_SHOWN).map((file) => basename(file));
  const rest = files.length - names.length;
  const line = `${plural(files.length, 'new file')}: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return {
    ...report,
    page: () => {
      const page = report.page();
      return { ...page, blocks: [{ kind: 'lines', lines: [line] }, ...page.blocks] };
    },
  };
}
