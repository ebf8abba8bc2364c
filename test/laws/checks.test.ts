import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import { runExample, withChanges } from '../support/example-world.ts';

const LINES = 80;
// A word at the start of a check's last name that would make it a command or a negation.
const NOT_A_NOUN = /^(?:no|not|valid|invalid|check|missing|bad|has|is|use|avoid)-/;

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test('stands at the path that is its id, and is named by a noun phrase', () => {
    const text = readFileSync(`src/checks/${id}.ts`, 'utf8');
    expect(text).toContain(`id: '${id}'`);
    expect(id.split('/').at(-1)).not.toMatch(NOT_A_NOUN);
    expect(text.split('\n').length, 'lines').toBeLessThanOrEqual(LINES * 1.6);
  });

  test('has a reference, a reason and a fix, in sentences', () => {
    expect(check.refs.length).toBeGreaterThan(0);
    for (const ref of check.refs) expect(ref.url).toMatch(/^https:\/\//);
    for (const text of [check.title, check.why, check.fix]) expect(text.length).toBeGreaterThan(15);
    expect(check.title).not.toMatch(/\.$/);
    for (const message of Object.values(check.messages)) expect(message.text).not.toMatch(/\.$/);
  });

  test('shows every message in an example', () => {
    const shown = new Set(check.examples.flatMap((example) => example.expect));
    expect([...shown].toSorted()).toEqual(Object.keys(check.messages).toSorted());
  });

  test('shows a healthy world as well', () => {
    expect(check.examples.some((example) => example.expect.length === 0 && example.outcome === undefined)).toBe(true);
  });

  test.each(check.examples.map((example) => [example.name, example] as const))(
    'finds exactly what is wrong with %s',
    async (_, example) => {
      const result = await runExample(check, example);
      expect(result.outcome, result.reason).toBe(example.outcome ?? (example.expect.length > 0 ? 'fail' : 'pass'));
      expect(result.findings.map((finding) => finding.code).toSorted()).toEqual(
        example.expect.map((key) => `${id}:${key}`).toSorted(),
      );
      for (const finding of result.findings) {
        expect(finding.message, 'every parameter is filled in').not.toMatch(/(?<!%)\{\w+\}/);
        if (finding.at === undefined) continue;
        expect(finding.at.start).toBeGreaterThanOrEqual(0);
        expect(finding.at.end).toBeLessThanOrEqual(finding.at.text.length);
        expect(finding.at.start).toBeLessThanOrEqual(finding.at.end);
      }
    },
  );

  test.each(check.examples.map((example) => [example.name, example] as const))(
    'proposes records that make its findings go away in %s',
    async (_, example) => {
      const before = await runExample(check, example);
      for (const finding of before.findings) {
        if (finding.changes.length === 0) continue;
        const after = await runExample(check, { ...example, zone: withChanges(example.zone, finding.changes) });
        const same = (list: readonly { code: string }[]): number =>
          list.filter((other) => other.code === finding.code).length;
        expect(same(after.findings), `${finding.code} after ${JSON.stringify(finding.changes)}`).toBeLessThan(
          same(before.findings),
        );
      }
    },
  );
});

test('ids are unique, and there are at least sixty checks', () => {
  const ids = checks.flatMap((check) => [check.id, ...(check.formerly ?? [])]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(checks.length).toBeGreaterThanOrEqual(60);
});
