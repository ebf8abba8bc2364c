import { trafficChecks } from '../../checks/over-traffic.ts';
import type { ExitCode, Report } from '../../core/report.ts';
import { knownProviders } from '../../providers/known.ts';
import { attributed } from '../../traffic/attributed.ts';
import { judgedTraffic } from '../../traffic/judged.ts';
import { readTraffic } from '../../traffic/read.ts';
import { trafficReport, type TableName } from '../../traffic/report.ts';
import { newReadingState } from '../../traffic/reading-state.ts';
import { newRowStore } from '../../traffic/rows.ts';
import type { Reading } from '../../traffic/traffic.ts';
import { readConfig } from '../config/config.ts';
import { domainName } from '../domain-name.ts';
import { explainedOption } from '../explained-option.ts';
import { seenReports } from '../../reports/aggregate/duplicates.ts';
import { untilInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import { nothingAbout } from '../nothing-about.ts';
import { refuseNothingRead, refuseNothingToCompare } from '../nothing-read.ts';
import { numberOption, type ReportOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { refuseLookupOfNothing } from '../lookup-world.ts';
import type { PeriodOptions } from '../period-options.ts';
import { startProgress } from '../progress.ts';
import { stretchOption, type StretchOptions } from '../stretch.ts';
import { isTable, refuseTableOfNothing } from '../tables-only.ts';
import type { Typed } from '../typed.ts';
import { watched, type UntilInterrupted } from '../watch.ts';
import { watchedTraffic, withArrivals } from '../watched-traffic.ts';
import { asksForDns, chosenWorld } from '../world.ts';

interface DmarcOptions extends ReportOptions, PeriodOptions, StretchOptions {
  readonly domain?: readonly string[];
  readonly sources: string;
  readonly table: TableName;
  readonly watch?: true;
  readonly config?: string;
  readonly why?: readonly string[];
}

const MOST_SOURCES = 100_000;

/** `sendaudit dmarc`: reads aggregate reports and names the sending streams. */
export async function dmarc(
  operands: readonly string[],
  options: DmarcOptions,
  io: Io,
  typed: Typed,
): Promise<ExitCode | UntilInterrupted> {
  const startedAt = io.now();
  const wanted = await targets(options, operands);
  refuseTableOfNothing(typed, options.table, wanted);
  const sourcesShown = numberOption('--sources', options.sources, {
    what: 'sources',
    whole: true,
    least: 0,
    most: MOST_SOURCES,
  });
  const domains = (options.domain ?? []).map((domain) => domainName(domain));
  const stretch = stretchOption(options, { now: startedAt });
  const { streams: rules } = await readConfig(options.config);
  const listsRows = options.table === 'rows' && wanted.some((target) => isTable(target));
  refuseLookupOfNothing(options);
  const world = asksForDns(options) ? await chosenWorld(options, io) : undefined;
  // Nothing may fail between here and `try`: what is opened is closed there.
  const rows = listsRows ? await newRowStore() : undefined;
  const progress = startProgress(io);
  const state = options.watch === true ? newReadingState() : undefined;
  const shared = {
    stdin: io.stdin,
    domains,
    interrupted: io.interrupted,
    onProgress: (text: string) => progress.update(text),
    // What is reported on does not change by what it is compared with: a report in both counts here only.
    ...(options.compare === undefined ? {} : { seen: seenReports() }),
  };
  const read = (paths: readonly string[]): Promise<Reading> =>
    readTraffic(paths, {
      ...shared,
      ...stretch,
      ...(rows === undefined ? {} : { rows }),
      ...(state === undefined ? {} : { state }),
    });
  const reportOn = async (reading: Reading, arrived?: readonly string[]): Promise<Report> => {
    const earlier = options.compare === undefined ? undefined : await readTraffic(options.compare, shared);
    if (earlier !== undefined && !io.interrupted.aborted) refuseNothingToCompare(earlier, options.compare ?? []);
    const attributing = attributed(reading, {
      catalogue: knownProviders(),
      rules,
      ...(world === undefined ? {} : { net: world.net }),
      ...(options.lookup === undefined ? {} : { lookUp: options.lookup }),
      ...(earlier === undefined ? {} : { earlier }),
      onProgress: shared.onProgress,
    });
    const traffic = await untilInterrupted(attributing, io.interrupted);
    progress.stop();
    const report = trafficReport({
      traffic,
      results: judgedTraffic(traffic, trafficChecks),
      checks: trafficChecks,
      startedAt: arrived === undefined ? startedAt : io.now(),
      failOn: options.failOn,
      sourcesShown,
      table: options.table,
      catalogue: knownProviders(),
      rows,
      why: explainedOption(options.why, traffic),
    });
    return arrived === undefined ? report : withArrivals(report, arrived);
  };
  try {
    if (state !== undefined) {
      const printing = { wanted, options, rows, io, done: () => world?.keep() };
      return await watched(operands, watchedTraffic(state, read, reportOn, printing), io);
    }
    const reading = await read(operands);
    if (!io.interrupted.aborted) refuseNothingRead(reading, operands, 'aggregate report');
    const { tallies, reports } = reading;
    if (tallies.size() === 0 && reports > 0 && domains.length > 0)
      throw nothingAbout(domains, namesOf(tallies.policyDomains()));
    const report = await reportOn(reading);
    await printReport(report, wanted, options, io);
    world?.keep();
    return report.summary.exitCode;
  } finally {
    progress.stop();
    await rows?.close();
    await world?.net.close();
  }
}

const namesOf = (policies: readonly { readonly domain: string }[]): string[] => policies.map(({ domain }) => domain);
