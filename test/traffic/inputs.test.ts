import { createReadStream } from 'node:fs';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordXml, reportXml } from '../support/aggregate-xml.ts';
import { sendaudit, sendauditIn, type Run } from '../support/sendaudit.ts';
import { RECORDING, REPORTS } from './world.ts';

const files = (await readdir(REPORTS)).map((name) => join(REPORTS, name));

/** What a report says, without which copy of a report was the first and what was read when. */
function said({ stdout }: Run): object {
  const { inputs, duplicates, ...rest } = JSON.parse(stdout) as Record<string, unknown> & {
    readonly inputs: { read: number; failed: { path: string }[]; repairs: unknown[] };
    readonly duplicates: readonly { readonly reportId: string }[];
  };
  return {
    ...rest,
    read: inputs.read,
    failed: inputs.failed.length,
    repairs: inputs.repairs.length,
    duplicates: duplicates.map(({ reportId }) => reportId).toSorted(),
  };
}

const dmarc = (...argv: readonly string[]): Promise<Run> => sendaudit('dmarc', ...argv, '--format', 'json');

/** A permutation that is the same in every run (Fisher–Yates over a linear congruence). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed;
  for (let last = result.length - 1; last > 0; last -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (last + 1);
    const [a, b] = [result[last], result[other]];
    if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a];
  }
  return result;
}

describe('what a report says does not depend on how its inputs are given', () => {
  let folder: string;
  let expected: object;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
    expected = said(await dmarc(REPORTS));
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  test.each([1, 2, 3])('in any order (%i)', async (seed) => {
    expect(said(await dmarc(...shuffled(files, seed)))).toEqual(expected);
  });

  test('in any order, with DNS', async () => {
    const [straight, turned] = await Promise.all([
      dmarc(REPORTS, ...RECORDING),
      dmarc(...shuffled(files, 4), ...RECORDING),
    ]);
    expect(said(turned)).toEqual(said(straight));
  });

  test('as a folder, as its files, as a pattern', async () => {
    expect(said(await dmarc(...files))).toEqual(expected);
    expect(said(await dmarc(`${REPORTS}/*`))).toEqual(expected);
  });

  test('below another folder', async () => {
    await cp(REPORTS, join(folder, '2026', '10'), { recursive: true });
    expect(said(await dmarc(folder))).toEqual(expected);
  });

  test('given twice, every report still counts once', async () => {
    const totals = ({ stdout }: Run): object => {
      const { files: _, duplicates: __, ...counts } = (JSON.parse(stdout) as { totals: Record<string, number> }).totals;
      return counts;
    };
    expect(totals(await dmarc(REPORTS, REPORTS))).toEqual(totals(await dmarc(REPORTS)));
  });

  test('one report on standard input', async () => {
    const file = files.find((name) => name.endsWith('.xml.gz') && !name.includes('protection')) ?? '';
    const piped = await sendauditIn({ stdin: createReadStream(file) }, 'dmarc', '-', '--format', 'json');
    expect(said(piped)).toEqual(said(await dmarc(file)));
  });
});

test('rows of jsonl and of csv are as many as there are records', async () => {
  const [jsonl, csv, json] = await Promise.all([
    sendaudit('dmarc', REPORTS, '--format', 'jsonl'),
    sendaudit('dmarc', REPORTS, '--format', 'csv'),
    dmarc(REPORTS),
  ]);
  const { records } = (JSON.parse(json.stdout) as { totals: { records: number } }).totals;
  expect(jsonl.stdout.trimEnd().split('\n')).toHaveLength(records);
  expect(csv.stdout.trimEnd().split('\r\n')).toHaveLength(records + 1);
});

test('the three tables of csv hold the streams and the sources of the document', async () => {
  const [streams, sources, json] = await Promise.all([
    sendaudit('dmarc', REPORTS, '--table', 'streams', '--format', 'jsonl'),
    sendaudit('dmarc', REPORTS, '--table', 'sources', '--format', 'jsonl'),
    dmarc(REPORTS),
  ]);
  const lines = ({ stdout }: Run): unknown[] =>
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  const document = JSON.parse(json.stdout) as { readonly streams: unknown; readonly sources: unknown };
  expect(lines(streams)).toEqual(document.streams);
  expect(lines(sources)).toEqual(document.sources);
});

test('reports without an id are told apart by what they hold, and a copy of one still counts once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  const withoutId = (count: string): string =>
    reportXml({ records: [recordXml({ count })] }).replace('<report_id>r1</report_id>', '');
  try {
    await writeFile(join(folder, 'a.xml'), withoutId('5'));
    await writeFile(join(folder, 'b.xml'), withoutId('9'));
    await writeFile(join(folder, 'copy.xml.gz'), gzipSync(withoutId('5')));
    const { totals } = JSON.parse((await dmarc(folder)).stdout) as { totals: Record<string, number> };
    expect(totals).toMatchObject({ reports: 2, duplicates: 1, records: 2, messages: 14 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
