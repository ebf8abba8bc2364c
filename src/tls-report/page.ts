import { findingBlocks } from '../core/finding-blocks.ts';
import { count, percent, period, plural } from '../core/format.ts';
import type { CheckResult } from '../core/outcome.ts';
import type { Block, Line, Page } from '../core/page.ts';
import { readingAside, readingBlocks } from '../core/reading-blocks.ts';
import { seenText } from '../core/seen.ts';
import { tlsPolicyName } from '../protocols/tls-policy-name.ts';
import { failureBlocks } from './failure-blocks.ts';
import type { PolicySessions, Sessions, TlsReports } from './tls-reports.ts';

/** How sessions went first, what fails and why under it, the next step last. */
export function tlsPage(reports: TlsReports, results: readonly CheckResult[]): Page {
  const aside = readingAside(reports.inputs, reports.duplicates.length);
  return {
    title: titleOf(reports),
    blocks: [
      ...(aside === '' ? [] : [{ kind: 'lines' as const, lines: [aside] }]),
      ...policiesTable(reports),
      ...failureBlocks(reports),
      ...failingDays(reports),
      ...coverage(reports),
      ...findingBlocks(results),
      ...readingBlocks(reports.inputs, duplicateLines(reports)),
    ],
  };
}

const all = ({ successful, failed }: Sessions): number => successful + failed;

function titleOf(reports: TlsReports): string {
  if (reports.reports === 0) return 'no TLS report could be read';
  const { period: span } = reports;
  return [
    `${plural(reports.reports, 'TLS report')} from ${plural(reports.reporters.length, 'reporter')}`,
    ...(span === undefined ? [] : [period(span.begin, span.end)]),
    plural(all(reports), 'session'),
    `${percent(reports.successful, all(reports))} successful`,
  ].join(' · ');
}

const POLICIES_SHOWN = 50;

function policiesTable({ policies }: TlsReports): Block[] {
  if (policies.length === 0) return [];
  const rest = policies.slice(POLICIES_SHOWN);
  return [
    {
      kind: 'table',
      columns: [
        { title: 'policy domain', shrinks: true },
        { title: 'policy', shrinks: true },
        { title: 'sessions', align: 'right' },
        { title: 'failed', align: 'right' },
        { title: 'successful', align: 'right' },
        { title: 'reported by', drops: true },
      ],
      rows: policies.slice(0, POLICIES_SHOWN).map((policy) => ({ cells: policyCells(policy) })),
    },
    ...(rest.length === 0
      ? []
      : [{ kind: 'lines' as const, lines: [`and ${plural(rest.length, 'more policy', 'more policies')}`] }]),
  ];
}

const REPORTERS_NAMED = 3;

function policyCells(policy: PolicySessions): Line[] {
  const named = policy.reporters
    .slice(0, REPORTERS_NAMED)
    .map((one) => `${one.reporter} ${percent(all(one), all(policy))}`);
  const others = policy.reporters.length - named.length;
  return [
    policy.domain === '' ? 'not told' : policy.domain,
    tlsPolicyName(policy.type, policy.mode),
    count(all(policy)),
    policy.failed === 0 ? '–' : [{ text: count(policy.failed), tone: 'bad' }],
    percent(policy.successful, all(policy)),
    [...named, ...(others > 0 ? [`${count(others)} more`] : [])].join(', '),
  ];
}

const DAYS_SHOWN = 31;

/** Days on which something failed; where nothing did, there is nothing to place. */
function failingDays({ days, failed }: TlsReports): Block[] {
  if (failed === 0) return [];
  const sums = new Map<string, { successful: number; failed: number }>();
  for (const { day, successful, failed: failures } of days) {
    const sum = sums.get(day) ?? { successful: 0, failed: 0 };
    sums.set(day, { successful: sum.successful + successful, failed: sum.failed + failures });
  }
  const failing = [...sums].filter(([, sum]) => sum.failed > 0);
  if (failing.length === 0) return [];
  const shown = failing.slice(-DAYS_SHOWN);
  const earlier = failing.length - shown.length;
  return [
    { kind: 'heading', text: 'Days with failures', aside: `${count(failing.length)} of ${plural(sums.size, 'day')}` },
    {
      kind: 'table',
      columns: [
        { title: 'day (UTC)' },
        { title: 'sessions', align: 'right' },
        { title: 'failed', align: 'right' },
        { title: 'share', align: 'right' },
      ],
      rows: shown.map(([day, sum]) => ({
        cells: [day, count(all(sum)), count(sum.failed), percent(sum.failed, all(sum))],
      })),
    },
    ...(earlier > 0 ? [{ kind: 'lines' as const, lines: [`and ${plural(earlier, 'earlier day')}`] }] : []),
  ];
}

const REPORTERS_SHOWN = 8;

function coverage(reports: TlsReports): Block[] {
  const { reporters } = reports;
  if (reporters.length === 0) return [];
  const rest = reporters.slice(REPORTERS_SHOWN);
  const restSessions = rest.reduce((sum, one) => sum + all(one), 0);
  return [
    { kind: 'heading', text: 'Reported by' },
    {
      kind: 'table',
      columns: [
        { title: 'reporter', shrinks: true },
        { title: 'reports', align: 'right' },
        { title: 'sessions', align: 'right' },
        { title: 'share', align: 'right' },
        { title: 'failed', align: 'right' },
        { title: 'period' },
      ],
      rows: reporters.slice(0, REPORTERS_SHOWN).map((one) => ({
        cells: [
          one.reporter,
          count(one.reports),
          count(all(one)),
          percent(all(one), all(reports)),
          one.failed === 0 ? '–' : count(one.failed),
          seenText(one),
        ],
      })),
    },
    ...(rest.length > 0
      ? [
          {
            kind: 'lines' as const,
            lines: [`and ${plural(rest.length, 'more reporter')} with ${plural(restSessions, 'session')}`],
          },
        ]
      : []),
  ];
}

const duplicateLines = ({ duplicates }: TlsReports): string[] =>
  duplicates.map(
    ({ path, of, differs }) =>
      `${path}: same report as ${of}${differs === true ? ', with other counts: the first stands' : ''}`,
  );
