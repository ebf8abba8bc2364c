import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEvents } from '../../src/delivery/reading/read.ts';
import type { MailEvent } from '../../src/logs/event.ts';
import { defineLogFormat, type LogFormat } from '../../src/logs/format.ts';
import { logFormats } from '../../src/logs/formats/all.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-mails-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(files: Readonly<Record<string, string | Uint8Array>>, formats: readonly LogFormat[] = logFormats) {
  const root = mkdtempSync(join(folder, 'run-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const events: MailEvent[] = [];
  const reading = await readEvents([root], {
    formats,
    now: 1_800_000_000,
    onEvent: (event) => void events.push(event),
  });
  return { ...reading, told: events.map(({ source, kind, recipient }) => `${source} ${kind} ${recipient}`) };
}

const BOUNCE = `From: MAILER-DAEMON@mx.example.net
To: bounces@example.com
Subject: failure notice
Date: Tue, 10 Nov 2026 09:00:00 +0100

Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.

<anna@example.org>:
Sorry, no mailbox here by that name. (#5.1.1)
`;
const dsn = (fields: string): string => `From: MAILER-DAEMON@mx.example.net
Subject: Returned mail
Date: Tue, 10 Nov 2026 09:00:00 +0100
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

${fields}
`;
const BERT = dsn('Final-Recipient: rfc822; bert@example.org\nAction: failed\nStatus: 5.2.2');
const around = (type: string, inner: string): string => `From: Carl <carl@example.com>
Subject: Fwd: this came back
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

See below.
--b
Content-Type: ${type}

${inner}
--b--
`;

test('a mail an editor saved behind a byte order mark is the mail it was', async () => {
  const { told } = await read({
    'a.eml': `\uFEFFReturn-Path: <>\n${BOUNCE}`,
    'b.eml': `\uFEFFFrom MAILER-DAEMON Tue Nov 10 09:00:01 2026\n${BERT}`,
  });
  expect(told.toSorted()).toEqual(['bounce-text bounced anna@example.org', 'dsn bounced bert@example.org']);
});

test('mails of all kinds lie in one folder: files, mailboxes, a Maildir, packed or not', async () => {
  const { told, formats, unread } = await read({
    'a.eml': BOUNCE,
    'b.eml.gz': gzipSync(BERT),
    'box.mbox': `From MAILER-DAEMON Tue Nov 10 09:00:00 2026\n${BOUNCE}\nFrom MAILER-DAEMON Tue Nov 10 09:00:01 2026\n${BERT}`,
    'Maildir/new/1762761600.M1P1.mx,S=500': BERT,
  });
  expect(told.toSorted()).toEqual([
    'bounce-text bounced anna@example.org',
    'bounce-text bounced anna@example.org',
    'dsn bounced bert@example.org',
    // The mail in the Maildir is the packed one: the same bytes are read once.
    'dsn bounced bert@example.org',
  ]);
  expect(formats).toEqual(
    expect.arrayContaining([
      { id: 'bounce-text', files: 2 },
      { id: 'dsn', files: 2 },
    ]),
  );
  expect(unread.count).toBe(0);
});

test.each(['\r\n', '\r'])('lines that end in %j are lines', async (end) => {
  const { told } = await read({
    'a.eml': BOUNCE.replaceAll('\n', end),
    'b.eml': BERT.replaceAll('\n', end),
  });
  expect(told).toEqual(['bounce-text bounced anna@example.org', 'dsn bounced bert@example.org']);
});

test('a bounce that somebody forwarded is read where it lies, as deep as it may', async () => {
  const forwarded = around('message/rfc822', BERT);
  expect((await read({ 'a.eml': forwarded })).told).toEqual(['dsn bounced bert@example.org']);
  expect((await read({ 'a.eml': around('message/rfc822', forwarded) })).told).toEqual(['dsn bounced bert@example.org']);
});

test('a letter is no bounce, even one that speaks of bounces: it is counted and shown', async () => {
  const { told, unread } = await read({
    'letter.eml':
      'From: dora@example.org\nSubject: Our meeting\n\nYour message to emil@example.org could not be delivered, I hear. 550 5.1.1?\n',
  });
  expect(told).toEqual([]);
  expect(unread.list().map(({ why, samples }) => [why, samples])).toEqual([
    ['a mail that tells of no delivery', ['Our meeting']],
  ]);
});

test('reports that other commands read are passed over, and said to be', async () => {
  const { told, unread, inputs } = await read({
    'dmarc.eml':
      'From: r@receiver.example\nSubject: Report Domain: example.com Submitter: receiver.example Report-ID: <1>\n\nx\n',
    'tls.eml':
      'From: r@receiver.example\nSubject: TLS\nContent-Type: multipart/report; report-type=tlsrpt; boundary=b\n\n--b\n\nx\n--b--\n',
    'failure.eml': `From: r@receiver.example\nSubject: x\nContent-Type: message/feedback-report\n\nFeedback-Type: auth-failure\nVersion: 1\n`,
  });
  expect({ told, unread: unread.count }).toEqual({ told: [], unread: 0 });
  expect(inputs.passedOver?.map(({ what }) => what).toSorted()).toEqual([
    'a DMARC report',
    'a TLS report',
    'a report of failed authentication',
  ]);
});

test('an event that a service sends as the text of a mail is read by its own format', async () => {
  const service = defineLogFormat({
    id: 'service',
    title: 'Service',
    obtain: '',
    sources: [],
    shape: 'records',
    recognise: ({ notice }) => (notice === undefined ? 0 : 0.9),
    read({ notice }, sink) {
      sink.event({
        time: 1,
        kind: 'bounced',
        source: 'service',
        ids: {},
        recipient: String(notice),
        recipientDomain: '',
        tags: {},
      });
      return true;
    },
  });
  const mail =
    'From: no-reply@sns.example\nSubject: Notification\n\n{"notice":"fred@ex\nample.org"}\n\n--\nTo leave, follow the link.\n';
  expect((await read({ 'a.eml': mail }, [...logFormats, service])).told).toEqual(['service bounced fred@example.org']);
});

test('a mail of ten megabytes is read by its beginning, in little memory', async () => {
  const head = BERT.replace('Content-Type: message/delivery-status\n\n', '');
  const big = `${head.split('\n\n')[0] ?? ''}
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Final-Recipient: rfc822; bert@example.org
Action: failed
Status: 5.3.4

--b
Content-Type: message/rfc822

${'0123456789abcdef'.repeat(4)}\n`.concat(`${'x'.repeat(75)}\n`.repeat(140_000));
  const before = process.memoryUsage().arrayBuffers;
  const { told } = await read({ 'big.eml': big });
  expect(told).toEqual(['dsn bounced bert@example.org']);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
});

test('what is said of a message that comes back is joined to the event', async () => {
  const events: MailEvent[] = [];
  await readEvents(['fixtures/logs/dsn.mbox'], {
    formats: logFormats,
    now: 1_800_000_000,
    onEvent: (event) => void events.push(event),
  });
  expect(readFileSync('fixtures/logs/dsn.mbox', 'utf8')).toContain('offer-1@news.example.com');
  expect(events[0]).toMatchObject({
    ids: { queue: '4Zx1aB3k9Lz8T', host: 'mx.sender.example', message: 'offer-1@news.example.com' },
    from: 'shop@news.example.com',
    envelopeFrom: 'bounces@news.example.com',
    dkim: [{ domain: 'news.example.com', selector: 'nl1' }],
    tags: { 'original-recipient': 'anna.alias@example.net' },
  });
});
