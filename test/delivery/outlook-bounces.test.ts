import * as fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compoundFileOf, messageStorage, type MessageFile } from '../intake/msg-bytes.ts';
import { sendaudit } from '../support/sendaudit.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-outlook-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function eventsIn(file: Uint8Array): Promise<Record<string, unknown>[]> {
  const path = join(folder, 'saved.msg');
  writeFileSync(path, file);
  const { stdout } = await sendaudit('logs', path, '--format', 'jsonl');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
const saved = (message: MessageFile): Buffer => compoundFileOf(messageStorage(message));

const SMTP = '39FE';
const INFO = '0C1B';
const report = (name: string, more: Partial<MessageFile> = {}): MessageFile => ({
  texts: { '001A': name, '0037': 'Undeliverable: Autumn offers', '0C1A': 'Microsoft Outlook' },
  delivered: 1_793_000_000,
  recipients: [
    {
      texts: { [SMTP]: 'anna@example.org', [INFO]: '<mx.example.org #5.1.1 smtp;550 5.1.1 no such user>' },
      numbers: { 0x0c20: 511 },
    },
  ],
  ...more,
});

test('a report in Outlook’s own form tells each recipient that failed, and why', async () => {
  const file = saved(
    report('REPORT.IPM.Note.NDR', {
      recipients: [...(report('').recipients ?? []), { texts: { '3003': 'bert@example.net' }, numbers: { 0x0c05: 5 } }],
      attachments: [
        {
          name: 'Autumn offers',
          message: { texts: { '5D01': 'shop@news.example.com', '1035': '<offer-1@news.example.com>' } },
        },
      ],
    }),
  );
  expect(await eventsIn(file)).toMatchObject([
    {
      kind: 'bounced',
      time: '2026-10-26T07:33:20Z',
      recipient: 'anna@example.org',
      code: 550,
      enhancedCode: '5.1.1',
      bounceClass: 'user-unknown',
      from: 'shop@news.example.com',
      ids: { message: 'offer-1@news.example.com' },
    },
    { kind: 'expired', recipient: 'bert@example.net', enhancedCode: '4.4.7' },
  ]);
});

test.each([
  ['REPORT.IPM.Note.NDR', 'bounced'],
  ['REPORT.IPM.Note.Delayed.DR', 'deferred'],
  ['REPORT.IPM.Note.DR', 'delivered'],
  ['REPORT.IPM.Note.Relayed.DR', 'delivered'],
])('a message of the class %s is %s', async (name, kind) => {
  expect((await eventsIn(saved(report(name)))).map((event) => event['kind'])).toEqual([kind]);
});

test.each(['REPORT.IPM.Note.IPNRN', 'REPORT.IPM.Note.IPNNRN', 'IPM.Note'])(
  'a message of the class %s is none',
  async (name) => {
    expect(await eventsIn(saved(report(name)))).toEqual([]);
  },
);

const BOUNCE =
  'This is the mail system at host mx.example.net.\r\n\r\n<anna@example.org>: host mx.example.org[192.0.2.1] said: 552 5.2.2 mailbox full (in reply to RCPT TO command)\r\n';
const HEADERS =
  'From: MAILER-DAEMON@mx.example.net\r\nSubject: Undelivered Mail\r\nDate: Tue, 10 Nov 2026 09:00:00 +0100\r\n';

test('a bounce of another server, saved from Outlook, is read by its text, or by the report attached to it', async () => {
  const full = { kind: 'bounced', recipient: 'anna@example.org', bounceClass: 'mailbox-full' };
  expect(await eventsIn(saved({ headers: HEADERS, body: BOUNCE }))).toMatchObject([full]);
  const status = Buffer.from('Final-Recipient: rfc822; anna@example.org\r\nAction: failed\r\nStatus: 5.2.2\r\n');
  const attachments = [{ name: 'details.txt', type: 'message/delivery-status', content: status }];
  expect(await eventsIn(saved({ headers: HEADERS, body: 'x', attachments }))).toMatchObject([full]);
});

test('a bounce whose text is a page is read in the charset that the page names', async () => {
  const page = (charset: string, bytes: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(`<html><head><meta content="text/html; charset=${charset}"></head><body><p>`), bytes]);
  const headers = 'From: postmaster@example.net\r\nSubject: Undelivered\r\n';
  const said = 'Your message to <b>anna@example.org</b> could not be delivered:<br>552 5.2.2 mailbox full';
  const full = { kind: 'bounced', recipient: 'anna@example.org', bounceClass: 'mailbox-full' };
  expect(await eventsIn(saved({ headers, html: page('utf-8', Buffer.from(said)) }))).toMatchObject([full]);
  // «Не доставлено anna@example.org: ящик переполнен» in KOI8-R.
  const koi = Buffer.from(
    'eec520c4cfd3d4c1d7ccc5cecf20616e6e61406578616d706c652e6f72673a20d1ddc9cb20d0c5d2c5d0cfcccec5ce',
    'hex',
  );
  expect(await eventsIn(saved({ headers, html: page('koi8-r', koi) }))).toMatchObject([full]);
});

test('a report that somebody sent on as an attachment is read where it lies', async () => {
  const file = saved({
    headers: 'From: carl@example.com\r\nSubject: look\r\n',
    body: 'See below.',
    attachments: [{ name: 'Undeliverable', message: report('REPORT.IPM.Note.NDR') }],
  });
  expect(await eventsIn(file)).toMatchObject([{ kind: 'bounced', recipient: 'anna@example.org' }]);
});

test('however broken, a saved report is read without a throw', async () => {
  const whole = saved(report('REPORT.IPM.Note.NDR', { attachments: [{ name: 'm', message: { headers: HEADERS } }] }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.constantFrom(0, 1, 5, 255)), { maxLength: 30 }),
      async (changes) => {
        const broken = Buffer.from(whole);
        for (const [at, value] of changes) broken[at] = value;
        for (const event of await eventsIn(broken)) expect(typeof event['kind']).toBe('string');
      },
    ),
    { numRuns: 60 },
  );
});
