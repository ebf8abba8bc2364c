import { expect, test } from 'vitest';
import type { MailEvent } from '../../../src/logs/event.ts';
import exim from '../../../src/logs/formats/exim.ts';
import { confirmationOf } from '../../../src/logs/exim/reply.ts';
import { readLine } from '../../support/read-line.ts';

function read(lines: readonly string[]): MailEvent[] {
  const events: MailEvent[] = [];
  const reader = exim.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: Date.parse('2026-11-20T12:00:00Z') / 1000 });
  for (const line of lines) readLine(reader, line);
  reader.end();
  return events;
}

const HEAD = '2026-11-13 08:00:02 1r0aaa-0003Qx-1b';
test.each([
  '(DATA ACL discarded recipients)',
  '(RCPT ACL discarded recipients): spam',
  '(local_scan() discarded recipients)',
])('what an ACL throws away was for nobody called blackhole: %s', (why) => {
  const events = read([
    `${HEAD} <= s@example.com H=app [192.0.2.20] P=esmtp S=1`,
    `${HEAD} => blackhole ${why}`,
    `${HEAD} Completed`,
  ]);
  expect(events.map(({ kind, recipient, envelopeFrom }) => [kind, recipient, envelopeFrom])).toEqual([
    ['accepted', undefined, 's@example.com'],
    ['dropped', undefined, 's@example.com'],
  ]);
});

test('a mailbox of that name is delivered to', () => {
  expect(read([`${HEAD} => blackhole <blackhole@example.com> R=local_user T=local_delivery`])).toMatchObject([
    { kind: 'delivered', recipient: 'blackhole@example.com' },
  ]);
});

test('the enhanced code may stand in the last line of a reply', () => {
  const reply = String.raw`250- 4711 byte chunk, total 9422\n250 2.0.0 OK id=1gtTZ9-0003pq-QN`;
  expect(confirmationOf(reply)).toMatchObject({ code: 250, enhancedCode: '2.0.0' });
  expect(confirmationOf('250 OK id=1gtTZ9-0003pq-QN').enhancedCode).toBeUndefined();
});

test.each([
  ['removed by root', ['dropped anna@example.net', 'dropped bert@example.net']],
  ['all addresses marked delivered by root', ['dropped anna@example.net', 'dropped bert@example.net']],
  ['address <bert@example.net> marked delivered by root', ['dropped bert@example.net']],
  ['** anna@example.net: delivery cancelled by administrator', ['expired anna@example.net']],
])('what the operator takes out nobody refused: %s', (line, told) => {
  const events = read([
    `${HEAD} <= s@example.com H=app [192.0.2.20] P=esmtp S=1`,
    `${HEAD} == anna@example.net R=dnslookup T=remote_smtp defer (111): Connection refused`,
    `${HEAD} == bert@example.net R=dnslookup T=remote_smtp defer (111): Connection refused`,
    `${HEAD} ${line}`,
  ]);
  expect(events.slice(3).map(({ kind, recipient }) => `${kind} ${recipient}`)).toEqual(told);
});

test('a host whose address is hidden is a host', () => {
  const [event] = read([
    `${HEAD} ** anna@example.net R=x T=y: SMTP error from remote mail server after RCPT TO:<anna@example.net>: host mx.example.net [198.51.x.x]: 550 5.1.1 User unknown`,
  ]);
  expect(event).toMatchObject({ relay: { host: 'mx.example.net' }, code: 550, enhancedCode: '5.1.1', hop: 'mx' });
  expect(event?.relay?.ip).toBeUndefined();
  const hops = ['H=mx.example.net', 'H=localhost', ''].map(
    (host) => read([`${HEAD} => anna@example.net R=x T=y ${host}`])[0]?.hop,
  );
  expect(hops).toEqual(['mx', 'local', 'local']);
});

test('a flag without a blank behind it is said to be not understood', () => {
  const reader = exim.open({ event: () => {}, unread: () => {} });
  reader.begin({ latest: Date.parse('2026-11-20T12:00:00Z') / 1000 });
  expect(readLine(reader, `${HEAD} ==anna@example.net R=x T=y defer (111): Connection refused`)).toBe('unknown');
});
