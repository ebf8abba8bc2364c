import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFailureReport } from '../../../src/reports/failure/read.ts';
import { feedbackMail } from '../../support/feedback-mail.ts';

const FOLDER = 'fixtures/failures/mails';
const EXPECTED = 'fixtures/failures/expected';
const files = readdirSync(FOLDER);
const besideOf = (name: string): string => `${EXPECTED}/${name.replace(/\.eml$/, '.json')}`;

// UPDATE=1 writes what is read; the difference is to be read as carefully as the reports.
test.each(files)('%s is read as its expectation says', (name) => {
  const path = `${FOLDER}/${name}`;
  const beside = besideOf(name);
  const reading = readFailureReport(feedbackMail(path, readFileSync(path, 'utf8')));
  if (process.env['UPDATE'] === '1') writeFileSync(beside, `${JSON.stringify(reading, undefined, 2)}\n`);
  expect(reading).toEqual(JSON.parse(readFileSync(beside, 'utf8')));
});

test('no body of a message is kept, and no name of a person', () => {
  const readings = files.map((name) => readFileSync(besideOf(name), 'utf8'));
  expect(readings.join('\n')).not.toMatch(/nobody's business|Rafael|Buy\./);
});
