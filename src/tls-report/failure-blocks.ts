import { count, plural } from '../core/format.ts';
import type { Block, Line, TableRow } from '../core/page.ts';
import { tlsPolicyName } from '../protocols/tls-policy-name.ts';
import { tlsResultType } from '../protocols/tls-result-type.ts';
import type { Counted, FailureGroup, TlsReports } from './tls-reports.ts';

const ROWS_SHOWN = 30;

/** Failures by type, the most frequent first; below the rows of a type, what it means. What to do stands with the findings. */
export function failureBlocks({ failures }: TlsReports): Block[] {
  if (failures.length === 0) return [];
  const byType = new Map<string, FailureGroup[]>();
  for (const failure of failures) byType.set(failure.resultType, [...(byType.get(failure.resultType) ?? []), failure]);
  const sum = (groups: readonly FailureGroup[]): number => groups.reduce((total, { sessions }) => total + sessions, 0);
  const types = [...byType.values()].toSorted((a, b) => sum(b) - sum(a));
  const rows = types.flatMap((groups) => groups.map((group, index) => failureRow(group, index === groups.length - 1)));
  const rest = rows.length - ROWS_SHOWN;
  return [
    { kind: 'heading', text: 'What fails' },
    {
      kind: 'table',
      columns: [
        { title: 'result', shrinks: true },
        { title: 'mail host', shrinks: true },
        { title: 'policy', shrinks: true },
        { title: 'sessions', align: 'right' },
        { title: 'seen by', drops: true },
      ],
      rows: rows.slice(0, ROWS_SHOWN),
    },
    ...(rest > 0
      ? [{ kind: 'lines' as const, lines: [`and ${plural(rest, 'more row')}: --format json lists all`] }]
      : []),
  ];
}

function failureRow(group: FailureGroup, isLast: boolean): TableRow {
  const { resultType, receivingMx, type, mode, sessions, reporters, sendingMtas } = group;
  const { meaning } = tlsResultType(resultType);
  const said = codes(group);
  const below: Line[] = [...(said === '' ? [] : [`reported: ${said}`]), ...(isLast ? [meaning] : [])];
  return {
    cells: [
      resultType === '' ? 'not told' : resultType,
      receivingMx ?? '–',
      tlsPolicyName(type, mode),
      count(sessions),
      `${first(reporters, 3)}${sendingMtas > 0 ? ` (${plural(sendingMtas, 'address', 'addresses')})` : ''}`,
    ],
    ...(below.length === 0 ? {} : { below }),
  };
}

/** What the reporters add: reason codes, and where to read more. */
const codes = ({ reasonCodes, information }: FailureGroup): string =>
  [first(reasonCodes, 3), first(information, 1)].filter((text) => text !== '').join(' · ');

function first(values: readonly Counted[], shown: number): string {
  const named = values.slice(0, shown).map(({ value }) => value);
  const rest = values.length - named.length;
  return [...named, ...(rest > 0 ? [`${count(rest)} more`] : [])].join(', ');
}
