import { findingBlocks } from '../core/finding-blocks.ts';
import { findingBody } from '../core/finding-body.ts';
import { plural } from '../core/format.ts';
import type { CheckResult, Finding } from '../core/outcome.ts';
import type { Block, Line, Page } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import { summarise, type Cell, type FailOn, type Inputs, type Report, type Rule } from '../core/report.ts';
import type { Subject } from './audit.ts';

export interface AuditReportOptions {
  readonly subjects: readonly Subject[];
  readonly inputs: Inputs;
  readonly checks: readonly Rule[];
  readonly startedAt: Date;
  readonly failOn: FailOn;
  /** List what passed, too. */
  readonly passed: boolean;
}

/** The report of the `check` command, ready for every format. */
export function auditReport({ subjects, checks, inputs, startedAt, failOn, passed }: AuditReportOptions): Report {
  const results = subjects.flatMap((subject) => subject.results);
  return {
    command: 'check',
    startedAt,
    inputs,
    summary: summarise(results, inputs.failed.length, failOn),
    page: () => auditPage(subjects, inputs, passed),
    body: () => ({
      subjects: subjects.map(({ domain, results: own }) => ({ domain, results: own.map((one) => resultBody(one)) })),
    }),
    *judgements() {
      for (const { domain, declaredAt, results: own } of subjects)
        for (const result of own)
          yield { subject: domain, ...(declaredAt === undefined ? {} : { declaredAt }), result };
    },
    rules: checks,
    *lines() {
      for (const { domain, results: own } of subjects)
        for (const result of own)
          if (result.findings.length > 0)
            for (const finding of result.findings)
              yield { domain, check: result.check, outcome: result.outcome, ...findingBody(finding) };
          else if (result.reason !== undefined && result.outcome !== 'not-applicable')
            yield { domain, check: result.check, outcome: result.outcome, reason: result.reason };
    },
    *table() {
      yield ['domain', 'check', 'outcome', 'code', 'level', 'subject', 'message', 'fix', 'records'];
      for (const { domain, results: own } of subjects) for (const result of own) yield* resultRows(domain, result);
    },
  };
}

function* resultRows(domain: string, { check, outcome, reason, findings }: CheckResult): Generator<Cell[]> {
  if (findings.length === 0)
    yield [domain, check, outcome, undefined, undefined, undefined, reason, undefined, undefined];
  for (const { code, level, subject, message, fix, changes } of findings)
    yield [
      domain,
      check,
      outcome,
      code,
      level,
      subject,
      readable(message),
      readable(fix),
      changes
        .map(({ kind, name, type, value, old }) => `${kind} ${name} ${type} ${readable(value ?? old ?? '')}`)
        .join(' | '),
    ];
}

const resultBody = ({ findings, ...rest }: CheckResult): object => ({
  ...rest,
  findings: findings.map((one) => findingBody(one)),
});

function auditPage(subjects: readonly Subject[], inputs: Inputs, passed: boolean): Page {
  const [only] = subjects;
  if (only !== undefined && subjects.length === 1)
    return {
      title: only.domain,
      aside: verdict(only.results),
      blocks: [...subjectBlocks(only, passed), ...inputBlocks(inputs)],
      next: nextSteps(only.results),
    };
  const all = subjects.flatMap(({ results }) => results);
  return {
    title: plural(subjects.length, 'domain'),
    aside: verdict(all),
    blocks: [
      ...subjects.flatMap((subject): Block[] => [
        { kind: 'heading', text: subject.domain, aside: verdict(subject.results) },
        ...subjectBlocks(subject, passed),
      ]),
      ...inputBlocks(inputs),
    ],
    next: nextSteps(all),
  };
}

function subjectBlocks({ domain, results, overview }: Subject, passed: boolean): Block[] {
  return [
    { kind: 'pairs', rows: overview },
    ...findingBlocks(results, domain),
    ...(passed
      ? [
          {
            kind: 'lines' as const,
            lines: results
              .filter(({ outcome }) => outcome === 'pass')
              .map(({ title, check }): Line => [
                { text: '✓ ', tone: 'good' },
                title,
                { text: `  ${check}`, tone: 'muted' },
              ]),
          },
        ]
      : []),
  ];
}

function verdict(results: readonly CheckResult[]): Line {
  const findings = results.flatMap((result) => result.findings);
  const of = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
  const open = results.filter(({ outcome }) => outcome === 'inconclusive').length;
  const passedCount = results.filter(({ outcome }) => outcome === 'pass').length;
  const parts = [
    ...(of('error') > 0 ? [{ text: plural(of('error'), 'error'), tone: 'bad' as const }] : []),
    ...(of('warning') > 0 ? [{ text: plural(of('warning'), 'warning'), tone: 'warn' as const }] : []),
    ...(of('note') > 0 ? [{ text: plural(of('note'), 'note'), tone: 'note' as const }] : []),
    ...(open > 0 ? [`${open} could not be decided`] : []),
    { text: `${passedCount} passed`, tone: 'good' as const },
  ];
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}

function inputBlocks({ failed }: Inputs): Block[] {
  if (failed.length === 0) return [];
  return [
    { kind: 'heading', text: 'Not read in full' },
    { kind: 'lines', lines: failed.map(({ path, error }) => `${path}: ${error}`) },
  ];
}

function nextSteps(results: readonly CheckResult[]): string[] {
  const failing = results.filter(({ findings }) => findings.length > 0);
  const gravest = failing.find(({ findings }) => findings.some(({ level }) => level === 'error')) ?? failing[0];
  return gravest === undefined ? [] : [`sendaudit explain ${gravest.check}`];
}
