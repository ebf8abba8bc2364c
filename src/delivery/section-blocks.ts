import { count, percent, plural } from '../core/format.ts';
import type { Block, Line, Sparkline, TableRow } from '../core/page.ts';
import { advice } from '../replies/advice.ts';
import type { Counts, Delivery, DeliveryPart, DeliverySection, TimelineHour } from './delivery.ts';
import { duration } from './duration.ts';

const SECTIONS_SHOWN = 20;
/** Bars in a sparkline. */
const MOST_BARS = 24;
const HOUR = 3600;

/** How the mail of each stream fares, split by mailbox provider. */
export function sectionBlocks(delivery: Delivery, partsShown: number): Block[] {
  const { sections, title, period } = delivery;
  const shown = sections.slice(0, SECTIONS_SHOWN);
  if (shown.length === 0 || period === undefined) return [];
  const hoursPerBar = Math.max(1, Math.ceil((period.end - period.begin) / HOUR / MOST_BARS));
  const hasCourse = period.end - period.begin >= 3 * HOUR;
  const rest = sections.length - shown.length;
  return [
    {
      kind: 'table',
      columns: [
        { title, shrinks: true },
        { title: 'attempted', align: 'right' },
        { title: 'accepted', align: 'right' },
        { title: 'deferred', align: 'right' },
        { title: 'bounced', align: 'right' },
        { title: 'p50', align: 'right' },
        { title: 'p90', align: 'right' },
        { title: 'p99', align: 'right' },
        ...(hasCourse ? [{ title: `by ${hoursPerBar === 1 ? 'hour' : `${hoursPerBar} hours`}`, drops: true }] : []),
        { title: 'why not', drops: true },
      ],
      rows: shown.flatMap((section) => [
        row(nameOf(section), section, hasCourse ? courseOf(section.timeline, period, hoursPerBar) : undefined),
        ...section.parts
          .slice(0, partsShown)
          .filter(({ attempted, isKnown }) => attempted > 0 && (section.parts.length > 1 || isKnown))
          .map((part) => row(`  ${part.label.name}`, part, hasCourse ? '' : undefined)),
        ...restRow(section, partsShown, hasCourse),
      ]),
    },
    ...(rest > 0
      ? [{ kind: 'lines' as const, lines: [`and ${plural(rest, 'more line')}: --table groups --format csv lists all`] }]
      : []),
  ];
}

/** Streams of one name differ in their From domain. */
export const nameOf = ({ label, stream }: DeliverySection): string =>
  stream === undefined || stream.headerFrom === '' ? label.name : `${label.name}, ${stream.headerFrom}`;

function row(name: string, counts: DeliverySection | DeliveryPart, course: Sparkline | '' | undefined): TableRow {
  const { attempted, accepted, deferred, bounced, expired, delay, handedOver, local, dropped } = counts;
  const elsewhere = [
    ...(handedOver > 0 ? [`${count(handedOver)} handed over`] : []),
    ...(local > 0 ? [`${count(local)} local`] : []),
    ...(dropped > 0 ? [`${count(dropped)} kept back`] : []),
    ...(expired > 0 ? [`${count(expired)} given up`] : []),
  ];
  const why = whyNot(counts);
  return {
    cells: [
      name,
      count(attempted),
      share(accepted, attempted),
      share(deferred.messages, attempted + handedOver + local),
      share(bounced, attempted),
      ...[delay?.p50, delay?.p90, delay?.p99].map((seconds) => (seconds === undefined ? '–' : duration(seconds))),
      ...(course === undefined ? [] : [course === '' ? '' : [course]]),
      [...(why === '' ? [] : [why]), ...(why === '' || elsewhere.length === 0 ? [] : [' · ']), elsewhere.join(' · ')],
    ],
  };
}

const share = (part: number, whole: number): string => (whole === 0 || part === 0 ? '–' : percent(part, whole));

/** The reason most of what failed was given; one reply in a thousand messages is not worth the place. */
function whyNot({ reasons: [top], attempted, spikes: [spike] }: Counts & Pick<DeliveryPart, 'spikes'>): string {
  if (top === undefined || top.count < attempted / 1000) return '';
  const since = spike?.goesOn === true ? ', more than usual at the end' : '';
  return `${advice[top.class].title}${top.enhancedCode === undefined ? '' : ` (${top.enhancedCode})`}${since}`;
}

function restRow({ parts }: DeliverySection, partsShown: number, hasCourse: boolean): TableRow[] {
  const rest = parts.slice(partsShown).filter(({ attempted }) => attempted > 0);
  if (rest.length === 0) return [];
  const sum = (of: (part: DeliveryPart) => number): number => rest.reduce((total, part) => total + of(part), 0);
  const attempted = sum((part) => part.attempted);
  const cells: Line[] = [
    `  ${plural(rest.length, 'other')}`,
    count(attempted),
    share(
      sum((part) => part.accepted),
      attempted,
    ),
    share(
      sum((part) => part.deferred.messages),
      attempted,
    ),
    share(
      sum((part) => part.bounced),
      attempted,
    ),
    '',
    '',
    '',
    ...(hasCourse ? [''] : []),
    '',
  ];
  return [{ cells }];
}

/** Attempts over the period, a bar for each so many hours. */
function courseOf(
  timeline: readonly TimelineHour[],
  { begin, end }: { readonly begin: number; readonly end: number },
  hoursPerBar: number,
): Sparkline {
  const width = hoursPerBar * HOUR;
  const first = Math.floor(begin / HOUR) * HOUR;
  const values = Array.from<number>({ length: Math.max(1, Math.ceil((end + 1 - first) / width)) }).fill(0);
  for (const hour of timeline) {
    const bar = Math.floor((hour.begin - first) / width);
    if (bar >= 0 && bar < values.length) values[bar] = (values[bar] ?? 0) + hour.attempts;
  }
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { values, label: `${count(least)} to ${count(most)} attempts in ${plural(hoursPerBar, 'hour')}` };
}
