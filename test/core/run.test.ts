import { describe, expect, test } from 'vitest';
import type { AnyCheck, FactsMap, Findings, Messages } from '../../src/core/check.ts';
import { absent, found, unknown } from '../../src/core/facts.ts';
import { fillIn, runChecks } from '../../src/core/run.ts';
import { summarise } from '../../src/core/report.ts';

type Evaluate = (facts: Record<string, unknown>, findings: Findings<Messages>) => void;

const check = (evaluate: Evaluate, more: Partial<AnyCheck> = {}): AnyCheck => ({
  id: 'topic/name',
  title: 'All is well',
  refs: [],
  why: 'w',
  fix: 'the general fix',
  needs: ['spf'],
  considers: ['mx'],
  messages: {
    over: { level: 'error', text: '{count} of {limit}' },
    hint: { level: 'note', text: 'a hint' },
  },
  examples: [],
  evaluate,
  ...more,
});
const run = (one: AnyCheck, facts: FactsMap) => {
  const [result] = runChecks([one], facts, 'example.com', (fact) => `there is no ${fact}`);
  if (result === undefined) throw new Error('no result');
  return result;
};
const silent = check(() => {});

describe('a check is', () => {
  test('passed where it says nothing', () => {
    expect(run(silent, { spf: found(1), mx: absent })).toEqual({
      check: 'topic/name',
      title: 'All is well',
      outcome: 'pass',
      findings: [],
    });
  });

  test('not applicable where a fact it needs is absent, or was never gathered', () => {
    const worlds: readonly FactsMap[] = [{ spf: absent, mx: absent }, { mx: absent }];
    for (const facts of worlds)
      expect(run(silent, facts)).toMatchObject({ outcome: 'not-applicable', reason: 'there is no spf' });
  });

  test('inconclusive where a fact it needs or considers is unknown, for every reason once', () => {
    expect(run(silent, { spf: unknown('SERVFAIL'), mx: absent })).toMatchObject({
      outcome: 'inconclusive',
      reason: 'SERVFAIL',
    });
    expect(run(silent, { spf: unknown('SERVFAIL'), mx: unknown('time-out') }).reason).toBe('SERVFAIL; time-out');
    expect(run(silent, { spf: unknown('time-out'), mx: unknown('time-out') }).reason).toBe('time-out');
  });

  test('not applicable rather than inconclusive: what is not there needs no more questions', () => {
    expect(run(silent, { spf: absent, mx: unknown('time-out') }).outcome).toBe('not-applicable');
  });

  test('handed the value of what it needs, and found or absent of what it considers', () => {
    const handed: unknown[] = [];
    const curious = check((facts) => handed.push(facts));
    run(curious, { spf: found('record'), mx: absent });
    run(curious, { spf: found('record'), mx: found('hosts') });
    run(curious, { spf: found('record') });
    expect(handed).toEqual([
      { spf: 'record', mx: { state: 'absent' } },
      { spf: 'record', mx: { state: 'found', value: 'hosts' } },
      { spf: 'record', mx: { state: 'absent' } },
    ]);
  });

  test('crashed where it throws, and the others go on', () => {
    const results = runChecks([check(() => void new URL('no url')), silent], { spf: found(1) }, 'example.com');
    expect(results.map(({ outcome }) => outcome)).toEqual(['crashed', 'pass']);
    expect(results[0]?.reason).toMatch(/^TypeError: Invalid URL/);
    expect(summarise(results, 0, 'error').exitCode).toBe(70);
  });

  test('crashed where it says what it never announced', () => {
    const wrong = check((_, findings) => findings.add('other', {}));
    expect(run(wrong, { spf: found(1) })).toMatchObject({
      outcome: 'crashed',
      reason: 'Error: topic/name has no message other',
    });
  });

  test('failed with its findings, even where something stayed open', () => {
    const both = check((_, findings) => {
      findings.add('over', { count: 11, limit: 10 });
      findings.inconclusive('SERVFAIL');
      findings.inconclusive('SERVFAIL');
      findings.notApplicable('no');
    });
    expect(run(both, { spf: found(1) })).toEqual({
      check: 'topic/name',
      title: 'All is well',
      outcome: 'fail',
      reason: 'SERVFAIL',
      findings: [
        {
          check: 'topic/name',
          code: 'topic/name:over',
          level: 'error',
          message: '11 of 10',
          params: { count: 11, limit: 10 },
          subject: 'example.com',
          fix: 'the general fix',
          changes: [],
        },
      ],
    });
  });

  test('inconclusive or not applicable by its own word', () => {
    expect(
      run(
        check((_, { inconclusive }) => inconclusive('half')),
        { spf: found(1) },
      ),
    ).toMatchObject({
      outcome: 'inconclusive',
      reason: 'half',
    });
    expect(
      run(
        check((_, { notApplicable }) => notApplicable('parked')),
        { spf: found(1) },
      ),
    ).toMatchObject({
      outcome: 'not-applicable',
      reason: 'parked',
    });
  });
});

test('a finding may be about another name, with a fix and records of its own', () => {
  const at = { source: 's', text: 't', start: 0, end: 1 };
  const changes = [{ kind: 'remove', name: 'a.example.com', type: 'TXT', old: 'x' }] as const;
  const one = check((_, findings) =>
    findings.add('hint', {}, { subject: 'a.example.com', fix: 'do this', at, changes }),
  );
  expect(run(one, { spf: found(1) }).findings[0]).toMatchObject({
    subject: 'a.example.com',
    fix: 'do this',
    at,
    changes,
  });
});

test('parameters are put in as they are, once', () => {
  expect(fillIn('{a} and {b} and {a}', { a: '{b}', b: '$&' })).toBe('{b} and $& and {b}');
  expect(fillIn('{missing}', {})).toBe('{missing}');
});

describe('the exit code', () => {
  const finding = (level: 'over' | 'hint') =>
    run(
      check((_, findings) => findings.add(level, { count: 1, limit: 1 })),
      { spf: found(1) },
    );
  const open = run(silent, { spf: unknown('x') });
  const fine = run(silent, { spf: found(1) });

  test.each([
    ['nothing', [fine], 0, 'error', 0],
    ['a note', [finding('hint')], 0, 'error', 0],
    ['a note where notes count', [finding('hint')], 0, 'note', 1],
    ['a note where warnings count', [finding('hint')], 0, 'warning', 0],
    ['an error', [finding('over')], 0, 'error', 1],
    ['an error where nothing counts', [finding('over')], 0, 'never', 0],
    ['something open', [fine, open], 0, 'error', 3],
    ['something open where nothing counts', [open], 0, 'never', 3],
    ['an input that could not be read', [fine], 1, 'error', 3],
    ['an error beside something open', [finding('over'), open], 1, 'error', 1],
  ] as const)('of %s', (_, results, failed, failOn, code) => {
    expect(summarise(results, failed, failOn).exitCode).toBe(code);
  });

  test('comes with counts', () => {
    expect(summarise([finding('over'), finding('hint'), open], 2, 'error')).toEqual({
      errors: 1,
      warnings: 0,
      notes: 1,
      waived: 0,
      inconclusive: 3,
      exitCode: 1,
    });
  });
});
