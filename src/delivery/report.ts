import { judgedBody } from '../core/finding-body.ts';
import { timestamp } from '../core/format.ts';
import type { CheckResult } from '../core/outcome.ts';
import { type Cell, type FailOn, type Report, type Rule, summarise } from '../core/report.ts';
import type { RowFile } from '../reports/row-file.ts';
import { countsBody, groupRows, reasonRows, sectionBody, timelineBody, timelineRows } from './bodies.ts';
import type { Delivery } from './delivery.ts';
import { EVENT_COLUMNS, eventCell } from './event-row.ts';
import { deliveryPage } from './page/page.ts';
import type { Story } from './story.ts';
import { storyPage } from './page/story-page.ts';
import type { TableName } from './choices.ts';

export interface DeliveryReportOptions {
  readonly delivery: Delivery;
  readonly results: readonly CheckResult[];
  /** The checks that judged. */
  readonly checks: readonly Rule[];
  readonly startedAt: Date;
  readonly failOn: FailOn;
  readonly table: TableName;
  /** Mailbox providers a page shows under each stream. */
  readonly partsShown: number;
  /** The events as they were read, where a format asks for them. */
  readonly rows: RowFile | undefined;
  /** Whether reading was broken off, and only a part was counted. */
  readonly interrupted?: boolean;
  /** What `--message` asked for: then the page is about that alone. */
  readonly story?: Story | undefined;
}

/** The report of the `logs` command, ready for every format. */
export function deliveryReport(options: DeliveryReportOptions): Report {
  const { delivery, results, checks, startedAt, failOn, partsShown, story, interrupted = false } = options;
  return {
    command: 'logs',
    startedAt,
    inputs: delivery.inputs,
    // Where nothing was read, nothing was found out.
    summary: summarise(results, delivery.inputs.failed.length + Number(delivery.events === 0), failOn),
    failOn,
    page: () =>
      story === undefined ? deliveryPage(delivery, results, { partsShown, interrupted }) : storyPage(story, delivery),
    body: () => ({ ...body(delivery, results), ...(story === undefined ? {} : { story: story.steps }) }),
    judgements: () => results.map((result) => ({ subject: 'delivery', result })),
    rules: checks,
    lines: () => lines(options),
    table: () => table(options),
  };
}

function body(delivery: Delivery, results: readonly CheckResult[]): Record<string, unknown> {
  const { totals, period, unread, formats, sections, by } = delivery;
  return {
    by,
    totals: {
      files: delivery.files,
      lines: delivery.lines,
      unread: unread.count,
      events: delivery.events,
      duplicates: delivery.duplicates,
      messages: delivery.messages,
      open: delivery.open,
      acceptanceTold: delivery.acceptanceTold,
      ...countsBody(totals),
    },
    ...(period === undefined
      ? {}
      : { period: { begin: timestamp(Math.floor(period.begin)), end: timestamp(Math.ceil(period.end)) } }),
    timeAssumed: delivery.timeAssumed,
    zoneAssumed: delivery.zoneAssumed,
    formats,
    duplicates: delivery.repeated,
    unread: unread.list(),
    [by === 'stream' ? 'streams' : 'groups']: sections.map((section) => sectionBody(section)),
    timeline: timelineBody(delivery.timeline),
    tlsVersions: Object.fromEntries(delivery.tlsVersions),
    smartHosts: delivery.smartHosts,
    folded: delivery.folded,
    ...judgedBody(results),
  };
}

function lines({ table: name, delivery, rows, story }: DeliveryReportOptions): Iterable<object> {
  if (story !== undefined) return story.steps;
  if (name === 'groups') return groupRows(delivery);
  if (name === 'reasons') return reasonRows(delivery);
  if (name === 'timeline') return timelineRows(delivery);
  return rows === undefined ? [] : eventRows(rows, delivery);
}

/** A stream's From domain may be told after its first events. */
function* eventRows(rows: RowFile, { namesakes }: Delivery): Generator<object> {
  for (const row of rows.read()) {
    const namesake = namesakes.get(String(row['stream']));
    yield namesake === undefined ? row : { ...row, stream: namesake.id };
  }
}

function* table(options: DeliveryReportOptions): Generator<Cell[]> {
  let columns = options.table === 'events' ? EVENT_COLUMNS : undefined;
  if (columns !== undefined) yield [...columns];
  for (const line of lines(options)) {
    const row = line as Record<string, unknown>;
    if (columns === undefined) {
      columns = Object.keys(row);
      yield [...columns];
    }
    yield columns.map((column) => eventCell(row, column));
  }
}
