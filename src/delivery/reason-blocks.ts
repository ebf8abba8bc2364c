import { count, percent, plural } from '../core/format.ts';
import type { Block } from '../core/page.ts';
import { advice } from '../replies/advice.ts';
import type { Delivery, ReasonCount } from './delivery.ts';

const SHOWN = 8;
const LONGEST_EXAMPLE = 240;

/** Why mail did not go through: what was said most, one reply as it came, and what to do. */
export function reasonBlocks({ totals: { reasons, deferred, bounced, expired, dropped } }: Delivery): Block[] {
  if (reasons.length === 0) return [];
  const all = deferred.attempts + bounced + expired + dropped;
  const rest = reasons.slice(SHOWN);
  return [
    {
      kind: 'heading',
      text: 'Why not',
      aside: plural(all, 'deferral, bounce or stop', 'deferrals, bounces and stops'),
    },
    {
      kind: 'table',
      columns: [
        { title: 'times', align: 'right' },
        { title: 'share', align: 'right' },
        { title: 'reason', shrinks: true },
      ],
      rows: reasons.slice(0, SHOWN).map((reason) => ({
        cells: [count(reason.count), percent(reason.count, all), titleOf(reason)],
        below: [
          ...(reason.example === '' ? [] : [[{ text: cut(reason.example), tone: 'muted' as const }]]),
          advice[reason.class].advice,
        ],
      })),
    },
    ...(rest.length > 0
      ? [
          {
            kind: 'lines' as const,
            lines: [`and ${plural(rest.length, 'more reason')}: --table reasons --format csv lists them`],
          },
        ]
      : []),
  ];
}

function titleOf({ class: named, severity, enhancedCode, code }: ReasonCount): string {
  const codes = [code, enhancedCode].filter((one) => one !== undefined).join(' ');
  return `${advice[named].title} (${severity}${codes === '' ? '' : `, ${codes}`})`;
}

const cut = (text: string): string => (text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text);
