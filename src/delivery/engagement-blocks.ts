import { count, percent } from '../core/format.ts';
import type { Block } from '../core/page.ts';
import { nameOf } from './section-blocks.ts';
import type { ByReader, Counts, Delivery } from './delivery.ts';

const SHOWN = 20;

/** What recipients did with the mail. Machines open as well: they are told apart where the service does. */
export function engagementBlocks({ sections, totals }: Delivery): Block[] {
  if (!hasAny(totals)) return [];
  return [
    { kind: 'heading', text: 'What recipients did' },
    {
      kind: 'table',
      columns: [
        { title: 'stream', shrinks: true },
        { title: 'accepted', align: 'right' },
        { title: 'opened', align: 'right' },
        { title: 'by machines', align: 'right' },
        { title: 'not told', align: 'right' },
        { title: 'clicked', align: 'right' },
        { title: 'complained', align: 'right' },
        { title: 'unsubscribed', align: 'right' },
      ],
      rows: sections
        .filter((section) => hasAny(section))
        .slice(0, SHOWN)
        .map((section) => ({ cells: [nameOf(section), ...cellsOf(section)] })),
    },
  ];
}

const sum = ({ human, machine, unknown }: ByReader): number => human + machine + unknown;

const hasAny = ({ opened, clicked, complained, unsubscribed }: Counts): boolean =>
  sum(opened) + sum(clicked) + complained + unsubscribed > 0;

function cellsOf({ accepted, opened, clicked, complained, unsubscribed }: Counts): string[] {
  const share = (part: number): string => (part === 0 ? '–' : accepted === 0 ? count(part) : percent(part, accepted));
  return [
    count(accepted),
    share(opened.human),
    share(opened.machine),
    share(opened.unknown),
    share(clicked.human + clicked.unknown),
    share(complained),
    share(unsubscribed),
  ];
}
