import { count, percent, period, plural } from '../core/format.ts';
import type { Block, Line, TableRow } from '../core/page.ts';
import type { Comparison, StreamChange, StreamLevel } from './comparison.ts';
import type { Traffic } from './traffic.ts';
import { CLASS_SIGN } from './class-sign.ts';

const CHANGES_SHOWN = 20;
const NAMES_SHOWN = 3;

/** What is new since an earlier period: its streams, those with most messages first, and its policies. */
export function comparisonBlocks(traffic: Traffic): Block[] {
  const { comparison } = traffic;
  if (comparison === undefined) return [];
  const { streams, policies } = comparison;
  const rest = streams.length - CHANGES_SHOWN;
  const lines: Line[] = [
    ...(rest > 0 ? [`and ${plural(rest, 'more stream')}: --format json lists all`] : []),
    ...policies.map(
      ({ domain, tag, before, after }): Line => `policy of ${domain}: ${tag}=${before} → ${tag}=${after}`,
    ),
    ...(streams.length === 0 && policies.length === 0 ? ['the same streams, and none of them changed'] : []),
    ...(comparison.inBoth > 0
      ? [`${plural(comparison.inBoth, 'report')} given for both periods: counted in this one only`]
      : []),
  ];
  return [
    {
      kind: 'heading',
      text: `Since ${period(comparison.period.begin, comparison.period.end)}`,
      aside: headline(comparison, traffic),
    },
    ...(streams.length > 0 ? [changesTable(streams.slice(0, CHANGES_SHOWN))] : []),
    ...(lines.length > 0 ? [{ kind: 'lines' as const, lines }] : []),
  ];
}

function headline({ reports, messages, pass, perDay, perDayNow }: Comparison, now: Traffic): Line {
  const passed = `${percent(pass, messages)} → ${percent(now.pass, now.messages)} pass`;
  return `${plural(reports, 'report')} · ${daily(perDay)} → ${daily(perDayNow)} messages a day · ${passed}`;
}

/** Below ten a day, the tenths count. */
const daily = (messages: number): string => (messages < 10 ? String(messages) : count(messages));

function changesTable(changes: readonly StreamChange[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'stream', shrinks: true },
      { title: 'from', shrinks: true },
      { title: 'a day then', align: 'right' },
      { title: 'a day now', align: 'right' },
      { title: 'pass then', align: 'right' },
      { title: 'pass now', align: 'right' },
      { title: 'what changed', drops: true },
    ],
    rows: changes.map((change) => changeRow(change)),
  };
}

function changeRow(change: StreamChange): TableRow {
  const { name, headerFrom, before, after } = change;
  const shown = after ?? before;
  return {
    cells: [
      shown === undefined ? name : [CLASS_SIGN[shown.class], name],
      headerFrom,
      before === undefined ? '–' : daily(before.perDay),
      after === undefined ? '–' : daily(after.perDay),
      before === undefined ? '–' : percent(before.pass, before.messages),
      after === undefined ? '–' : percent(after.pass, after.messages),
      whatChanged(change),
    ],
  };
}

function whatChanged(change: StreamChange): string {
  const { kind, before, after, newSelectors, newSources } = change;
  if (kind === 'new') return `new: ${plural(after?.messages ?? 0, 'message')}`;
  if (kind === 'vanished') return `vanished: ${plural(before?.messages ?? 0, 'message')} then`;
  const [largest] = newSources.largest;
  return [
    before !== undefined && after !== undefined && before.class !== after.class
      ? `${before.class} → ${after.class}`
      : undefined,
    before === undefined || after === undefined ? undefined : volume(before, after),
    newSelectors.length === 0
      ? undefined
      : `new ${newSelectors.length === 1 ? 'selector' : 'selectors'} ${newSelectors.slice(0, NAMES_SHOWN).join(', ')}${newSelectors.length > NAMES_SHOWN ? ' …' : ''}`,
    largest === undefined
      ? undefined
      : `${plural(newSources.count, 'new address', 'new addresses')} with ${plural(newSources.messages, 'message')}, most from ${largest.ip}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** As far as it is worth a word. */
function volume(before: StreamLevel, after: StreamLevel): string | undefined {
  if (before.perDay === 0 || after.perDay === 0) return undefined;
  const times = after.perDay / before.perDay;
  if (times >= 2) return `${times.toFixed(1)} × as many`;
  return times <= 0.5 ? `${percent(after.perDay, before.perDay)} as many` : undefined;
}
