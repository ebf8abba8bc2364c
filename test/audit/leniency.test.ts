import { describe, expect, test } from 'vitest';
import { baselineFrom, baselineOf, parseBaseline, printBaseline } from '../../src/audit/baseline.ts';
import { lenient, remarksOn, type Leniency } from '../../src/audit/leniency.ts';
import { profileVerdict } from '../../src/audit/profile-verdict.ts';
import type { CheckResult, Finding } from '../../src/core/outcome.ts';
import { summarise } from '../../src/core/report.ts';

const DOMAIN = 'example.com';
const finding = (code: string, more: Partial<Finding> = {}): Finding => ({
  check: code.split(':')[0] ?? '',
  code,
  level: 'error',
  message: code,
  params: {},
  subject: DOMAIN,
  fix: 'mend it',
  changes: [],
  ...more,
});
const result = (check: string, findings: readonly Finding[], more: Partial<CheckResult> = {}): CheckResult => ({
  check,
  title: 'All is well',
  outcome: findings.length > 0 ? 'fail' : 'pass',
  findings,
  ...more,
});
const RULES: Leniency = { levels: {}, ignore: [], today: '2026-11-01' };
const OVER = result('spf/lookup-limit', [finding('spf/lookup-limit:over', { params: { count: 11 } })]);
const subject = (results: readonly CheckResult[], domain = DOMAIN) => ({ domain, results, profiles: [], overview: [] });

describe('a level from the settings', () => {
  test.each<[Leniency['levels'], string | undefined]>([
    [{ spf: 'note' }, 'note'],
    [{ spf: 'note', 'spf/lookup-limit': 'warning' }, 'warning'],
    [{ 'spf/lookup-limit:over': 'error', 'spf/lookup-limit': 'warning', spf: 'off' }, 'error'],
    [{ 'spf/lookup': 'off' }, 'error'],
    [{ 'spf/lookup-limit': 'off' }, undefined],
  ])('%j: the most exact code counts', (levels, level) => {
    expect(lenient([OVER], DOMAIN, { ...RULES, levels })[0]?.findings[0]?.level).toBe(level);
  });

  test('leaves open what could not be decided beside what is switched off', () => {
    const partly = { ...OVER, reason: 'SERVFAIL' };
    const [judged] = lenient([partly], DOMAIN, { ...RULES, levels: { 'spf/lookup-limit:over': 'off' } });
    expect(judged).toMatchObject({ outcome: 'inconclusive', reason: 'SERVFAIL', findings: [] });
    const [whole] = lenient([partly], DOMAIN, { ...RULES, levels: { spf: 'off' } });
    expect(whole).toMatchObject({ outcome: 'not-applicable' });
  });

  test('what is switched off is not called passed', () => {
    const [off] = lenient([OVER], DOMAIN, { ...RULES, levels: { spf: 'off' } });
    expect(off).toMatchObject({ outcome: 'not-applicable', reason: 'switched off in the settings' });
  });
});

describe('an ignored finding', () => {
  const ignore = [{ code: 'spf/lookup-limit', domain: 'com', reason: 'the CRM goes', until: '2026-11-01' }];

  test('stays, and does not count', () => {
    const results = lenient([OVER], DOMAIN, { ...RULES, ignore });
    expect(results[0]?.findings[0]?.waived).toEqual({ by: 'ignore', reason: 'the CRM goes', until: '2026-11-01' });
    expect(summarise(results, 0, 'note')).toMatchObject({ errors: 0, waived: 1, exitCode: 0 });
  });

  test('counts again the day after, and the report says so', () => {
    const results = lenient([OVER], DOMAIN, { ...RULES, ignore, today: '2026-11-02' });
    expect(summarise(results, 0, 'error').exitCode).toBe(1);
    const placed = ignore.map((one) => ({ ...one, place: { file: 'sendaudit.json', line: 7 } }));
    expect(remarksOn(placed, [subject(results)], '2026-11-02')).toEqual([
      'sendaudit.json line 7: `spf/lookup-limit` was ignored until 2026-11-01, and counts again',
    ]);
    expect(remarksOn(placed, [subject([])], '2026-10-01')).toEqual([
      'sendaudit.json line 7: nothing is found any more that `spf/lookup-limit` would ignore',
    ]);
    expect(remarksOn(placed, [subject([], 'example.net')], '2026-10-01')).toEqual([]);
  });

  test('is ignored for its domain only', () => {
    const results = lenient([OVER], 'example.net', { ...RULES, ignore });
    expect(results[0]?.findings[0]?.waived).toBeUndefined();
  });
});

describe('a baseline', () => {
  const dkim = (selector: string): Finding => finding('dkim/key-strength:short', { params: { selector } });
  const before = baselineFrom([subject([OVER, result('dkim/key-strength', [dkim('k1'), dkim('k1')])])], undefined);

  test('knows a finding again when a number in it has changed, not when a name has', () => {
    const more = result('spf/lookup-limit', [finding('spf/lookup-limit:over', { params: { count: 14 } })]);
    const other = result('dkim/key-strength', [dkim('k1'), dkim('k2')]);
    const results = lenient([more, other], DOMAIN, { ...RULES, baseline: before });
    expect(results.flatMap(({ findings }) => findings.map(({ waived }) => waived?.by))).toEqual([
      'baseline',
      'baseline',
      undefined,
    ]);
  });

  test('knows a finding as often as it was there', () => {
    const thrice = result('dkim/key-strength', [dkim('k1'), dkim('k1'), dkim('k1')]);
    const [judged] = lenient([thrice], DOMAIN, { ...RULES, baseline: before });
    expect(judged?.findings.filter(({ waived }) => waived !== undefined)).toHaveLength(2);
  });

  test('reads back what it printed, a finding a line', () => {
    const text = printBaseline(before);
    expect(text.split('\n').filter((line) => line.startsWith('{"'))).toHaveLength(3);
    expect(printBaseline(parseBaseline(text) ?? baselineOf([]))).toBe(text);
  });

  test.each([
    '',
    '[]',
    '{}',
    '{"sendauditBaseline":2,"findings":[]}',
    '{"sendauditBaseline":1,"findings":[{"code":1}]}',
  ])('is not read from %s', (text) => {
    expect(parseBaseline(text)).toBeUndefined();
  });

  test('keeps what it knows of a check that could not be decided, and of domains not audited', () => {
    const open = result('spf/lookup-limit', [], { outcome: 'inconclusive', reason: 'SERVFAIL' });
    const decided = result('dkim/key-strength', []);
    expect(baselineFrom([subject([open, decided])], before).entries.map(({ code }) => code)).toEqual([
      'spf/lookup-limit:over',
    ]);
    // What was left out has not shown that it is gone.
    expect(baselineFrom([subject([decided])], before).entries).toHaveLength(1);
    expect(baselineFrom([subject([], 'example.net')], before).entries).toHaveLength(3);
    expect(baselineFrom([subject([result('spf/lookup-limit', []), decided])], before).entries).toHaveLength(0);
  });
});

describe('a demand of a profile', () => {
  const source = { label: 'a page', url: 'https://example.com/' };
  const verdict = (results: readonly CheckResult[], more: object = {}) =>
    profileVerdict(
      {
        id: 'p',
        name: 'P',
        about: 'All.',
        demands: [{ id: 'd', text: 'x', source, checked: '2026-11', against: ['spf/lookup-limit'], ...more }],
      },
      results,
    ).demands[0];

  test('is not met where a finding speaks against it', () => {
    expect(verdict([OVER])).toMatchObject({ state: 'not-met', reasons: ['spf/lookup-limit:over'] });
  });

  test('is met where the check passed, and where only less grave things were found', () => {
    expect(verdict([result('spf/lookup-limit', [])])?.state).toBe('met');
    expect(verdict([result('spf/lookup-limit', [finding('spf/lookup-limit:near', { level: 'note' })])])?.state).toBe(
      'met',
    );
  });

  test.each([
    [[result('spf/lookup-limit', [], { outcome: 'inconclusive', reason: 'SERVFAIL' })], {}, ['SERVFAIL']],
    [[result('spf/lookup-limit', [], { outcome: 'not-applicable', reason: 'no record' })], {}, ['no record']],
    [[result('spf/lookup-limit', [])], { unknowable: 'only they can tell' }, ['only they can tell']],
    [[OVER], { against: [], unknowable: 'only they can tell' }, ['only they can tell']],
  ] as const)('is unknown where nothing can tell (%#)', (results, more, reasons) => {
    expect(verdict(results, more)).toMatchObject({ state: 'unknown', reasons });
  });

  test('that is not met fails a run on --fail-on profile, and nothing else does', () => {
    expect(summarise([OVER], 0, 'profile', 0).exitCode).toBe(0);
    expect(summarise([], 0, 'profile', 1).exitCode).toBe(1);
    expect(summarise([], 0, 'error', 1).exitCode).toBe(0);
  });
});
