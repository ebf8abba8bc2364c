import { count, plural } from './format.ts';
import { byName } from './order.ts';
import type { Block } from './page.ts';
import type { Inputs } from './report.ts';

/** Kinds shown, and inputs named in all. */
const SHOWN = 20;
const NAMED_EACH = 3;

/** `3 other mails or reports passed over` */
export const passedOverAside = ({ passedOver = [] }: Inputs): string[] =>
  passedOver.length === 0
    ? []
    : [`${plural(passedOver.length, 'other mail or report', 'other mails or reports')} passed over`];

/** What was read and is something else, by what it is. */
export function passedOverBlocks(inputs: Inputs): Block[] {
  const kinds = kindsOf(inputs);
  if (kinds.length === 0) return [];
  return [
    { kind: 'heading', text: 'Passed over' },
    {
      kind: 'table',
      columns: [
        { title: 'what', shrinks: true },
        { title: 'inputs', align: 'right' },
        { title: 'such as', drops: true },
      ],
      rows: kinds.slice(0, SHOWN).map(([what, paths]) => ({
        cells: [what, count(paths.length), paths.slice(0, NAMED_EACH).join(', ')],
      })),
    },
  ];
}

/** `137 × a bounce, 2 × a mail without a report` */
export const passedOverText = (inputs: Inputs): string =>
  kindsOf(inputs)
    .slice(0, SHOWN)
    .map(([what, paths]) => `${count(paths.length)} × ${what}`)
    .join(', ');

function kindsOf({ passedOver = [] }: Inputs): (readonly [what: string, paths: readonly string[]])[] {
  const kinds = Map.groupBy(passedOver, ({ what }) => what);
  return [...kinds]
    .map(([what, items]) => [what, items.map(({ path }) => path)] as const)
    .toSorted((a, b) => b[1].length - a[1].length || byName(a[0], b[0]));
}
