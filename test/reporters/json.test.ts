import { expect, test } from 'vitest';
import json from '../../src/reporters/json.ts';
import jsonl from '../../src/reporters/jsonl.ts';
import { VERSION } from '../../src/core/version.ts';
import { NASTY, nastyReport, plainCanvas } from './nasty.ts';

const rendered = async (pieces: Iterable<string> | AsyncIterable<string>): Promise<string> =>
  (await Array.fromAsync(pieces)).join('');

test('json parses back into what it was given', async () => {
  const document = JSON.parse(await rendered(json.render(nastyReport, plainCanvas(80)))) as Record<string, unknown>;
  expect(document).toMatchObject({
    schema: 1,
    tool: { name: 'sendaudit', version: VERSION },
    command: 'check',
    startedAt: '2026-11-01T12:00:00.000Z',
    summary: { exitCode: 1 },
  });
  expect(document['subjects']).toEqual(NASTY);
  expect(document['byName']).toEqual(Object.fromEntries(NASTY.map((text) => [text, text])));
});

test('jsonl is one object a line', async () => {
  const text = await rendered(jsonl.render(nastyReport, plainCanvas(80)));
  const lines = text.trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(NASTY);
});

test('jsonl of nothing is nothing', async () => {
  expect(await rendered(jsonl.render({ ...nastyReport, lines: () => [] }, plainCanvas(80)))).toBe('');
});

test('jsonl hands on what it has before all lines are there', async () => {
  let asked = 0;
  function* lines(): Generator<object> {
    for (; asked < 100_000; asked += 1) yield { asked };
  }
  const pieces = jsonl.render({ ...nastyReport, lines }, plainCanvas(80));
  for await (const piece of pieces) {
    expect(piece).toContain('{"asked":0}');
    break;
  }
  expect(asked).toBeLessThan(2000);
});
