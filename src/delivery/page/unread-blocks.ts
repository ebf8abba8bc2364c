import { shortened } from '../../core/cut-off.ts';
import { count, plural } from '../../core/format.ts';
import type { Block } from '../../core/page.ts';
import type { Delivery } from '../delivery.ts';
import { unitsOf } from './units.ts';

const UNREAD_SHOWN = 8;
/** Of a character that comes again and again, such as NUL where a disk was full. */
const REPEATED = /(.)\1{15,}/gsu;
const LONGEST_SAMPLE = 160;

function sampleOf(sample: string): string {
  const text = sample.replaceAll(REPEATED, (run, one: string) => `${one.repeat(3)}… (${count(run.length)} times) `);
  return shortened(text, LONGEST_SAMPLE);
}

/** What nobody understood, each kind with a sample. */
export function unreadBlocks(delivery: Delivery): Block[] {
  const { unread } = delivery;
  const kinds = unread.list();
  if (kinds.length === 0) return [];
  const rest = kinds.slice(UNREAD_SHOWN).reduce((sum, kind) => sum + kind.count, 0);
  return [
    { kind: 'heading', text: 'Not understood', aside: unitsOf({ ...delivery, lines: unread.count }) },
    {
      kind: 'table',
      columns: [{ title: 'times', align: 'right' }, { title: 'why', shrinks: true }, { title: 'in' }],
      rows: kinds.slice(0, UNREAD_SHOWN).map(({ path, why, count: lines, samples: [sample = ''] }) => ({
        cells: [count(lines), why, path],
        below: sample === '' ? [] : [[{ text: sampleOf(sample), tone: 'muted' }]],
      })),
    },
    ...(rest > 0
      ? [{ kind: 'lines' as const, lines: [`and ${plural(rest, 'more line')}: --format json lists all`] }]
      : []),
  ];
}
