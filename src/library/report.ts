import type { Subject } from '../audit/audit.ts';
import { auditReport as fullAuditReport } from '../audit/report.ts';
import { checks as everyCheck } from '../checks/all.ts';
import { trafficChecks } from '../checks/over-traffic.ts';
import { UserError } from '../core/errors.ts';
import { NO_INPUTS, type FailOn, type Inputs, type Report } from '../core/report.ts';
import { knownProviders } from '../providers/known.ts';
import { reporters } from '../reporters/all.ts';
import type { Canvas } from '../reporters/reporter.ts';
import { judgedTraffic } from '../traffic/judged.ts';
import { trafficReport as fullTrafficReport } from '../traffic/report.ts';
import type { Traffic } from '../traffic/traffic.ts';

export interface ReportSettings {
  /** What makes `summary.exitCode` 1; `error` unless told. */
  readonly failOn?: FailOn;
  /** That of the call unless told. */
  readonly startedAt?: Date;
}
export interface AuditReportSettings extends ReportSettings {
  /** Whether pages list what passed, too. */
  readonly passed?: boolean;
  /** What was read, and what could not be: each failure counts as something that was not found out. */
  readonly inputs?: Inputs;
}

/** The report of `sendaudit check` about any number of domains; `summary` has the counts and the exit code. */
export function auditReport(subjects: readonly Subject[], settings: AuditReportSettings = {}): Report {
  const { failOn = 'error', passed = false, inputs = NO_INPUTS, startedAt = new Date() } = settings;
  const judged = new Set(subjects.flatMap(({ results }) => results.map(({ check }) => check)));
  const checks = everyCheck.filter(({ id }) => judged.has(id));
  return fullAuditReport({ subjects, checks, inputs, startedAt, failOn, passed });
}

export interface TrafficReportSettings extends ReportSettings {
  /** Of what `jsonl` and `csv` have a row; a stream unless told. */
  readonly table?: 'streams' | 'sources';
  /** Addresses a page lists; 10 unless told. */
  readonly sourcesShown?: number;
}

/** The report of `sendaudit dmarc`, with what the checks that need nothing but traffic say. */
export function trafficReport(traffic: Traffic, settings: TrafficReportSettings = {}): Report {
  const { failOn = 'error', table = 'streams', sourcesShown = SOURCES_SHOWN, startedAt = new Date() } = settings;
  const results = judgedTraffic(traffic, trafficChecks);
  const catalogue = knownProviders();
  return fullTrafficReport({
    traffic,
    results,
    checks: trafficChecks,
    startedAt,
    failOn,
    sourcesShown,
    table,
    catalogue,
    rows: undefined,
  });
}
const SOURCES_SHOWN = 10;

/** The formats that `render` knows. */
export const formats: readonly string[] = Object.keys(reporters);

/** A file has no colours and no terminal's width. */
const PLAIN: Canvas = { width: 100, paint: (text) => text, unicode: true };

/**
 * A report in one of the `formats`, in pieces, so that a long one need not fit in memory; `writeFile` of
 * `node:fs/promises` takes them as they are. `canvas` is for text on a terminal: width in columns, colours, ASCII.
 * Throws a UserError where there is no such format.
 */
export function render(report: Report, format: string, canvas: Partial<Canvas> = {}): AsyncIterable<string> {
  const load = Object.hasOwn(reporters, format) ? reporters[format] : undefined;
  if (load === undefined) throw new UserError(`there is no format \`${format}\``, `formats are ${formats.join(', ')}`);
  return pieces(load, report, { ...PLAIN, ...canvas });
}

async function* pieces(load: Load, report: Report, canvas: Canvas): AsyncGenerator<string> {
  const { default: reporter } = await load();
  yield* reporter.render(report, canvas);
}
type Load = (typeof reporters)[string];
