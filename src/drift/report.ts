import { findingBlocks } from '../core/finding-blocks.ts';
import { findingBody } from '../core/finding-body.ts';
import { plural } from '../core/format.ts';
import type { Block, Line, Page, TableRow } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import { summarise, type FailOn, type Inputs, type Report, type Rule, type Summary } from '../core/report.ts';
import type { Change } from './changes.ts';
import type { Consequence } from './findings.ts';

export interface DriftReportOptions {
  /** What is compared: `monday.rec → now`. */
  readonly title: string;
  readonly changes: readonly Change[];
  readonly consequences: readonly Consequence[];
  readonly checks: readonly Rule[];
  readonly inputs: Inputs;
  readonly startedAt: Date;
  readonly failOn: FailOn | 'change';
}

/** What changed in DNS, and what it means: only what is new counts. */
export function driftReport(options: DriftReportOptions): Report {
  const { changes, consequences: all, checks, inputs, startedAt } = options;
  return {
    command: 'diff',
    startedAt,
    inputs,
    summary: driftSummary(options),
    page: () => driftPage(options),
    body: () => ({
      changes: changes.map((one) => ({ ...one, before: one.before.map(readable), after: one.after.map(readable) })),
      subjects: all.map(({ domain, results, gone, kept }) => ({
        domain,
        new: results.flatMap(({ findings }) => findings.map((finding) => findingBody(finding))),
        gone: gone.map((finding) => findingBody(finding)),
        kept,
        undecided: results
          .filter(({ outcome }) => outcome === 'inconclusive')
          .map(({ check, reason = '' }) => ({ check, reason })),
      })),
    }),
    judgements: () => all.flatMap(({ domain, results }) => results.map((result) => ({ subject: domain, result }))),
    rules: checks,
    lines: () => changes,
    *table() {
      yield ['name', 'type', 'change', 'before', 'after', 'reason'];
      for (const { name, type, kind, before, after, reason } of changes)
        yield [name, type, kind, readable(before.join(' | ')), readable(after.join(' | ')), reason];
    },
  };
}

function driftSummary({ changes, consequences: all, inputs, failOn }: DriftReportOptions): Summary {
  const results = all.flatMap((one) => one.results);
  const summary = summarise(results, inputs.failed.length, failOn === 'change' ? 'note' : failOn);
  const changed = changes.some(({ kind }) => kind !== 'undecided');
  return failOn === 'change' && changed ? { ...summary, exitCode: 1 } : summary;
}

function driftPage({ title, changes, consequences: all, inputs }: DriftReportOptions): Page {
  const changed = changes.filter(({ kind }) => kind !== 'undecided');
  const open = changes.filter(({ kind }) => kind === 'undecided');
  return {
    title,
    aside: changed.length === 0 ? [{ text: 'no change', tone: 'good' }] : plural(changed.length, 'change'),
    blocks: [
      ...(changed.length > 0 ? [changeTable(changed)] : []),
      ...all.flatMap((one) => consequenceBlocks(one)),
      ...(open.length > 0
        ? [
            { kind: 'heading' as const, text: 'Could not be compared' },
            { kind: 'lines' as const, lines: open.map(({ name, type, reason }) => `${name} ${type}: ${reason}`) },
          ]
        : []),
      ...(inputs.failed.length > 0
        ? [
            { kind: 'heading' as const, text: 'Not read in full' },
            { kind: 'lines' as const, lines: inputs.failed.map(({ path, error }) => `${path}: ${error}`) },
          ]
        : []),
    ],
    ...(all.length === 0 ? {} : { next: [`sendaudit check ${all[0]?.domain ?? ''}`] }),
  };
}

const changeTable = (changes: readonly Change[]): Block => ({
  kind: 'table',
  columns: [{ title: 'name', shrinks: true }, { title: 'type' }, { title: 'change' }],
  rows: changes.map(({ name, type, kind, before, after }): TableRow => ({
    cells: [name, type, kind],
    below: [
      ...before
        .filter((data) => !after.includes(data))
        .map((data): Line => [{ text: `− ${readable(data)}`, tone: 'bad' }]),
      ...after
        .filter((data) => !before.includes(data))
        .map((data): Line => [{ text: `+ ${readable(data)}`, tone: 'good' }]),
    ],
  })),
});

function consequenceBlocks({ domain, results, gone, kept }: Consequence): Block[] {
  const fresh = results.flatMap(({ findings }) => findings).length;
  const same = kept === 0 ? '' : ` · ${kept} as before`;
  return [
    {
      kind: 'heading',
      text: `What it means for ${domain}`,
      aside: fresh + gone.length === 0 ? `nothing new${same}` : `${fresh} new · ${gone.length} gone${same}`,
    },
    ...findingBlocks(results, domain),
    ...(gone.length > 0
      ? [
          {
            kind: 'lines' as const,
            lines: gone.map(({ code, message }): Line => [
              { text: '✓ gone: ', tone: 'good' },
              readable(message),
              { text: `  ${code}`, tone: 'muted' },
            ]),
          },
        ]
      : []),
  ];
}
