import { count, percent, plural } from '../../core/format.ts';
import type { Block, Column, Line, TableRow } from '../../core/page.ts';
import { advice } from '../../replies/advice.ts';
import { courseOf, hoursPerBar, hasCourse } from './course.ts';
import type { Counts, Delivery, DeliveryPart, DeliverySection } from '../delivery.ts';
import { duration } from './duration.ts';
import { streamName } from '../stream-name.ts';

const SECTIONS_SHOWN = 20;
/** A month of days, two days of hours. */
const TIMES_SHOWN = 48;

/** How the mail of each stream fares, split by mailbox provider. */
export function sectionBlocks(delivery: Delivery, partsShown: number): Block[] {
  const { period, by, title } = delivery;
  const sections = delivery.sections.filter((section) => isConcerned(section));
  if (sections.length === 0 || period === undefined) return [];
  const isTime = by === 'hour' || by === 'day';
  const shown = isTime ? sections.slice(-TIMES_SHOWN) : sections.slice(0, SECTIONS_SHOWN);
  const rest = sections.length - shown.length;
  const columns = columnsOf(delivery, shown);
  return [
    {
      kind: 'table',
      columns: [{ title, shrinks: true }, ...columns.map(({ column }) => column)],
      rows: shown.flatMap((section): TableRow[] => {
        const { acceptanceTold } = section;
        const row = (name: Line, figures: Figures): TableRow => ({
          cells: [name, ...columns.map(({ cell }) => cell({ ...figures, acceptanceTold }))],
        });
        const parts = section.parts.filter((part) => isConcerned(part));
        const named = parts.slice(0, partsShown).filter(({ isKnown }) => parts.length > 1 || isKnown);
        const others = partsShown === 0 ? [] : parts.slice(partsShown);
        return [
          row([{ text: nameOf(section), tone: 'strong' }], { ...section, section }),
          ...named.map((part) => row(`${INDENT}${part.label.name}`, part)),
          ...(others.length === 0 ? [] : [row(`${INDENT}${plural(others.length, 'other')}`, sumOf(others))]),
        ];
      }),
    },
    ...(rest > 0
      ? [
          {
            kind: 'lines' as const,
            lines: [
              `and ${plural(rest, isTime ? 'earlier line' : 'more line')}: --table groups --format csv lists all`,
            ],
          },
        ]
      : []),
  ];
}

/** Blanks at the beginning of a cell are lost in HTML and Markdown, these are not. */
const INDENT = '\u00A0\u00A0';

export const nameOf = ({ label, stream }: DeliverySection): string =>
  stream === undefined ? label.name : streamName({ name: label.name, headerFrom: stream.headerFrom });

/** A stream at a mailbox provider, whichever of them stands first. */
export const nameAt = (section: DeliverySection, { label }: Pick<DeliveryPart, 'label'>): string =>
  section.stream === undefined ? `${label.name} at ${section.label.name}` : `${nameOf(section)} at ${label.name}`;

/** Streams whose mail was only opened have their own table. */
const isConcerned = ({ attempted, handedOver, local, dropped }: Counts): boolean =>
  attempted + handedOver + local + dropped > 0;

/** What a row is made of; several providers in one have neither delays nor a reason. */
type Figures = Pick<
  Counts,
  'attempted' | 'accepted' | 'deferred' | 'bounced' | 'expired' | 'handedOver' | 'local' | 'dropped' | 'delay'
> &
  Partial<Pick<DeliveryPart, 'reasons' | 'spikes'>> & { readonly section?: DeliverySection };
type ToldFigures = Figures & Pick<DeliverySection, 'acceptanceTold'>;

interface FigureColumn {
  readonly column: Column;
  readonly cell: (figures: ToldFigures) => Line;
}

function columnsOf(delivery: Delivery, shown: readonly DeliverySection[]): FigureColumn[] {
  const { totals, period, by } = delivery;
  const isTold = shown.some(({ acceptanceTold }) => acceptanceTold);
  // All of it goes to a smart host: what that took is the best there is to tell.
  const onlyHanded = totals.accepted === 0 && totals.handedOver > 0;
  const wholeOf = ({ attempted, handedOver }: Figures): number => attempted + (onlyHanded ? handedOver : 0);
  const part = (of: (figures: Figures) => number, whole: (figures: Figures) => number) => (figures: ToldFigures) =>
    figures.acceptanceTold ? share(of(figures), whole(figures)) : amount(of(figures));
  const right = (title: string, cell: FigureColumn['cell']): FigureColumn => ({
    column: { title, align: 'right' },
    cell,
  });
  const quantile = (name: 'p50' | 'p90' | 'p99'): FigureColumn =>
    right(name, ({ delay }) => (delay === undefined ? '–' : duration(delay[name])));
  const told =
    (cell: FigureColumn['cell']): FigureColumn['cell'] =>
    (figures) =>
      figures.acceptanceTold ? cell(figures) : '?';
  return [
    ...(isTold
      ? [
          right(
            'attempted',
            told((figures) => count(wholeOf(figures))),
          ),
          onlyHanded
            ? right('handed over', told(part(({ handedOver }) => handedOver, wholeOf)))
            : right('accepted', told(part(({ accepted }) => accepted, wholeOf))),
        ]
      : []),
    right(
      'deferred',
      part(({ deferred }) => deferred.messages, triedFor),
    ),
    right(
      'bounced',
      part(({ bounced }) => bounced, wholeOf),
    ),
    ...(totals.delay === undefined ? [] : [quantile('p50'), quantile('p90'), quantile('p99')]),
    // A row of one day has no course over all of them.
    ...(period !== undefined && hasCourse(period) && by !== 'hour' && by !== 'day'
      ? [
          {
            column: { title: `by ${hoursPerBar(period) === 1 ? 'hour' : `${hoursPerBar(period)} hours`}`, drops: true },
            cell: ({ section }: Figures): Line =>
              section === undefined || section.timeline.length === 0 ? '' : [courseOf(section.timeline, period)],
          },
        ]
      : []),
    { column: { title: 'why not', drops: true }, cell: (figures) => whyNot(figures, onlyHanded) },
  ];
}

/**
 * Whose mail may have been deferred: a smart host defers, too, and its recipients are not among those attempted; nor is who
 * waited until his mail was deleted from the queue.
 */
const triedFor = ({ attempted, deferred, handedOver, local, dropped }: Figures): number =>
  deferred.messages <= attempted ? attempted : attempted + handedOver + local + dropped;

const amount = (value: number): string => (value === 0 ? '–' : count(value));
const share = (part: number, whole: number): string => (whole === 0 || part === 0 ? '–' : percent(part, whole));

function whyNot(figures: Figures, onlyHanded: boolean): Line {
  const { handedOver, local, dropped, expired } = figures;
  const elsewhere = [
    ...(handedOver > 0 && !onlyHanded ? [`${count(handedOver)} handed over`] : []),
    ...(local > 0 ? [`${count(local)} local`] : []),
    ...(dropped > 0 ? [`${count(dropped)} kept back`] : []),
    ...(expired > 0 ? [`${count(expired)} given up`] : []),
  ];
  return [topReason(figures), ...elsewhere].filter((text) => text !== '').join(' · ');
}

/** The reason most of what failed was given; one reply in a thousand messages is not worth the place. */
function topReason({ reasons: [top] = [], attempted, spikes: [spike] = [] }: Figures): string {
  if (top === undefined || top.count < attempted / 1000) return '';
  const since = spike?.goesOn === true ? ', more than usual at the end' : '';
  return `${advice[top.class].title}${top.enhancedCode === undefined ? '' : ` (${top.enhancedCode})`}${since}`;
}

function sumOf(parts: readonly DeliveryPart[]): Figures {
  const sum = (of: (part: DeliveryPart) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    attempted: sum((part) => part.attempted),
    accepted: sum((part) => part.accepted),
    deferred: {
      messages: sum((part) => part.deferred.messages),
      attempts: sum((part) => part.deferred.attempts),
    },
    bounced: sum((part) => part.bounced),
    expired: sum((part) => part.expired),
    handedOver: sum((part) => part.handedOver),
    local: sum((part) => part.local),
    dropped: sum((part) => part.dropped),
  };
}
