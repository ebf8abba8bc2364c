import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

const TOP = 'From: dmarc@receiver.example\nSubject: Report Domain: example.com Submitter: receiver.example\n';
const FIELDS =
  'Feedback-Type: auth-failure\nUser-Agent: gate/1\nVersion: 1\nSource-IP: 198.51.100.44\nReported-Domain: receiver.example\n' +
  'Arrival-Date: Tue, 15 Sep 2026 09:12:02 +0000\nAuthentication-Results: receiver.example; spf=fail smtp.mailfrom=example.com\n';
const HEADER = 'Received: from x\nFrom: "A" <boss@shop.example.com>\nSubject: pay\n';
const WORDS =
  'This is an authentication-failure report for an email message received from IP 192.0.2.9 on Mon, 14 Sep 2026.\n';

async function read(name: string, text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'in-text-')), name);
  writeFileSync(file, text);
  const { stdout, exitCode } = await sendaudit('failures', file, '--format', 'jsonl');
  return { exitCode, rows: stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown])) };
}

describe('a failure report whose fields stand in the text for people', () => {
  const told = {
    feedbackType: 'auth-failure',
    reporter: 'receiver.example',
    sourceIp: '198.51.100.44',
    arrivalDate: '2026-09-15T09:12:02Z',
    headerFrom: 'shop.example.com',
    original: { from: 'boss@shop.example.com' },
  };

  it.each([
    ['behind words, with the reported header behind them', `${TOP}\n${WORDS}${FIELDS}\n\n${HEADER}`],
    ['behind words, with CRLF', `${TOP}\n${WORDS}${FIELDS}\n\n${HEADER}`.replaceAll('\n', '\r\n')],
    [
      'with a line between',
      `${TOP}\n${WORDS}\n${FIELDS}\n--- BEGIN ORIGINAL MESSAGE HEADERS ---\n\n${HEADER}\n--- END ---`,
    ],
  ])('is read: %s', async (_, mail) => {
    expect(await read('a.eml', mail)).toMatchObject({ exitCode: 0, rows: [told] });
  });

  it('is read with the header behind the fields where no mail is around them', async () => {
    expect(await read('a.txt', `${FIELDS}\n${HEADER}`)).toMatchObject({
      rows: [{ headerFrom: 'shop.example.com', sourceIp: '198.51.100.44' }],
    });
  });

  it('is none where somebody only writes about them', async () => {
    const mail = `${TOP}\nWhat does Feedback-Type: auth-failure mean, and Source-IP: there?\n`;
    expect((await read('a.eml', mail)).rows).toEqual([]);
  });
});
