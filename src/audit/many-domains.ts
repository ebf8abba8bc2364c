import { count, plural } from '../core/format.ts';
import { LEVELS, type Level } from '../core/levels.ts';
import { byName } from '../core/order.ts';
import type { CheckResult } from '../core/outcome.ts';
import type { Block, Column, Line } from '../core/page.ts';
import { findingCounts } from '../core/report.ts';
import type { Subject } from './audit.ts';

/** A screenful and a bit; the machine formats hold all. */
const DOMAINS_SHOWN = 40;
const FINDINGS_SHOWN = 30;
const DOMAINS_NAMED = 3;

const COLUMNS: readonly Column[] = [
  { title: 'domain', shrinks: true },
  ...['errors', 'warnings', 'notes', 'undecided'].map((title) => ({ title, align: 'right' as const })),
];

/** Many domains on one page: the gravest in a table, and every kind of finding once with the domains that have it. */
export function manyDomainsBlocks(subjects: readonly Subject[]): Block[] {
  const rows = subjects.map(({ domain, results }) => ({ domain, counts: countsOf(results) }));
  const graver = (a: (typeof rows)[number], b: (typeof rows)[number]): number =>
    [0, 1, 2, 3].map((index) => (b.counts[index] ?? 0) - (a.counts[index] ?? 0)).find((one) => one !== 0) ??
    byName(a.domain, b.domain);
  const rest = rows.length - DOMAINS_SHOWN;
  const profiles = profileRows(subjects);
  return [
    {
      kind: 'table',
      columns: COLUMNS,
      rows: rows
        .toSorted(graver)
        .slice(0, DOMAINS_SHOWN)
        .map(({ domain, counts }) => ({
          cells: [domain, ...counts.map((one) => (one === 0 ? '' : count(one)))],
        })),
    },
    ...(rest > 0 ? [{ kind: 'lines' as const, lines: [moreLine(plural(rest, 'more domain'))] }] : []),
    ...profiles,
    { kind: 'heading', text: 'What was found' },
    ...findingTable(subjects),
  ];
}

const moreLine = (what: string): Line => [{ text: `${what}; --format csv or json lists them all`, tone: 'muted' }];

function countsOf(results: readonly CheckResult[]): number[] {
  const counts = findingCounts(results);
  return [...LEVELS.map((level) => counts[level]), results.filter(({ outcome }) => outcome === 'inconclusive').length];
}

function findingTable(subjects: readonly Subject[]): Block[] {
  const kinds = new Map<string, { readonly level: Level; readonly domains: Set<string> }>();
  for (const { domain, results } of subjects)
    for (const { findings } of results)
      for (const { code, level, waived } of findings) {
        if (waived !== undefined) continue;
        const kind = kinds.get(code) ?? { level, domains: new Set<string>() };
        kind.domains.add(domain);
        kinds.set(code, kind);
      }
  if (kinds.size === 0) return [{ kind: 'lines', lines: ['nothing'] }];
  const ordered = [...kinds].toSorted(
    ([, a], [, b]) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.domains.size - a.domains.size,
  );
  const rest = ordered.length - FINDINGS_SHOWN;
  return [
    {
      kind: 'table',
      columns: [
        { title: 'level' },
        { title: 'domains', align: 'right' },
        { title: 'finding' },
        { title: 'for example', shrinks: true },
      ],
      rows: ordered.slice(0, FINDINGS_SHOWN).map(([code, { level, domains }]) => ({
        cells: [[{ text: level, tone: TONES[level] }], count(domains.size), code, named([...domains])],
      })),
    },
    ...(rest > 0 ? [{ kind: 'lines' as const, lines: [moreLine(plural(rest, 'more kind'))] }] : []),
  ];
}

const TONES = { error: 'bad', warning: 'warn', note: 'note' } as const;

const named = (domains: readonly string[]): string =>
  `${domains.slice(0, DOMAINS_NAMED).join(', ')}${domains.length > DOMAINS_NAMED ? ' …' : ''}`;

/** How many domains do what each profile demands. */
function profileRows(subjects: readonly Subject[]): Block[] {
  const profiles = subjects[0]?.profiles.map(({ profile }) => profile) ?? [];
  if (profiles.length === 0) return [];
  const missing = (id: string): string[] =>
    subjects
      .filter(({ profiles: own }) =>
        own.some(({ profile, demands }) => profile.id === id && demands.some(({ state }) => state === 'not-met')),
      )
      .map(({ domain }) => domain);
  return [
    {
      kind: 'table',
      columns: [{ title: 'profile' }, { title: 'not met by', align: 'right' }, { title: 'for example', shrinks: true }],
      rows: profiles.map(({ id, name }) => ({ cells: [name, count(missing(id).length), named(missing(id))] })),
    },
  ];
}
