import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportXml } from '../support/aggregate-xml.ts';
import { sendaudit } from '../support/sendaudit.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  await writeFile(join(folder, 'a.eml'), 'From: a@b.example\n\nhello');
  await writeFile(join(folder, 'b.json'), '{"organization-name":"x","policies":[]}');
  await writeFile(join(folder, 'c.eml'), 'From: a@b.example\n\nhello');
  await writeFile(
    join(folder, 'd.eml'),
    'From: a@b.example\nContent-Type: message/feedback-report\n\nFeedback-Type: auth-failure\n',
  );
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

test('what is something else is counted and shown, by what it is, and changes no exit code', async () => {
  await writeFile(join(folder, 'report.xml'), reportXml());
  const { exitCode, stdout } = await sendaudit('dmarc', folder);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('4 other mails or reports passed over');
  const section = stdout.slice(stdout.indexOf('Passed over'));
  expect(section.indexOf('a mail without a report')).toBeGreaterThan(0);
  expect(section.indexOf('a TLS report: sendaudit tlsrpt reads it')).toBeGreaterThan(section.indexOf('a mail without'));
  expect(section).toContain('a failure report: sendaudit failures reads it');
  const json = JSON.parse((await sendaudit('dmarc', folder, '--format', 'json')).stdout) as object;
  expect(json).toMatchObject({
    inputs: {
      read: 5,
      failed: [],
      passedOver: [
        { path: join(folder, 'a.eml'), what: 'a mail without a report' },
        { path: join(folder, 'b.json') },
        { path: join(folder, 'c.eml') },
        { path: join(folder, 'd.eml') },
      ],
    },
  });
});

test('nothing but something else is said in a sentence', async () => {
  const { exitCode, stderr } = await sendaudit('dmarc', folder);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('no aggregate report found');
  expect(stderr).toContain('2 × a mail without a report');
});
