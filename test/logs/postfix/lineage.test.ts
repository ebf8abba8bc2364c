import { expect, test } from 'vitest';
import type { MailEvent } from '../../../src/logs/event.ts';
import { readPostfix } from '../../support/postfix.ts';

const at = (second: number): string =>
  `2026-11-09T10:${String(52 + Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}Z mx1 postfix`;
const queued = (second: number, id: string): string[] => [
  `${at(second)}/cleanup[3]: ${id}: message-id=<m1@example.com>`,
  `${at(second)}/qmgr[4]: ${id}: from=<shop@example.com>, size=900, nrcpt=1 (queue active)`,
];
const delivery = (second: number, id: string, relay: string, status: string, process = 7): string =>
  `${at(second)}/smtp[${process}]: ${id}: to=<ann@example.net>, relay=${relay}, delay=1, delays=0/0/1/0, dsn=2.0.0, status=${status}`;
const submitted = (second: number, id: string): string[] => [
  `${at(second)}/submission/smtpd[2]: ${id}: client=app.example.com[192.0.2.9], sasl_method=PLAIN, sasl_username=shop`,
  ...queued(second, id),
];
const MX = 'mx.example.net[198.51.100.7]:25';
const FILTER = '127.0.0.1[127.0.0.1]:10024';
const told = (events: readonly MailEvent[]): string[] =>
  events.map(({ kind, ids, attempt }) => `${kind} ${ids.queue}${attempt === undefined ? '' : ` ${attempt}`}`);

test('a message that postsuper -r queues anew goes on as the one it was', () => {
  const { events, open } = readPostfix([
    ...submitted(0, '1A2B3C4D5'),
    delivery(9, '1A2B3C4D5', 'none', 'deferred (connect to mx.example.net[198.51.100.7]:25: Connection timed out)'),
    `${at(60)}/postsuper[8]: 1A2B3C4D5: requeued`,
    `${at(61)}/pickup[9]: 6F7089ABC: uid=89 from=<shop@example.com> orig_id=1A2B3C4D5`,
    ...queued(61, '6F7089ABC'),
    delivery(70, '6F7089ABC', MX, 'sent (250 2.0.0 Ok)'),
    `${at(70)}/qmgr[4]: 6F7089ABC: removed`,
  ]);
  expect(told(events)).toEqual(['accepted 1A2B3C4D5', 'deferred 1A2B3C4D5 1', 'delivered 1A2B3C4D5 2']);
  expect(events.map(({ tags }) => tags)).toEqual([{ sasl: 'shop' }, { sasl: 'shop' }, { sasl: 'shop' }]);
  expect(open).toBe(0);
});

test('where the log begins after the message was queued anew, it begins with that', () => {
  const { events } = readPostfix([
    `${at(61)}/pickup[9]: 6F7089ABC: uid=89 from=<shop@example.com> orig_id=1A2B3C4D5`,
    ...queued(61, '6F7089ABC'),
    delivery(70, '6F7089ABC', MX, 'sent (250 2.0.0 Ok)'),
  ]);
  expect(told(events)).toEqual(['accepted 6F7089ABC', 'delivered 6F7089ABC 1']);
});

test.each([
  [
    'a filter that names no earlier id',
    delivery(
      1,
      '1A2B3C4D5',
      FILTER,
      'sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 6F7089ABC)',
    ),
    [`${at(1)}/smtpd[2]: 6F7089ABC: client=localhost[127.0.0.1]`],
  ],
  ['an alias', delivery(1, '1A2B3C4D5', 'local', 'sent (forwarded as 6F7089ABC)').replace('/smtp[', '/local['), []],
])('what %s hands on was sent by the same', (_, handed, client) => {
  const { events } = readPostfix([
    ...submitted(0, '1A2B3C4D5'),
    `${at(0)} opendkim[5]: 1A2B3C4D5: DKIM-Signature field added (s=s1, d=example.com)`.replace(
      'postfix opendkim',
      'opendkim',
    ),
    ...client,
    ...queued(1, '6F7089ABC'),
    handed,
    delivery(2, '6F7089ABC', MX, 'sent (250 2.0.0 Ok)'),
  ]);
  const last = events.find(({ ids, kind }) => ids.queue === '6F7089ABC' && kind === 'delivered');
  expect(last).toMatchObject({ tags: { sasl: 'shop' }, dkim: [{ domain: 'example.com', selector: 's1' }] });
});

test('an id in a reply that is another message here hands nothing on', () => {
  const { events } = readPostfix([
    ...submitted(0, '1A2B3C4D5'),
    `${at(1)}/cleanup[3]: 6F7089ABC: message-id=<m2@example.com>`,
    delivery(1, '1A2B3C4D5', '10.0.0.7[10.0.0.7]:25', 'sent (250 2.0.0 Ok: queued as 6F7089ABC)'),
    delivery(2, '6F7089ABC', MX, 'sent (250 2.0.0 Ok)'),
  ]);
  expect(events.find(({ ids }) => ids.queue === '6F7089ABC')?.tags).toEqual({});
});

test.each([
  '250 2.7.0 Ok, discarded, id=01234-05 - spam',
  '250 2.7.1 Ok, discarded, id=01234-05 - INFECTED: Eicar-Signature',
  '250 2.5.0 Ok, id=01234-05, BOUNCE',
])('what a filter lets nobody have is kept back: %s', (reply) => {
  const { events } = readPostfix([delivery(1, '1A2B3C4D5', FILTER, `sent (${reply})`)]);
  expect(events.map(({ kind }) => kind)).toEqual(['dropped']);
  // A receiver who says so has taken it.
  const outside = readPostfix([delivery(1, '1A2B3C4D5', MX, `sent (${reply})`)]);
  expect(outside.events.map(({ kind }) => kind)).toEqual(['delivered']);
});

test('a TLS session is that of the message it was opened for, and of those that use the connection again', () => {
  const session = `${at(0)}/smtp[7]: Trusted TLS connection established to ${MX}: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)`;
  const again = delivery(3, '3C4D5E6F7', MX, 'sent (250 2.0.0 Ok)').replace(', delay=', ', conn_use=2, delay=');
  const { events } = readPostfix([
    session,
    delivery(1, '1A2B3C4D5', MX, 'sent (250 2.0.0 Ok)'),
    delivery(1, '1A2B3C4D5', MX, 'sent (250 2.0.0 Ok)').replace('ann@', 'ben@'),
    delivery(2, '2B3C4D5E6', MX, 'sent (250 2.0.0 Ok)'),
    again,
  ]);
  const version = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', verified: false };
  expect(events.map(({ tls }) => tls)).toEqual([version, version, false, version]);
});

test('the line of the last attempt may come behind the one that gives the message up', () => {
  const late = 'deferred (connect to mx.example.net[198.51.100.7]:25: Connection timed out)';
  const { events, open } = readPostfix([
    ...submitted(0, '1A2B3C4D5'),
    delivery(9, '1A2B3C4D5', 'none', late),
    `${at(300)}/qmgr[4]: 1A2B3C4D5: from=<shop@example.com>, status=expired, returned to sender`,
    delivery(299, '1A2B3C4D5', 'none', late),
    `${at(300)}/qmgr[4]: 1A2B3C4D5: removed`,
    `${at(330)}/qmgr[4]: 6F7089ABC: from=<shop@example.com>, size=900, nrcpt=1 (queue active)`,
  ]);
  expect(told(events.filter(({ ids }) => ids.queue === '1A2B3C4D5'))).toEqual([
    'accepted 1A2B3C4D5',
    'deferred 1A2B3C4D5 1',
    'deferred 1A2B3C4D5 2',
    'expired 1A2B3C4D5 2',
  ]);
  expect(open).toBe(1);
});
