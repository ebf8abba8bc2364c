import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import { sendaudit } from '../support/sendaudit.ts';

const CATALOGUE = 'docs/checks.md';

// UPDATE=1 writes it; the difference is to be read.
test('docs/checks.md is what `explain --all --format markdown` prints', async () => {
  const { stdout } = await sendaudit('explain', '--all', '--format', 'markdown');
  if (process.env['UPDATE'] === '1') await writeFile(CATALOGUE, stdout);
  expect(await readFile(CATALOGUE, 'utf8')).toBe(stdout);
});

test('the catalogue explains every check, and every finding', async () => {
  const text = await readFile(CATALOGUE, 'utf8');
  for (const { id, messages } of checks)
    for (const key of Object.keys(messages)) expect(text).toContain(`${id}:${key}`);
});
