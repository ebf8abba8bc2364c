import { readdir, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import { logFormats } from '../../src/logs/formats/all.ts';
import { sendaudit } from '../support/sendaudit.ts';

const CATALOGUE = 'docs/checks.md';

// UPDATE=1 writes it; the difference is to be read.
test('docs/checks.md is what `explain --all --format markdown` prints', async () => {
  const { stdout } = await sendaudit('explain', '--all', '--format', 'markdown');
  if (process.env['UPDATE'] === '1') await writeFile(CATALOGUE, stdout);
  expect(await readFile(CATALOGUE, 'utf8')).toBe(stdout);
});

test.each(logFormats.map(({ id }) => id))('docs/formats/%s.md is what `explain` prints of it', async (id) => {
  const { stdout } = await sendaudit('explain', `logs/${id}`, '--format', 'markdown');
  const path = `docs/formats/${id}.md`;
  if (process.env['UPDATE'] === '1') await writeFile(path, stdout);
  expect(await readFile(path, 'utf8')).toBe(stdout);
});

test('docs/formats has a page of every format, and of no other', async () => {
  expect((await readdir('docs/formats')).toSorted()).toEqual(logFormats.map(({ id }) => `${id}.md`).toSorted());
});

test('the catalogue explains every check, and every finding', async () => {
  const text = await readFile(CATALOGUE, 'utf8');
  for (const { id, messages } of checks)
    for (const key of Object.keys(messages)) expect(text).toContain(`${id}:${key}`);
});
