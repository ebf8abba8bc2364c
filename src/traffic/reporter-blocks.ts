import { daySpans, yearOf } from '../core/day.ts';
import { count, percent, period, plural } from '../core/format.ts';
import type { Block, Line } from '../core/page.ts';
import { missingDays } from './reporter-days.ts';
import type { Traffic } from './traffic.ts';

const REPORTERS_SHOWN = 8;

/** Who reported, how much, and on how many of the days. */
export function reporterBlocks({ reporters, messages, calendar: { reported, course } }: Traffic): Block[] {
  if (reporters.length === 0) return [];
  const last = reported.at(-1) ?? 0;
  const days = last - (reported[0] ?? 0) + 1;
  const rest = reporters.slice(REPORTERS_SHOWN);
  const more = plural(
    rest.reduce((sum, one) => sum + one.messages, 0),
    'message',
  );
  const lines: Line[] = [
    ...(rest.length > 0 ? [`and ${plural(rest.length, 'more reporter')} with ${more}`] : []),
    ...reporters.flatMap((one): Line[] => {
      const missing = missingDays(one, messages, course.at(-1) ?? 0);
      if (missing.length === 0) return [];
      return [
        [{ text: 'gap ', tone: 'warn' }, `no report from ${one.reporter} for ${daySpans(missing, yearOf(last))}`],
      ];
    }),
  ];
  return [
    { kind: 'heading', text: 'Reported by' },
    {
      kind: 'table',
      columns: [
        { title: 'reporter', shrinks: true },
        { title: 'reports', align: 'right' },
        { title: 'messages', align: 'right' },
        { title: 'share', align: 'right' },
        { title: `of ${plural(days, 'day')}`, align: 'right' },
        { title: 'period' },
      ],
      rows: reporters.slice(0, REPORTERS_SHOWN).map((one) => ({
        cells: [
          one.reporter,
          count(one.reports),
          count(one.messages),
          percent(one.messages, messages),
          count(one.days.size),
          period(one.firstSeen, one.lastSeen),
        ],
      })),
    },
    ...(lines.length > 0 ? [{ kind: 'lines' as const, lines }] : []),
  ];
}
