import { DAY_SECONDS, daySpan } from '../core/day.ts';
import { count, percent, period, plural } from '../core/format.ts';
import type { CheckResult } from '../core/outcome.ts';
import type { Block, Line, Page, TableRow } from '../core/page.ts';
import { findingBlocks } from '../core/finding-blocks.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { readingAside, readingBlocks } from '../core/reading-blocks.ts';
import type { Calendar } from './calendar.ts';
import { CLASS_SIGN } from './class-sign.ts';
import { comparisonBlocks } from './comparison-blocks.ts';
import { addressLines, lookupLines } from './lookup-lines.ts';
import { daysPerBar, overTime, seenWithin, sparklineOf, usualYear } from './over-time.ts';
import { reporterBlocks } from './reporter-blocks.ts';
import { sourceTotals } from './source-totals.ts';
import { streamLines, type StreamLine } from './stream-lines.ts';
import type { Traffic } from './traffic.ts';

/** Streams first, what fails and why under them, the next step last. */
export function trafficPage(
  traffic: Traffic,
  results: readonly CheckResult[],
  sourcesShown: number,
  catalogue: Catalogue,
): Page {
  return {
    title: titleOf(traffic),
    blocks: [
      ...paragraph(asides(traffic)),
      ...(traffic.streams.length > 0 ? streamsTable(traffic) : []),
      ...paragraph(atReject(traffic, catalogue)),
      ...comparisonBlocks(traffic),
      ...overTime(traffic),
      ...failingSources(traffic, sourcesShown),
      ...reporterBlocks(traffic),
      ...findingBlocks(results),
      ...readingBlocks(
        traffic.inputs,
        traffic.duplicates.map(({ path, of }) => `${path}: same report as ${of}`),
      ),
    ],
  };
}

const paragraph = (lines: readonly Line[]): Block[] => (lines.length === 0 ? [] : [{ kind: 'lines', lines }]);

function titleOf({ reports, reporters, period: span, messages, pass }: Traffic): string {
  if (reports === 0) return 'no report could be read';
  const read = `${plural(reports, 'report')} from ${plural(reporters.length, 'reporter')}`;
  if (span === undefined) return read;
  return `${read} · ${period(span.begin, span.end)} · ${plural(messages, 'message')} · ${percent(pass, messages)} pass DMARC`;
}

function asides({ duplicates, inputs, rules }: Traffic): Line[] {
  const reading = readingAside(inputs, duplicates.length);
  const idle = rules.filter(({ messages }) => messages === 0);
  return [
    ...(reading === '' ? [] : [reading]),
    ...idle.map(({ name, origin }) => `${origin} (${name}) holds for no message, or earlier rules take them all`),
  ];
}

function streamsTable({ streams, calendar }: Traffic): Block[] {
  const { lines, omitted } = streamLines(streams);
  const perBar = daysPerBar(calendar);
  const table: Block = {
    kind: 'table',
    columns: [
      { title: 'stream', shrinks: true },
      { title: 'from', shrinks: true },
      { title: 'messages', align: 'right' },
      { title: 'pass', align: 'right' },
      { title: 'dkim', align: 'right' },
      { title: 'spf', align: 'right' },
      ...(perBar === undefined ? [] : [{ title: perBar === 1 ? 'by day' : `by ${perBar} days`, drops: true }]),
      { title: 'by', drops: true },
    ],
    rows: lines.map((line) => streamRow(line, calendar, perBar)),
  };
  if (omitted.streams === 0) return [table];
  const rest = `and ${plural(omitted.streams, 'smaller stream')} with ${plural(omitted.messages, 'message')}: --table streams --format csv lists them`;
  return [table, { kind: 'lines', lines: [rest] }];
}

function streamRow(stream: StreamLine, calendar: Calendar, perBar: number | undefined): TableRow {
  const hosts =
    stream.sources !== undefined && (stream.class === 'forwarded' || stream.class === 'suspicious')
      ? ` (${plural(stream.sources, 'address', 'addresses')})`
      : '';
  return {
    cells: [
      [CLASS_SIGN[stream.class], stream.name + hosts],
      stream.from,
      count(stream.messages),
      percent(stream.pass, stream.messages),
      mark(stream.dkimAligned, stream.messages),
      mark(stream.spfAligned, stream.messages),
      ...(perBar === undefined ? [] : [[sparklineOf(stream, calendar, perBar)]]),
      withSeen(basis(stream), seenWithin(stream, calendar)),
    ],
  };
}

const mark = (aligned: number, messages: number): string =>
  aligned === 0 ? '–' : aligned === messages ? '✓' : percent(aligned, messages);

function basis({ class: streamClass, evidence, why, because }: StreamLine): Line {
  if (streamClass === 'fixable') return [{ text: 'fixable', tone: 'warn' }, `: ${why[0]?.text ?? ''}`];
  if (streamClass === 'suspicious' || streamClass === 'forwarded') return because ?? why[0]?.text ?? '';
  return evidence.find(({ kind }) => kind !== 'claim')?.what ?? '';
}

function withSeen(line: Line, seen: string | undefined): Line {
  if (seen === undefined) return line;
  return line === '' ? seen : [...(typeof line === 'string' ? [line] : line), ` · ${seen}`];
}

function atReject({ refusedAtReject: refused, streams }: Traffic, catalogue: Catalogue): Line[] {
  const total = refused.ours + refused.forwarded + refused.suspicious;
  if (total === 0) return streams.length === 0 ? [] : ['p=reject would refuse nothing of this period’s mail.'];
  const split = [
    refused.ours > 0 ? `${count(refused.ours)} of yours` : undefined,
    refused.forwarded > 0 ? `${count(refused.forwarded)} forwarded` : undefined,
    refused.suspicious > 0 ? `${count(refused.suspicious)} suspicious` : undefined,
  ].filter((part) => part !== undefined);
  const verdict = `p=reject would refuse ${plural(total, 'message')} of this period: ${split.join(', ')}.`;
  const [first] = streams
    .filter(({ class: streamClass }) => streamClass === 'fixable' || streamClass === 'aligned')
    .toSorted((a, b) => b.messages - b.pass - (a.messages - a.pass));
  if (first === undefined || first.pass === first.messages) return [verdict];
  const advice = first.provider === undefined ? undefined : catalogue.byId(first.provider)?.alignment;
  const step = `First fix: ${first.name} from ${first.headerFrom}, ${plural(first.messages - first.pass, 'message')} fail: ${first.why
    .map(({ text }) => text)
    .slice(0, 2)
    .join('; ')}`;
  return [verdict, advice === undefined ? step : `${step}. ${advice}`];
}

function failingSources({ tallies, attributions, lookups, calendar }: Traffic, shown: number): Block[] {
  const { sources } = sourceTotals(tallies, attributions, shown);
  const failing = sources.filter(({ messages, pass }) => pass < messages);
  if (failing.length === 0) return [];
  const isLong = daysPerBar(calendar) !== undefined;
  return [
    { kind: 'heading', text: 'Failing most' },
    {
      kind: 'table',
      columns: [
        { title: 'source' },
        { title: 'stream', shrinks: true },
        { title: 'failing', align: 'right' },
        ...(isLong ? [{ title: 'seen' }] : []),
        { title: 'why', drops: true },
      ],
      rows: failing.map(({ ip, stream, messages, pass, why, firstSeen, lastSeen }) => ({
        cells: [
          ip,
          stream,
          count(messages - pass),
          ...(isLong ? [daysSeen(firstSeen, lastSeen, usualYear(calendar))] : []),
          why.join('; '),
        ],
        below: addressLines(ip, lookups),
      })),
    },
    ...paragraph(lookupLines(lookups)),
  ];
}

/** The days from a report's first second to another's last; midnight belongs to the day before. */
function daysSeen(begin: number, end: number, year: number): string {
  const first = Math.floor(begin / DAY_SECONDS);
  return daySpan(first, Math.max(first, Math.ceil(end / DAY_SECONDS) - 1), year);
}
