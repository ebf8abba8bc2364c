import { findingBlocks } from '../core/finding-blocks.ts';
import { plural } from '../core/format.ts';
import { inputBlocks } from '../core/input-blocks.ts';
import { LEVELS } from '../core/levels.ts';
import type { CheckResult } from '../core/outcome.ts';
import type { Block, Line, Page } from '../core/page.ts';
import type { Inputs } from '../core/report.ts';
import type { Subject } from './audit.ts';
import { manyDomainsBlocks } from './many-domains.ts';
import { profileBlocks } from './profile-blocks.ts';
import { verdictLine } from './verdict-line.ts';

interface AuditPageOptions {
  readonly subjects: readonly Subject[];
  readonly inputs: Inputs;
  readonly passed: boolean;
  readonly remarks?: readonly string[];
}

/** Nobody reads more pages than that: beyond, domains stand in a table, and findings are told once. */
export const MOST_PAGES = 10;

/** The audit as people read it. */
export function auditPage({ subjects, inputs, passed, remarks = [] }: AuditPageOptions): Page {
  const [only] = subjects;
  const all = subjects.flatMap(({ results }) => results);
  const about = [...remarkBlocks(remarks), ...inputBlocks(inputs)];
  if (only !== undefined && subjects.length === 1)
    return {
      title: only.domain,
      aside: verdictLine(only.results),
      blocks: [...subjectBlocks(only, passed), ...about],
      next: nextSteps(only.results),
    };
  const pages = subjects.flatMap((subject): Block[] => [
    { kind: 'heading', text: subject.domain, aside: verdictLine(subject.results) },
    ...subjectBlocks(subject, passed),
  ]);
  return {
    title: plural(subjects.length, 'domain'),
    aside: verdictLine(all),
    blocks: [...(subjects.length > MOST_PAGES ? manyDomainsBlocks(subjects) : pages), ...about],
    next: nextSteps(all),
  };
}

function subjectBlocks({ domain, results, overview, profiles }: Subject, passed: boolean): Block[] {
  return [
    { kind: 'pairs', rows: overview },
    ...findingBlocks(results, domain),
    ...profiles.flatMap((verdict) => profileBlocks(verdict)),
    ...(passed ? [{ kind: 'lines' as const, lines: passedLines(results) }] : []),
  ];
}

const passedLines = (results: readonly CheckResult[]): Line[] =>
  results
    .filter(({ outcome }) => outcome === 'pass')
    .map(({ title, check }) => [{ text: '✓ ', tone: 'good' }, title, { text: `  ${check}`, tone: 'muted' }]);

function remarkBlocks(remarks: readonly string[]): Block[] {
  if (remarks.length === 0) return [];
  return [
    { kind: 'heading', text: 'Settings' },
    { kind: 'lines', lines: remarks },
  ];
}

/** The gravest, and of those the one that stands last. */
function nextSteps(results: readonly CheckResult[]): string[] {
  const findings = results.flatMap((result) => result.findings).filter(({ waived }) => waived === undefined);
  const gravest = LEVELS.map((wanted) => findings.findLast(({ level }) => level === wanted)).find(
    (one) => one !== undefined,
  );
  return gravest === undefined ? [] : [`sendaudit explain ${gravest.check}`];
}
