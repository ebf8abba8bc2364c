import { shortened } from '../../core/cut-off.ts';
import { count, percent, plural } from '../../core/format.ts';
import type { Block, Line } from '../../core/page.ts';
import { advice } from '../../replies/advice.ts';
import type { ReplyClass } from '../../replies/class.ts';
import type { Counts, Delivery, ReasonCount } from '../delivery.ts';
import { spanText, yearAt } from './moments.ts';

const SHOWN = 8;
const LONGEST_EXAMPLE = 240;
const PLACES_NAMED = 3;

/** Why mail did not go through: what was said most, where and since when, one reply as it came, and what to do. */
export function reasonBlocks(delivery: Delivery): Block[] {
  const { reasons, deferred, bounced, expired, dropped } = delivery.totals;
  if (reasons.length === 0) return [];
  const all = deferred.attempts + bounced + expired + dropped;
  const rest = reasons.slice(SHOWN);
  const year = yearAt(delivery.period?.end ?? 0);
  const placesOf = placeFinder(delivery);
  const advised = new Set<ReplyClass>();
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
      rows: reasons.slice(0, SHOWN).map((reason) => {
        const isNew = !advised.has(reason.class);
        advised.add(reason.class);
        const places = placesOf(reason);
        const when = spanText(reason.firstSeen, reason.lastSeen, year);
        return {
          cells: [count(reason.count), percent(reason.count, all), titleOf(reason)],
          below: [`${when} UTC${places === '' ? '' : `, ${places}`}`, ...toldIn(reason, isNew)],
        };
      }),
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

/** What was said, and, once for each class, what to do about it. */
function toldIn({ example, class: named }: ReasonCount, isNew: boolean): Line[] {
  if (example === '' && named === 'unclassified') return ['nothing was said of why'];
  return [
    ...(example === '' ? [] : [[{ text: shortened(example, LONGEST_EXAMPLE), tone: 'muted' as const }]]),
    ...(isNew ? [advice[named].advice] : []),
  ];
}

function titleOf({ class: named, severity, enhancedCode, code }: ReasonCount): string {
  const codes = [code, enhancedCode].filter((one) => one !== undefined).join(' ');
  return `${advice[named].title} (${severity}${codes === '' ? '' : `, ${codes}`})`;
}

interface Place extends Pick<Counts, 'reasons'> {
  readonly label: { readonly name: string };
}

/** Who gave a reason: `at Yahoo Mail 3,926, Gmail 12 and 4 more`. */
function placeFinder({ by, sections }: Delivery): (reason: ReasonCount) => string {
  const places: readonly Place[] =
    by === 'stream' ? sections.flatMap(({ parts }) => parts) : WHERE.has(by) ? sections : [];
  const byReason = new Map<string, Map<string, number>>();
  for (const { label, reasons } of places)
    for (const reason of reasons) {
      const counts = byReason.get(keyOf(reason)) ?? new Map<string, number>();
      byReason.set(keyOf(reason), counts.set(label.name, (counts.get(label.name) ?? 0) + reason.count));
    }
  return (reason) => {
    const counts = [...(byReason.get(keyOf(reason)) ?? [])].toSorted((a, b) => b[1] - a[1]);
    const [first] = counts;
    if (first === undefined) return '';
    if (counts.length === 1) return `at ${first[0]}`;
    const rest = counts.length - PLACES_NAMED;
    const named = counts.slice(0, PLACES_NAMED).map(([name, times]) => `${name} ${count(times)}`);
    return `at ${named.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}`;
  };
}

const WHERE: ReadonlySet<string> = new Set(['provider', 'domain', 'relay']);

const keyOf = ({ class: named, severity, text }: ReasonCount): string => `${named}\n${severity}\n${text}`;
