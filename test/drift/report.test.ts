import { describe, expect, test } from 'vitest';
import type { CheckResult, Finding } from '../../src/core/outcome.ts';
import { NO_INPUTS } from '../../src/core/report.ts';
import type { Change } from '../../src/drift/changes.ts';
import { consequences } from '../../src/drift/findings.ts';
import { driftReport, type DriftFailOn } from '../../src/drift/report.ts';

const change: Change = { name: 'example.com', type: 'TXT', kind: 'changed', before: ['a'], after: ['b'] };
const undecided: Change = { ...change, kind: 'undecided', reason: 'SERVFAIL for example.com TXT' };
const finding = (level: Finding['level']): Finding => ({
  check: 'a/b',
  code: 'a/b:c',
  level,
  message: 'm',
  params: {},
  subject: 'example.com',
  fix: 'f',
  changes: [],
});
const result = (outcome: CheckResult['outcome'], findings: readonly Finding[] = [], reason?: string): CheckResult => ({
  check: 'a/b',
  title: 't',
  outcome,
  findings,
  ...(reason === undefined ? {} : { reason }),
});
const leniency = { levels: {}, ignore: [], today: '2026-11-01' };
const audited = (results: readonly CheckResult[]) => [{ domain: 'example.com', results, profiles: [], overview: [] }];
const meaning = (before: CheckResult, after: CheckResult, unrecorded: readonly string[] = []) =>
  consequences(audited([before]), audited([after]), { unrecordedFor: () => new Set(unrecorded), leniency });

const report = (failOn: DriftFailOn, changes: readonly Change[], before: CheckResult, after: CheckResult) =>
  driftReport({
    title: 'a → b',
    changes,
    consequences: meaning(before, after),
    checks: [],
    inputs: NO_INPUTS,
    startedAt: new Date(0),
    failOn,
  });

describe('the exit code', () => {
  const [pass, warning] = [result('pass'), result('fail', [finding('warning')])];
  test.each<[string, DriftFailOn, readonly Change[], CheckResult, CheckResult, number]>([
    ['nothing', 'change', [], pass, pass, 0],
    ['a change', 'note', [change], pass, pass, 0],
    ['a change that matters', 'change', [change], pass, pass, 1],
    ['a finding without a change', 'change', [], pass, warning, 1],
    ['a finding below the level', 'error', [], pass, warning, 0],
    ['a finding that was there', 'note', [], warning, warning, 0],
    ['a crash', 'error', [], pass, result('crashed', [], 'x'), 70],
    ['a crash beside a change', 'change', [change], pass, result('crashed', [], 'x'), 70],
    ['what could not be compared', 'change', [undecided], pass, pass, 3],
    ['what could not be compared, where nothing fails', 'never', [undecided], pass, pass, 3],
    ['what could not be compared beside a change', 'change', [change, undecided], pass, pass, 1],
  ])('of %s with --fail-on %s', (_, failOn, changes, before, after, code) => {
    expect(report(failOn, changes, before, after).summary.exitCode).toBe(code);
  });

  test('is the one its level of failing stands for', () => {
    expect(report('change', [], pass, pass).failOn).toBe('note');
    expect(report('warning', [], pass, pass).failOn).toBe('warning');
  });
});

describe('what is news', () => {
  const open = (reason: string): CheckResult => result('inconclusive', [], reason);
  const partly = (findings: readonly Finding[]): CheckResult => result('fail', findings, 'SERVFAIL');

  test('is nothing that was undecided before, in whole or in part', () => {
    for (const before of [open('SERVFAIL'), partly([finding('note')])])
      for (const after of [open('SERVFAIL'), partly([finding('note')])]) {
        const summary = report('error', [], before, after).summary;
        expect([summary.inconclusive, summary.exitCode]).toEqual([0, 0]);
      }
  });

  test('is what cannot be decided any more', () => {
    expect(report('error', [], result('pass'), open('SERVFAIL')).summary.exitCode).toBe(3);
    expect(report('error', [], result('fail', [finding('note')]), partly([finding('note')])).summary.exitCode).toBe(3);
  });

  test('is no finding of a check that the recording holds nothing for', () => {
    const [one] = meaning(open('a.rec holds no answer; record again'), result('fail', [finding('error')]), [
      'a.rec holds no answer; record again',
    ]);
    expect([one?.results, one?.unrecorded, one?.kept]).toEqual([[], ['a/b'], 0]);
  });

  test('is what is gone, unless it could not be found out', () => {
    const before = result('fail', [finding('note')]);
    expect(meaning(before, result('pass'))[0]?.gone).toHaveLength(1);
    expect(meaning(before, result('not-applicable', [], 'no record'))[0]?.gone).toHaveLength(1);
    expect(meaning(before, open('SERVFAIL'))[0]?.gone).toEqual([]);
  });
});

test('a page with a thousand questions that could not be compared shows the first, and counts the rest', () => {
  const many = Array.from({ length: 1000 }, (_, n) => ({ ...undecided, name: `${n}.example.com` }));
  const blocks = report('error', many, result('pass'), result('pass')).page().blocks;
  const lines = blocks.find(({ kind }) => kind === 'lines');
  expect(lines?.kind === 'lines' && [lines.lines.length, lines.lines.at(-1)]).toEqual([
    21,
    'and 980 more: --format json lists all',
  ]);
});
