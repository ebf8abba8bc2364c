import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documents } from '../../../src/intake/documents.ts';
import { readTlsRpt } from '../../../src/reports/tls-rpt/read.ts';

const FOLDER = 'fixtures/tls-rpt/faults';
const EXPECTED = 'fixtures/tls-rpt/expected';
const files = readdirSync(FOLDER);

/** What intake makes of it, and what the reader does. */
async function readingOf(path: string): Promise<unknown> {
  for await (const item of documents([path])) {
    if (item.kind === 'document') return { form: item.form, ...(await readTlsRpt(item)) };
    return item;
  }
  return undefined;
}

// UPDATE=1 writes what is read; the difference is to be read as carefully as the reports.
test.each(files)('%s is read as its expectation says', async (name) => {
  const path = `${FOLDER}/${name}`;
  const beside = `${EXPECTED}/${name}`;
  const reading = await readingOf(path);
  if (process.env['UPDATE'] === '1') writeFileSync(beside, `${JSON.stringify(reading, undefined, 2)}\n`);
  expect(reading).toEqual(JSON.parse(readFileSync(beside, 'utf8')));
});

test('every fault has its own expectation', () => {
  expect(files.length).toBeGreaterThan(70);
});
