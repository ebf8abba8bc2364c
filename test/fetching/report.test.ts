import { Ajv2020 } from 'ajv/dist/2020.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REPORT_SCHEMA } from '../../src/core/json-schema.ts';
import { imapServer } from '../support/imap-server.ts';
import { reportMail } from '../support/report-mail.ts';
import { sendaudit, sendauditIn } from '../support/sendaudit.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-fetch-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function fetched(to: string, ...argv: readonly string[]) {
  const server = await imapServer({ mails: [1, 2].map((id) => reportMail({ id })) });
  const env = { LANG: 'C.UTF-8', SENDAUDIT_IMAP_PASSWORD: 'secret' };
  const url = `imap://reports@localhost:${server.port}`;
  return sendauditIn({ env }, 'fetch', url, '--insecure', '--to', to, ...argv);
}

test('a document of --format json keeps to its schema', async () => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { 'date-time': true } });
  const isReport = ajv.compile(REPORT_SCHEMA);
  for (const argv of [[], ['--limit', '1'], ['--dry-run'], ['--move-to', 'Archive']]) {
    const { stdout, exitCode } = await fetched(await mkdtemp(join(folder, 'to-')), '--format', 'json', ...argv);
    const document = JSON.parse(stdout) as object;
    expect(isReport(document) ? [] : isReport.errors).toEqual([]);
    expect(document).toMatchObject({ command: 'fetch', summary: { exitCode }, inputs: { failed: [] } });
  }
});

test('a line, or a row, is a mail that was fetched', async () => {
  const to = await mkdtemp(join(folder, 'to-'));
  const { stdout } = await fetched(to, '--format', 'jsonl');
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { mailbox: 'INBOX', uidValidity: '7', uid: 1 },
    { mailbox: 'INBOX', uidValidity: '7', uid: 2 },
  ]);
  const csv = await fetched(await mkdtemp(join(folder, 'to-')), '--format', 'csv');
  expect(csv.stdout.split('\n')[0]?.trim()).toBe('mailbox,uidValidity,uid,octets,file');
});

test('what reads reports passes over what fetch remembers', async () => {
  const to = await mkdtemp(join(folder, 'to-'));
  await fetched(to);
  const { stdout } = await sendaudit('dmarc', to, '--format', 'json');
  expect(stdout).not.toContain('.sendaudit-fetch');
});
