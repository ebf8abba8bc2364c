import { count, plural } from '../../core/format.ts';
import type { Block } from '../../core/page.ts';
import { advice } from '../../replies/advice.ts';
import type { Counts, Delivery, DeliverySection } from '../delivery.ts';
import { moment, yearAt } from './moments.ts';
import { nameAt, nameOf } from './section-blocks.ts';

const SHOWN = 10;

/** Who still waits when the input ends, and for what. */
export function queuedBlocks({ sections, period }: Delivery): Block[] {
  const queued = queuedIn(sections);
  if (queued === 0 || period === undefined) return [];
  const waiting = sections
    .filter(({ acceptanceTold }) => acceptanceTold)
    .flatMap((section) => waitingOf(section))
    .filter(({ counts }) => counts.queued > 0)
    .toSorted((a, b) => b.counts.queued - a.counts.queued);
  const rest = waiting.slice(SHOWN);
  return [
    {
      kind: 'heading',
      text: 'Still queued',
      aside: `${plural(queued, 'recipient')} on ${moment(period.end, yearAt(period.end))} UTC`,
    },
    {
      kind: 'table',
      columns: [{ title: 'queued', align: 'right' }, { title: 'where', shrinks: true }, { title: 'most were told' }],
      rows: waiting
        .slice(0, SHOWN)
        .map(({ name, counts }) => ({ cells: [count(counts.queued), name, toldTo(counts)] })),
    },
    ...(rest.length > 0
      ? [
          {
            kind: 'lines' as const,
            lines: [`and ${plural(rest.length, 'more line')}: --table groups --format csv lists all`],
          },
        ]
      : []),
  ];
}

/** Who was deferred may have got it since, where nobody tells: a notice of a delay is the last that is heard of it. */
export const queuedIn = (sections: Delivery['sections']): number =>
  sections.reduce((sum, { acceptanceTold, queued }) => sum + (acceptanceTold ? queued : 0), 0);

function waitingOf(section: DeliverySection): { readonly name: string; readonly counts: Counts }[] {
  if (section.parts.length === 0) return [{ name: nameOf(section), counts: section }];
  return section.parts.map((part) => ({ name: nameAt(section, part), counts: part }));
}

/** Reasons of deferrals: whoever got another waits no more. Where nobody was deferred, those who wait were told nothing. */
function toldTo({ deferred, reasons }: Counts): string {
  if (deferred.attempts === 0) return 'nothing yet';
  const open = reasons.filter(({ code, enhancedCode }) => !isFinal(code, enhancedCode));
  const top = open.find(({ severity }) => severity === 'soft') ?? open[0] ?? reasons[0];
  return top === undefined ? 'nothing yet' : advice[top.class].title;
}

const isFinal = (code = 0, enhancedCode = ''): boolean => code >= 500 || enhancedCode.startsWith('5');
