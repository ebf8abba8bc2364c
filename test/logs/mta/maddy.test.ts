import { expect, test } from 'vitest';
import maddy from '../../../src/logs/formats/maddy.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import { readLine } from '../../support/read-line.ts';

function told(lines: readonly string[]): MailEvent[] {
  const events: MailEvent[] = [];
  const reader = maddy.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: Date.parse('2026-11-20T12:00:00Z') / 1000 });
  for (const line of lines) readLine(reader, line);
  reader.end();
  return events;
}

const at = (said: string, fields: Readonly<Record<string, unknown>>, module = 'target.queue'): string =>
  `2026-11-17T09:00:00.000Z ${module}: ${said}\t${JSON.stringify({ msg_id: '3b24958c', ...fields })}`;
const failed = (rcpt: string, fields: Readonly<Record<string, unknown>>): string =>
  at('delivery attempt failed', { rcpt, reason: 'x', ...fields });
const ANSWER = { remote_server: 'mx.example.net.', target: 'remote' };
const LATER = { ...ANSWER, smtp_code: 450, smtp_enchcode: '4.2.0', smtp_msg: 'mx.example.net. said: later' };
const NEVER = { ...ANSWER, smtp_code: 550, smtp_enchcode: '5.1.1', smtp_msg: 'mx.example.net. said: no' };
const given = (rcpt: string): string => at('not delivered, permanent error', { rcpt });
const RETRY = at('will retry', { rcpts: ['a@example.net'] });
const kinds = (events: readonly MailEvent[]): unknown[] => events.map(({ kind, recipient }) => [kind, recipient]);

test('whether a failure is the last, the line behind it tells', () => {
  expect(kinds(told([failed('a@example.net', NEVER), given('a@example.net')]))).toEqual([['bounced', 'a@example.net']]);
  expect(kinds(told([failed('a@example.net', LATER), given('a@example.net')]))).toEqual([['expired', 'a@example.net']]);
  expect(kinds(told([failed('a@example.net', LATER), RETRY]))).toEqual([['deferred', 'a@example.net']]);
});

test('failures of several recipients are told apart, whatever stands between their lines', () => {
  const events = told([
    failed('a@example.net', LATER),
    failed('b@example.net', NEVER),
    given('b@example.net'),
    at('delivered', { rcpt: 'c@example.net', attempt: 1 }),
    RETRY,
  ]);
  expect(kinds(events)).toEqual([
    ['bounced', 'b@example.net'],
    ['delivered', 'c@example.net'],
    ['deferred', 'a@example.net'],
  ]);
});

test('where the log ends before that line, the reply says it', () => {
  expect(kinds(told([failed('a@example.net', NEVER), failed('b@example.net', LATER)]))).toEqual([
    ['bounced', 'a@example.net'],
    ['deferred', 'b@example.net'],
  ]);
});

test('a code that maddy made up itself is no server’s reply', () => {
  const own = { smtp_code: 451, smtp_enchcode: '4.4.4', smtp_msg: 'MX lookup error' };
  expect(told([failed('a@example.net', own), RETRY])).toMatchObject([
    { kind: 'deferred', code: undefined, enhancedCode: '4.4.4', diagnostic: 'MX lookup error: x', hop: undefined },
  ]);
});

test('who was taken in for a mailbox here is told of as nothing', () => {
  const events = told([
    at('incoming message', { sender: 's@example.net', src_host: 'x', src_ip: '198.51.100.7:5' }, 'smtp'),
    at('RCPT ok', { rcpt: 'a@example.com' }, 'smtp'),
    at('accepted', {}, 'smtp'),
  ]);
  expect(events).toEqual([]);
});

test('with a message’s second attempt it is not taken in once more', () => {
  const events = told([
    at('accepted', {}, 'submission'),
    failed('a@example.net', LATER),
    RETRY,
    at('delivered', { rcpt: 'a@example.net', attempt: 2 }),
  ]);
  expect(events.map(({ kind, attempt }) => [kind, attempt])).toEqual([
    ['accepted', undefined],
    ['deferred', 1],
    ['delivered', 2],
  ]);
});
