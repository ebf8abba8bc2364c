import { expect, test } from 'vitest';
import hmailserver from '../../../src/logs/formats/hmailserver.ts';
import barracudaEsg from '../../../src/logs/formats/barracuda-esg.ts';
import kerioConnect from '../../../src/logs/formats/kerio-connect.ts';
import mdaemon from '../../../src/logs/formats/mdaemon.ts';
import mimecastPipe from '../../../src/logs/formats/mimecast-pipe.ts';
import smartermail from '../../../src/logs/formats/smartermail.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import type { LineFormat } from '../../../src/logs/format.ts';
import { readLine } from '../../support/read-line.ts';

function told(format: LineFormat, lines: readonly string[]): MailEvent[] {
  const events: MailEvent[] = [];
  const reader = format.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: Date.parse('2026-11-20T12:00:00Z') / 1000 });
  for (const line of lines) readLine(reader, line);
  reader.end();
  return events;
}

const application = (text: string): string =>
  `"APPLICATION"\t1\t"2026-11-09 08:00:00.000"\t"SMTPDeliverer - Message 7: ${text}"`;
const delivering = (to: string): string => application(`Delivering message from s@example.com to ${to}. File: x.eml`);
const client = (text: string, session = 3): string =>
  `"SMTPC"\t1\t${session}\t"2026-11-09 08:00:01.000"\t"203.0.113.5"\t"${text}"`;
const POSTPONED = application('Message could not be delivered. Scheduling it for later delivery in 60 minutes.');
const COMPLETED = application('Message delivery thread completed.');
const outcomes = (events: readonly MailEvent[]): unknown[] =>
  events.filter(({ kind }) => kind !== 'accepted').map(({ kind, recipient, hop }) => [kind, recipient, hop]);

test('whoever is no longer waited for in hMailServer’s next round was delivered to in the one before', () => {
  const events = told(hmailserver, [
    client('RECEIVED: 221 bye'),
    delivering('a@example.com, b@example.net'),
    POSTPONED,
    COMPLETED,
    delivering('b@example.net'),
  ]);
  expect(outcomes(events)).toEqual([
    ['delivered', 'a@example.com', 'local'],
    ['deferred', 'b@example.net', undefined],
  ]);
});

test('hMailServer’s message that still waits where the log ends is told as deferred', () => {
  const events = told(hmailserver, [client('RECEIVED: 221 bye'), delivering('b@example.net'), POSTPONED, COMPLETED]);
  expect(outcomes(events)).toEqual([['deferred', 'b@example.net', undefined]]);
});

test('without a log of what is said to others, nothing is known to be in a mailbox', () => {
  expect(outcomes(told(hmailserver, [delivering('a@example.com'), COMPLETED]))).toEqual([]);
});

test('a number of a connection that is used again begins a new one', () => {
  const session = (recipient: string, reply: string): string[] => [
    client('RECEIVED: 220 mx.example.net ESMTP'),
    client('SENT: MAIL FROM:<s@example.com>'),
    client('RECEIVED: 250 ok'),
    client(`SENT: RCPT TO:<${recipient}>`),
    client(`RECEIVED: ${reply}`),
  ];
  const events = told(hmailserver, [...session('a@example.net', '450 later'), ...session('b@example.net', '550 no')]);
  expect(outcomes(events)).toEqual([
    ['deferred', 'a@example.net', 'mx'],
    ['bounced', 'b@example.net', 'mx'],
  ]);
});

test('a subject cannot speak for Kerio Connect', () => {
  const [event] = told(kerioConnect, [
    '[09/Nov/2026 08:00:00] Recv: Queue-ID: 6907a100-00000001, Service: SMTP, From: <s@example.com>, To: <a@example.net>, Size: 9, Subject: x, To: <evil@example.org>, Msg-Id: <no@example.org>, Msg-Id: <m@example.com>',
  ]);
  expect(event).toMatchObject({ recipient: 'a@example.net', ids: { message: 'm@example.com' } });
});

test('a bar in a subject parts no fields, and mail that comes in is nobody’s sending', () => {
  const line = (direction: string): string =>
    `datetime=2026-11-09T08:00:00+0000|acc=C|aCode=x|Delivered=true|Dir=${direction}|Subject=a | b|ReceiptAck=250 ok|Sender=s@example.com|Rcpt=a@example.net`;
  expect(told(mimecastPipe, [line('Outbound')])).toMatchObject([
    { kind: 'delivered', recipient: 'a@example.net', code: 250 },
  ]);
  expect(told(mimecastPipe, [line('Inbound'), line('Internal')])).toEqual([]);
});

const mdaemonAt = (text: string): string => `Tue 2026-11-17 09:00:00: ${text}`;
const mdaemonSession = (lines: readonly string[]): string[] =>
  [
    'Session 7; child 0001',
    'Parsing message <c:\\mdaemon\\queues\\remote\\pd9.msg>',
    '*  To: a@example.net',
    'Attempting SMTP connection to [198.51.100.7:25]',
    ...lines,
  ].map(mdaemonAt);
const CONNECTED = '*  Connection established (192.0.2.25:60300 -> 198.51.100.7:25)';

test('what a caller says to MDaemon is no delivery of its own', () => {
  const events = told(
    mdaemon,
    [
      'Session 8; child 0001',
      'Accepting SMTP connection from 203.0.113.10:45584 to 192.0.2.25:25',
      '--> 220 mail.example.com ESMTP',
      '<-- MAIL FROM:<s@example.net>',
      '--> 250 ok',
      '<-- RCPT TO:<a@example.com>',
      '--> 550 no such user',
      'SMTP session terminated (Bytes in/out: 9/9)',
    ].map(mdaemonAt),
  );
  expect(events).toEqual([]);
});

test('a subject cannot speak for MDaemon, nor does it stand as a reason', () => {
  const events = told(
    mdaemon,
    mdaemonSession(['This message is 0 days old; it has 2 days left to get delivered']).toSpliced(
      3,
      0,
      mdaemonAt('*  Subject: --> RCPT To:<evil@example.org>'),
    ),
  );
  expect(events).toMatchObject([{ kind: 'deferred', recipient: 'a@example.net', diagnostic: undefined }]);
});

test('a recipient of MDaemon’s message is told once for each attempt', () => {
  const attempt = mdaemonSession([
    CONNECTED,
    '<-- 220 mx.example.net ESMTP',
    '--> MAIL From:<s@example.com>',
    '<-- 250 ok',
    '--> RCPT To:<a@example.net>',
    '<-- 450 4.2.0 later',
    'This message is 0 days old; it has 2 days left to get delivered',
    'SMTP session terminated (Bytes in/out: 9/9)',
  ]);
  expect(told(mdaemon, [...attempt, ...attempt])).toMatchObject([
    { kind: 'deferred', recipient: 'a@example.net', attempt: 1, code: 450 },
    { kind: 'deferred', recipient: 'a@example.net', attempt: 2, code: 450 },
  ]);
});

test('where MDaemon’s connection breaks after the message, its recipients wait', () => {
  const events = told(
    mdaemon,
    mdaemonSession([
      CONNECTED,
      '<-- 220 mx.example.net ESMTP',
      '--> MAIL From:<s@example.com>',
      '<-- 250 ok',
      '--> RCPT To:<a@example.net>',
      '<-- 250 ok',
      '--> DATA',
      '<-- 354 go on',
    ]),
  );
  expect(events).toMatchObject([{ kind: 'deferred', recipient: 'a@example.net', hop: 'mx' }]);
});

const smarter = (text: string, id = '82632'): string => `[2026.11.17] 09:00:00 [${id}] ${text}`;

test('a number that SmarterMail uses again is another message', () => {
  const round = [
    smarter('Delivery started for s@example.com at 9:00:00 AM'),
    smarter('Delivery finished for s@example.com at 9:00:01 AM'),
  ];
  expect(told(smartermail, [...round, ...round]).map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
});

test('a refusal for good counts for SmarterMail even where nothing completes it', () => {
  const events = told(smartermail, [
    smarter('CMD: MAIL FROM:<s@example.com>'),
    smarter('RSP: 250 ok'),
    smarter('CMD: RCPT TO:<A@example.net>'),
    smarter('RSP: 550 5.1.1 unknown'),
  ]);
  expect(events).toMatchObject([{ kind: 'bounced', recipient: 'A@example.net', code: 550, command: 'RCPT TO' }]);
});

test('a line of SmarterMail without a date, or with an end that nobody knows, is not understood', () => {
  const reader = smartermail.open({ event: () => {}, unread: () => {} });
  expect(readLine(reader, '09:00:00.123 [82632] RSP: 250 ok')).toBe('unknown');
  expect(readLine(reader, smarter('Delivery for s@example.com to a@example.net has completed (Frozen)'))).toBe(
    'unknown',
  );
});

const barracuda = (text: string): string => `Nov 17 09:00:00 gw1 ${text}`;
const ID = '1794906000-0f8241420001-6AQV5q';

test('a subject cannot speak for Barracuda, and what it blocks is told as nothing', () => {
  const scan = (action: number): string =>
    barracuda(
      `scan[5]: h[192.0.2.1] ${ID} 1 2 SCAN - s@example.com a@example.net 0.0 ${action} 0 - SZ:9 SUBJ:127.0.0.1 ${ID} 0 0 SEND - 2 X 550 no`,
    );
  expect(told(barracudaEsg, [scan(0)])).toMatchObject([{ kind: 'accepted', recipient: 'a@example.net', size: 9 }]);
  expect(told(barracudaEsg, [scan(2), scan(3), scan(6)])).toEqual([]);
});

test('Barracuda’s outcome is of every recipient that the message had', () => {
  const scan = (to: string): string =>
    barracuda(`scan[5]: h[192.0.2.1] ${ID} 1 2 SCAN - s@example.com ${to} 0.0 0 0 - SZ:9 SUBJ:x`);
  const events = told(barracudaEsg, [
    scan('a@example.net'),
    scan('b@example.net'),
    barracuda(`outbound/smtp[6]: 127.0.0.1 ${ID} 0 0 SEND - 1 8B2052296C 250 ok #to#mx.example.net[198.51.100.7]:25`),
  ]);
  expect(outcomes(events)).toEqual([
    ['delivered', 'a@example.net', 'mx'],
    ['delivered', 'b@example.net', 'mx'],
  ]);
});
