import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MATRIX } from '../../src/dev/matrix/all.ts';
import { writeMatrix } from '../../src/dev/matrix/write.ts';
import { sendaudit } from '../support/sendaudit.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  await writeMatrix(folder);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

interface Said {
  readonly inputs: {
    readonly failed: readonly { readonly error: string }[];
    readonly repairs: readonly { readonly what: string }[];
    readonly passedOver: readonly { readonly what: string }[];
  };
  readonly totals: Readonly<Record<string, number>>;
}

/** Each phrase in its text, as many as there are; the texts themselves where that is not so, for people to read. */
const phrased = (texts: readonly string[], phrases: readonly string[]): readonly string[] =>
  texts.map((text, at) => (phrases[at] !== undefined && text.includes(phrases[at]) ? phrases[at] : text));

test('no two cases have one name, and there are enough of them', () => {
  expect(new Set(MATRIX.map(({ name }) => name.toLowerCase())).size).toBe(MATRIX.length);
  expect(MATRIX.length).toBeGreaterThanOrEqual(110);
});

describe('a report is read in full, or as far as it goes, and every repair is told', () => {
  test.each(MATRIX.map((one) => [one.name, one.truth] as const))('%s', async (name, truth) => {
    const path = join(folder, name);
    const json = await sendaudit('dmarc', path, '--format', 'json');
    const { inputs, totals } = JSON.parse(json.stdout) as Said;
    const { reports, duplicates, records, messages, pass } = totals;
    expect({
      reports,
      duplicates,
      records,
      messages,
      pass,
      exitCode: json.exitCode,
      repairs: phrased(
        inputs.repairs.map(({ what }) => what),
        truth.repairs,
      ),
      failed: phrased(
        inputs.failed.map(({ error }) => error),
        truth.failed,
      ),
      passedOver: phrased(
        inputs.passedOver.map(({ what }) => what),
        truth.passedOver,
      ),
    }).toEqual({ ...truth, first: undefined });

    const jsonl = await sendaudit('dmarc', path, '--format', 'jsonl');
    const rows = jsonl.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as object);
    expect([rows.length, jsonl.exitCode]).toEqual([truth.records, truth.exitCode]);
    if (truth.records > 0) {
      const first = rows[0] as Readonly<Record<string, unknown>>;
      const told = Object.fromEntries(Object.keys(truth.first).map((key) => [key, first[key]]));
      expect(told).toEqual(truth.first);
    }
  });
});

test('all of them in one folder come to the sum of each', async () => {
  const { stdout } = await sendaudit('dmarc', folder, '--format', 'json');
  const { inputs, totals } = JSON.parse(stdout) as Said;
  const sum = (key: 'reports' | 'duplicates' | 'records' | 'messages' | 'pass'): number =>
    MATRIX.reduce((total, { truth }) => total + truth[key], 0);
  expect(totals).toMatchObject({
    reports: sum('reports'),
    duplicates: sum('duplicates'),
    records: sum('records'),
    messages: sum('messages'),
    pass: sum('pass'),
  });
  expect(inputs.failed).toHaveLength(MATRIX.flatMap(({ truth }) => truth.failed).length);
  expect(inputs.repairs).toHaveLength(MATRIX.flatMap(({ truth }) => truth.repairs).length);
  expect(inputs.passedOver).toHaveLength(MATRIX.flatMap(({ truth }) => truth.passedOver).length);
});
