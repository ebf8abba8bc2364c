import { findingBody } from '../core/finding-body.ts';
import { readable } from '../core/readable.ts';
import { summarise, type FailOn, type Report, type Rule, type Summary } from '../core/report.ts';
import type { Change } from './changes.ts';
import { driftPage, type DriftPageOptions } from './page.ts';

export interface DriftReportOptions extends DriftPageOptions {
  readonly checks: readonly Rule[];
  readonly startedAt: Date;
  readonly failOn: DriftFailOn;
}

/** `change` fails on every change of what is published, and on every new finding. */
export type DriftFailOn = FailOn | 'change';

/** What changed, and what it means: only what is new counts. */
export function driftReport(options: DriftReportOptions): Report {
  const { consequences: all, checks, inputs, startedAt } = options;
  const changes = options.changes.map((one) => readableChange(one));
  return {
    command: 'diff',
    startedAt,
    inputs,
    summary: driftSummary(options),
    failOn: levelOf(options.failOn),
    page: () => driftPage(options),
    body: () => ({
      changes,
      subjects: all.map(({ domain, results, gone, kept, unrecorded }) => ({
        domain,
        new: results.flatMap(({ findings }) => findings.map((finding) => findingBody(finding))),
        gone: gone.map((finding) => findingBody(finding)),
        kept,
        undecided: results
          .filter(({ outcome }) => outcome === 'inconclusive')
          .map(({ check, reason = '' }) => ({ check, reason })),
        unrecorded,
      })),
    }),
    judgements: () => all.flatMap(({ domain, results }) => results.map((result) => ({ subject: domain, result }))),
    rules: checks,
    lines: () => changes,
    *table() {
      yield ['name', 'type', 'change', 'before', 'after', 'reason'];
      for (const { name, type, kind, before, after, reason } of changes)
        yield [name, type, kind, before.join(' | '), after.join(' | '), reason];
    },
  };
}

const readableChange = (change: Change): Change => ({
  ...change,
  before: change.before.map((line) => readable(line)),
  after: change.after.map((line) => readable(line)),
});

const levelOf = (failOn: DriftFailOn): FailOn => (failOn === 'change' ? 'note' : failOn);

/** What could not be compared counts as what could not be found out. */
function driftSummary({ changes, consequences: all, inputs, failOn }: DriftReportOptions): Summary {
  const open = changes.filter(({ kind }) => kind === 'undecided').length;
  const results = all.flatMap((one) => one.results);
  const summary = summarise(results, inputs.failed.length + open, levelOf(failOn));
  // A crash is a bug of ours, whatever changed.
  const fails = failOn === 'change' && changes.length > open && summary.exitCode !== 70;
  return fails ? { ...summary, exitCode: 1 } : summary;
}
