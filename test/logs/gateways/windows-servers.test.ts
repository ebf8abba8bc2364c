import { expect, test } from 'vitest';
import hmailserver from '../../../src/logs/formats/hmailserver.ts';
import kerioConnect from '../../../src/logs/formats/kerio-connect.ts';
import mimecastPipe from '../../../src/logs/formats/mimecast-pipe.ts';
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
