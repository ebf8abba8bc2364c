import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, readJson, textOf } from '../../../src/net/zone/json-tree.ts';
import type { JsonTree } from '../../../src/net/zone/json-tree.ts';

/** The tree as the value it stands for. */
function valueOf(tree: JsonTree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(valueOf);
  return Object.fromEntries([...tree.entries].map(([key, value]) => [key, valueOf(value)]));
}

test('a document is what JSON.parse makes of it, double keys too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 5 }), async (text) => {
      const read = await readJson(text);
      expect('tree' in read && valueOf(read.tree)).toEqual(JSON.parse(text));
    }),
    { numRuns: 300 },
  );
  const read = await readJson('{"a": 1, "a": {"b": "x"}}');
  expect('tree' in read && textOf(at(read.tree, 'a', 'b'))).toBe('x');
});

test('everything has its line, behind a mark and line ends of Windows too', async () => {
  const read = await readJson('\uFEFF{\r\n"a": [\r\n1,\r\n{"b": 2}]}');
  expect(read).toMatchObject({ tree: { line: 1 } });
  const list = 'tree' in read ? at(read.tree, 'a') : undefined;
  expect(list).toMatchObject({ line: 2, items: [{ line: 3 }, { line: 4 }] });
});

test('of keys that are not wanted nothing is kept but that they are there', async () => {
  const read = await readJson('{"a": {"x": [1]}, "b": {"x": [2]}, "c": 3}', (key) => key === 'b');
  expect('tree' in read && valueOf(read.tree)).toEqual({ a: null, b: { x: [2] }, c: 3 });
});

describe('a broken document has no tree, but a reason and a line', () => {
  test.each([
    ['', 1, /empty|value expected/],
    ['{"a": 1,\n}', 2, /property name expected/],
    ['{"a":\n[1', 2, /close bracket expected/],
    ['{} {}', 1, /end of file expected/],
    ['// x\n{}', 1, /comment/],
    ['{"a": "\n"}', 1, /end of string/],
    ['nul', 1, /invalid symbol/],
    ['['.repeat(300), 1, /deeper than 200/],
    ['['.repeat(200_000), 1, /deeper than 200/],
  ])('%j', async (text, line, problem) =>
    expect(await readJson(text)).toEqual({ problem: expect.stringMatching(problem) as string, line }),
  );

  test('also where the break is in what is passed over', async () => {
    const passedOver = (text: string) => readJson(text, () => false);
    expect(await passedOver('{"a": {"b": [1')).toHaveProperty('problem');
    expect(await passedOver(`{"a": ${'['.repeat(200_000)}`)).toHaveProperty('problem');
  });

  test('whatever the text, nothing is thrown', async () => {
    const parts = fc.array(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '1', '-', 'null', '\\', '\n', '\0', '//', '/*', 'ü'),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(parts, async (some) => void (await readJson(some.join(''), (key) => key === 'a'))),
      { numRuns: 800 },
    );
  });
});
