import type { Block, Page } from '../../src/core/page.ts';
import type { Finding } from '../../src/core/outcome.ts';
import { NO_FINDINGS, NO_INPUTS, NO_JUDGEMENTS, type Judgement, type Report } from '../../src/core/report.ts';
import type { Reporter } from '../../src/reporters/reporter.ts';
import { plainCanvas } from './nasty.ts';

/** All a reporter writes of a report. */
export async function rendered(reporter: Reporter, report: Report): Promise<string> {
  return (await Array.fromAsync(reporter.render(report, plainCanvas(80)))).join('');
}

/** A report that says nothing but what a test gives it. */
export const reportOf = (parts: Partial<Report>): Report => ({
  command: 'check',
  startedAt: new Date('2026-11-01T12:00:00Z'),
  inputs: NO_INPUTS,
  summary: NO_FINDINGS,
  ...NO_JUDGEMENTS,
  page: () => ({ title: 't', blocks: [] }),
  body: () => ({}),
  lines: () => [],
  table: () => [],
  ...parts,
});

export const pageOf = (...blocks: Block[]): Page => ({ title: 't', blocks });

/** A finding as a check would make it. */
export const findingOf = (parts: Partial<Finding> = {}): Finding => ({
  check: 'spf/lookup-limit',
  code: 'spf/lookup-limit:over',
  level: 'error',
  message: 'SPF needs 11 DNS lookups and receivers stop after 10',
  params: { count: 11, limit: 10 },
  subject: 'example.com',
  fix: 'drop one',
  changes: [],
  ...parts,
});

export const judgementOf = (findings: readonly Finding[], parts: Partial<Judgement['result']> = {}): Judgement => ({
  subject: 'example.com',
  result: {
    check: 'spf/lookup-limit',
    title: 'SPF needs no more than 10 DNS lookups',
    outcome: findings.length > 0 ? 'fail' : 'pass',
    findings,
    ...parts,
  },
});
