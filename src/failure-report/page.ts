import { count, period, plural } from '../core/format.ts';
import type { Block, Line, Page, TableRow } from '../core/page.ts';
import { readingAside, readingBlocks } from '../core/reading-blocks.ts';
import { seenText } from '../core/seen.ts';
import type { Counted, FailureReports, SourceFailures } from './failure-reports.ts';

/** What failed and where it came from, and what such reports are worth. */
export function failurePage(reports: FailureReports): Page {
  const failures = reports.sources.filter(({ feedbackType }) => feedbackType === 'auth-failure');
  const others = reports.sources.filter(({ feedbackType }) => feedbackType !== 'auth-failure');
  return {
    title: titleOf(reports),
    blocks: [
      ...asides(reports),
      ...failuresTable(failures),
      ...othersTable(others),
      ...coverage(reports),
      ...readingBlocks(
        reports.inputs,
        reports.duplicates.map(({ path, of }) => `${path}: same report as ${of}`),
      ),
    ],
  };
}

function titleOf({ reports, incidents, reporters, period: span }: FailureReports): string {
  if (reports === 0) return 'no failure report could be read';
  return [
    `${plural(reports, 'report about a single message', 'reports about single messages')} from ${plural(reporters.length, 'reporter')}`,
    ...(span === undefined ? [] : [period(span.begin, span.end)]),
    ...(incidents === reports ? [] : [`they stand for ${plural(incidents, 'message')}`]),
  ].join(' · ');
}

const CAVEAT =
  'These are samples, not counts: few receivers send them, and none sends all. Aggregate reports count messages: sendaudit dmarc.';

function asides({ reports, duplicates, inputs }: FailureReports): Block[] {
  const aside = readingAside(inputs, duplicates.length);
  const lines = [...(aside === '' ? [] : [aside]), ...(reports > 0 ? [CAVEAT] : [])];
  return lines.length > 0 ? [{ kind: 'lines', lines }] : [];
}

const ROWS_SHOWN = 50;

function failuresTable(sources: readonly SourceFailures[]): Block[] {
  if (sources.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'from', shrinks: true },
        { title: 'source', shrinks: true },
        { title: 'sent by', shrinks: true },
        { title: 'reports', align: 'right' },
        { title: 'failed', shrinks: true },
        { title: 'delivery', shrinks: true },
        { title: 'seen', shrinks: true },
        { title: 'results', drops: true },
      ],
      rows: sources.slice(0, ROWS_SHOWN).map((source) => failureRow(source)),
    },
    ...more(sources),
  ];
}

function failureRow(source: SourceFailures): TableRow {
  const { sender, authFailures, deliveryResults, authentication, reporter } = source;
  const results = first(authentication);
  return {
    cells: [
      told(source.headerFrom),
      source.sourceIp ?? 'not told',
      sender?.name ?? '–',
      count(source.reports),
      first(authFailures) === '' ? 'not told' : first(authFailures),
      first(deliveryResults) === '' ? '–' : first(deliveryResults),
      seenText(source),
      [results, ...(sender === undefined ? [] : [`${sender.name}: ${sender.evidence}`]), `by ${reporter}`]
        .filter((part) => part !== '')
        .join(' · '),
    ],
    ...below(source),
  };
}

function below({ subjects = [] }: SourceFailures): { readonly below?: readonly Line[] } {
  return subjects.length === 0 ? {} : { below: subjects.map((subject) => `subject: ${subject}`) };
}

function othersTable(sources: readonly SourceFailures[]): Block[] {
  if (sources.length === 0) return [];
  return [
    { kind: 'heading', text: 'Complaints and other feedback' },
    {
      kind: 'table',
      columns: [
        { title: 'kind' },
        { title: 'from', shrinks: true },
        { title: 'source', shrinks: true },
        { title: 'sent by', shrinks: true },
        { title: 'reports', align: 'right' },
        { title: 'seen', shrinks: true },
        { title: 'reported by', drops: true },
      ],
      rows: sources.slice(0, ROWS_SHOWN).map((source) => ({
        cells: [
          source.feedbackType,
          told(source.headerFrom),
          source.sourceIp ?? 'not told',
          source.sender?.name ?? '–',
          count(source.reports),
          seenText(source),
          source.reporter,
        ],
        ...below(source),
      })),
    },
    ...more(sources),
  ];
}

function more(sources: readonly SourceFailures[]): Block[] {
  const rest = sources.length - ROWS_SHOWN;
  return rest > 0 ? [{ kind: 'lines', lines: [`and ${plural(rest, 'more row')}: --format json lists all`] }] : [];
}

const told = (name: string): string => (name === '' ? 'not told' : name);

/** The most frequent, and how many others there are. */
function first(values: readonly Counted[]): string {
  const [most, ...rest] = values;
  if (most === undefined) return '';
  return rest.length === 0 ? most.value : `${most.value} and ${count(rest.length)} more`;
}

const REPORTERS_SHOWN = 8;

function coverage({ reporters }: FailureReports): Block[] {
  if (reporters.length < 2) return [];
  const rest = reporters.length - REPORTERS_SHOWN;
  return [
    { kind: 'heading', text: 'Reported by' },
    {
      kind: 'table',
      columns: [
        { title: 'reporter', shrinks: true },
        { title: 'reports', align: 'right' },
        { title: 'messages', align: 'right' },
        { title: 'seen' },
      ],
      rows: reporters
        .slice(0, REPORTERS_SHOWN)
        .map((one) => ({ cells: [one.reporter, count(one.reports), count(one.incidents), seenText(one)] })),
    },
    ...(rest > 0 ? [{ kind: 'lines' as const, lines: [`and ${plural(rest, 'more reporter')}`] }] : []),
  ];
}
