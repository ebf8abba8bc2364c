import { judgedBody } from '../core/finding-body.ts';
import { timestamp } from '../core/format.ts';
import type { CheckResult } from '../core/outcome.ts';
import { summarise, type Cell, type FailOn, type Report, type Rule } from '../core/report.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Explained } from '../streams/explained.ts';
import { trafficPage } from './page.ts';
import { lookupCell, lookupsBody, sourceLookupBody } from './lookup-body.ts';
import type { Lookups } from './lookup/lookups.ts';
import type { RowStore } from './rows.ts';
import { sourceTotals, type SourceTotals } from './source-totals.ts';
import { comparisonBody, reporterBodies, streamTimeBody, timelineBody } from './time-body.ts';
import type { StreamTotals } from './totals.ts';
import type { Traffic } from './traffic.ts';
import { whyBody } from './why-body.ts';
import { whyPage } from './why-page.ts';

/** Addresses in one JSON document; a botnet has hundreds of thousands, and the rest is counted. */
const SOURCES_IN_JSON = 5000;

export type TableName = 'rows' | 'streams' | 'sources';

export interface TrafficReportOptions {
  readonly traffic: Traffic;
  readonly results: readonly CheckResult[];
  /** The checks that judged. */
  readonly checks: readonly Rule[];
  readonly startedAt: Date;
  readonly failOn: FailOn;
  readonly sourcesShown: number;
  readonly table: TableName;
  readonly catalogue: Catalogue;
  /** The rows as they were read, where a format asks for them. */
  readonly rows: RowStore | undefined;
  /** What `--why` asked for: then the page is about that alone. */
  readonly why?: readonly Explained[] | undefined;
}

/** The report of the `dmarc` command, ready for every format. */
export function trafficReport(options: TrafficReportOptions): Report {
  const { traffic, results, startedAt, failOn, sourcesShown, catalogue, why } = options;
  return {
    command: 'dmarc',
    startedAt,
    inputs: traffic.inputs,
    summary: summarise(results, traffic.inputs.failed.length, failOn),
    failOn,
    page: () => (why === undefined ? trafficPage(traffic, results, sourcesShown, catalogue) : whyPage(why, catalogue)),
    body: () => ({
      ...body(traffic, results),
      ...(why === undefined ? {} : { why: whyBody(why, catalogue) }),
    }),
    judgements: () => results.map((result) => ({ subject: 'traffic', result })),
    rules: options.checks,
    lines: () => lines(options),
    table: () => table(options),
  };
}

function body(traffic: Traffic, results: readonly CheckResult[]): Record<string, unknown> {
  const { tallies, attributions, period } = traffic;
  const { sources, omitted } = sourceTotals(tallies, attributions, SOURCES_IN_JSON);
  return {
    totals: {
      files: traffic.files,
      reports: traffic.reports,
      duplicates: traffic.duplicates.length,
      records: traffic.records,
      messages: traffic.messages,
      pass: traffic.pass,
      fail: traffic.messages - traffic.pass,
    },
    ...(period === undefined ? {} : { period: { begin: timestamp(period.begin), end: timestamp(period.end) } }),
    timeline: timelineBody(traffic),
    policies: tallies.policyDomains().map(({ domain, policy, seen }) => ({ domain, policy, seen: timestamp(seen) })),
    streams: traffic.streams.map((stream) => streamBody(stream)),
    ...(traffic.rules.length === 0 ? {} : { rules: traffic.rules }),
    refusedAtReject: traffic.refusedAtReject,
    sources: sources.map((source) => sourceBody(source, traffic.lookups)),
    sourcesOmitted: omitted,
    ...lookupsBody(traffic.lookups),
    ...comparisonBody(traffic),
    reporters: reporterBodies(traffic),
    duplicates: traffic.duplicates,
    ...judgedBody(results),
  };
}

const sourceBody = ({ firstSeen, lastSeen, ...rest }: SourceTotals, lookups: Lookups | undefined): object => ({
  ...rest,
  firstSeen: timestamp(firstSeen),
  lastSeen: timestamp(lastSeen),
  ...sourceLookupBody(rest.ip, lookups),
});

const streamBody = ({ firstSeen, lastSeen, provider, evidence, days, trend, ...rest }: StreamTotals): object => ({
  ...rest,
  // A stream nobody could be named for says so.
  provider: provider ?? null,
  evidence: evidence.map(({ kind, what, provider: speaksFor, weight }) => ({
    kind,
    what,
    ...(speaksFor === undefined ? {} : { provider: speaksFor }),
    weight,
  })),
  firstSeen: timestamp(firstSeen),
  lastSeen: timestamp(lastSeen),
  ...streamTimeBody({ days, trend }),
});

function* lines({ traffic, table: name, rows }: TrafficReportOptions): Generator<object> {
  if (name === 'streams') for (const stream of traffic.streams) yield streamBody(stream);
  else if (name === 'sources')
    for (const source of sourceTotals(traffic.tallies, traffic.attributions, Number.POSITIVE_INFINITY).sources)
      yield sourceBody(source, traffic.lookups);
  else if (rows !== undefined)
    for (const { row, key } of rows.read()) {
      const attribution = traffic.attributions[key];
      if (attribution === undefined) continue;
      const { stream, class: streamClass, confidence } = attribution;
      yield { ...row, stream: stream.id, provider: stream.provider ?? null, class: streamClass, confidence };
    }
}

/** Columns of each table; a cell is what the line's key holds. */
const COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  rows: [
    'begin',
    'end',
    'reporter',
    'reportId',
    'policyDomain',
    'sourceIp',
    'count',
    'disposition',
    'dkimAligned',
    'spfAligned',
    'headerFrom',
    'envelopeFrom',
    'envelopeTo',
    'dkim',
    'spf',
    'overrides',
    'stream',
    'provider',
    'class',
    'confidence',
  ],
  streams: [
    'id',
    'name',
    'provider',
    'purpose',
    'class',
    'headerFrom',
    'messages',
    'pass',
    'dkimAligned',
    'spfAligned',
    'sources',
    'confidence',
    'evidence',
    'why',
    'firstSeen',
    'lastSeen',
  ],
  sources: ['ip', 'stream', 'class', 'messages', 'pass', 'why', 'firstSeen', 'lastSeen', 'ptr', 'asn'],
};

function* table(options: TrafficReportOptions): Generator<Cell[]> {
  const columns = COLUMNS[options.table];
  yield [...columns];
  for (const line of lines(options)) yield columns.map((column) => cell((line as Record<string, unknown>)[column]));
}

function cell(value: unknown): Cell {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return lookupCell(value) ?? JSON.stringify(value);
  return value.map((item: unknown) => itemText(item)).join('; ');
}

/** `d=casaluna.example s=k2 pass`, `envelope-from …`: a list in one cell. */
function itemText(item: unknown): string {
  if (typeof item === 'string') return item;
  const { what, text, domain, selector, scope, result, type, comment } = item as Record<string, string | undefined>;
  return [what ?? text, domain, selector, scope, result, type, comment].filter((part) => part !== undefined).join(' ');
}
