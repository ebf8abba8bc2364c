import { count, percent } from '../../core/format.ts';
import type { Block } from '../../core/page.ts';
import { nameOf } from './section-blocks.ts';
import type { Counts, Delivery, DeliverySection } from '../delivery.ts';

const SHOWN = 20;

/**
 * What recipients may do, each a column where anybody did. Machines open as well: they are told apart where the source does.
 * On a narrow page the last of them stand below.
 */
const DEEDS: readonly (readonly [title: string, of: (counts: Counts) => number, drops: boolean])[] = [
  ['opened by people', ({ opened }) => opened.human, false],
  ['by machines', ({ opened }) => opened.machine, false],
  ['opened', ({ opened }) => opened.unknown, false],
  ['clicked', ({ clicked }) => clicked, false],
  ['clicked by machine', ({ clickedBy }) => clickedBy.machine, true],
  ['complained', ({ complained }) => complained, true],
  ['unsubscribed', ({ unsubscribed }) => unsubscribed, true],
  ['auto-reply', ({ autoReplies }) => autoReplies, true],
];

/** What recipients did with the mail. */
export function engagementBlocks({ sections, totals }: Delivery): Block[] {
  const deeds = DEEDS.filter(([, of]) => of(totals) > 0);
  if (deeds.length === 0) return [];
  const shown = sections.filter((section) => deeds.some(([, of]) => of(section) > 0)).slice(0, SHOWN);
  const hasAccepted = shown.some(isMeasured);
  return [
    {
      kind: 'heading',
      text: 'What recipients did',
      ...(totals.opened.unknown > 0 ? { aside: 'opened: by people or by machines, which is not told' } : {}),
    },
    {
      kind: 'table',
      columns: [
        { title: 'stream', shrinks: true },
        ...(hasAccepted ? [{ title: 'accepted', align: 'right' as const }] : []),
        ...deeds.map(([title, , drops]) => ({ title, align: 'right' as const, drops })),
      ],
      rows: shown.map((section) => ({
        cells: [
          nameOf(section),
          ...(hasAccepted ? [isMeasured(section) ? count(section.accepted) : '?'] : []),
          ...deeds.map(([, of]) => share(of(section), section)),
        ],
      })),
    },
  ];
}

/** Opens of mail that was accepted before the input begins have nothing to be a share of. */
const isMeasured = ({ accepted, acceptanceTold }: DeliverySection): boolean => acceptanceTold && accepted > 0;

const share = (part: number, section: DeliverySection): string =>
  part === 0 ? '–' : isMeasured(section) && part <= section.accepted ? percent(part, section.accepted) : count(part);

/** `1 opened · 2 clicked`, of everybody. */
export const deedsOf = (totals: Counts): string[] =>
  DEEDS.filter(([, of]) => of(totals) > 0).map(([title, of]) => `${count(of(totals))} ${title}`);
