import { expect, test } from 'vitest';
import { readPostfix } from '../../support/postfix.ts';

const ID = '1A2B3C4D5';
const at = (second: number): string =>
  `2026-11-09T10:${String(10 + Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}Z mx1`;
const client = (second: number, user: string): string =>
  `${at(second)} postfix/submission/smtpd[2]: ${ID}: client=app.example.com[192.0.2.9], sasl_method=PLAIN, sasl_username=${user}`;
const queued = (second: number, from = 'shop@example.com'): string =>
  `${at(second)} postfix/qmgr[4]: ${ID}: from=<${from}>, size=900, nrcpt=1 (queue active)`;
const sent = (second: number, to = 'ann@example.net'): string =>
  `${at(second)} postfix/smtp[7]: ${ID}: to=<${to}>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok)`;
const deferred = (second: number): string =>
  sent(second).replace(
    'dsn=2.0.0, status=sent (250 2.0.0 Ok)',
    'dsn=4.7.0, status=deferred (host said: 450 4.7.0 later)',
  );
const removed = (second: number): string => `${at(second)} postfix/qmgr[4]: ${ID}: removed`;

const told = (lines: readonly string[]): string[] =>
  readPostfix(lines).events.map(({ kind, tags }) => `${kind} ${tags['sasl'] ?? tags['notification'] ?? 'of nobody'}`);

test('a line that says late who handed a message in is about that message, and not about another', () => {
  expect(told([queued(0), client(0, 'anna'), sent(1)])).toEqual(['accepted anna', 'delivered anna']);
  expect(told([client(0, 'anna'), queued(0), client(3, 'anna'), sent(3)])).toEqual(['accepted anna', 'delivered anna']);
});

test('an id that is used again is another message: at once where the first is gone, later in any case', () => {
  const twice = (second: number, ...gone: string[]): string[] =>
    told([client(0, 'anna'), queued(0), sent(1), ...gone, client(second, 'ben'), queued(second), sent(second)]);
  const both = ['accepted anna', 'delivered anna', 'accepted ben', 'delivered ben'];
  expect(twice(2, removed(1))).toEqual(both);
  expect(twice(30)).toEqual(both);
  // Where nobody said who handed the first one in.
  expect(told([queued(0), sent(1), client(30, 'ben'), queued(30), sent(31)])).toEqual([
    'accepted of nobody',
    'delivered of nobody',
    'accepted ben',
    'delivered ben',
  ]);
});

test('where only the queue manager speaks, one that is as large as the first was not is another, once the first is gone', () => {
  const other = queued(6, 'news@example.org').replace('size=900', 'size=1200');
  const { events } = readPostfix([queued(0), sent(1), removed(1), other, sent(7)]);
  expect(events.map(({ kind, envelopeFrom, size }) => `${kind} ${envelopeFrom} ${size}`)).toEqual([
    'accepted shop@example.com 900',
    'delivered shop@example.com 900',
    'accepted news@example.org 1200',
    'delivered news@example.org 1200',
  ]);
  // A line that comes late says the same as the first.
  expect(told([queued(0), sent(1), removed(1), queued(2)])).toHaveLength(2);
});

test('the first message under an id that is used again is open no longer', () => {
  const lines = [client(0, 'anna'), queued(0), deferred(1), client(60, 'ben'), queued(60), deferred(61)];
  expect(readPostfix(lines).open).toBe(1);
  expect(readPostfix([...lines, sent(70), removed(70)]).open).toBe(0);
});

test('a message of which nothing is heard for ten days is open no longer: no queue keeps one for so long', () => {
  const other = (day: number): string =>
    `2026-11-${day}T10:00:00Z mx1 postfix/qmgr[4]: 6F7089ABC: from=<shop@example.com>, size=900, nrcpt=1 (queue active)`;
  expect(readPostfix([queued(0), deferred(1), other(18)]).open).toBe(2);
  expect(readPostfix([queued(0), deferred(1), other(20)]).open).toBe(1);
});

test('a notification that was announced and never came names no later message under its id', () => {
  const announced = `${at(0)} postfix/bounce[6]: 6F7089ABC: sender non-delivery notification: ${ID}`;
  expect(told([announced, queued(2, ''), sent(2)])).toEqual(['accepted bounce', 'delivered bounce']);
  expect(told([announced, queued(60), sent(61)])).toEqual(['accepted of nobody', 'delivered of nobody']);
  // The announcement may be the later of the two lines.
  expect(told([queued(0, ''), announced, sent(1)])).toEqual(['accepted bounce', 'delivered bounce']);
});

test('a signature that is told twice is one, and others come beside it', () => {
  const signed = (selector: string): string =>
    `${at(0)} opendkim[5]: ${ID}: DKIM-Signature field added (s=${selector}, d=example.com)`;
  const { events } = readPostfix([signed('s1'), signed('s1'), signed('s2'), signed('s1'), queued(0), sent(1)]);
  const both = ['s1', 's2'].map((selector) => ({ domain: 'example.com', selector }));
  expect(events.map(({ dkim }) => dkim)).toEqual([both, both]);
});
