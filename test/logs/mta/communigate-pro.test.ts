import { expect, test } from 'vitest';
import communigatePro from '../../../src/logs/formats/communigate-pro.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import { readLine } from '../../support/read-line.ts';

const DATE = Date.parse('2026-11-17T00:00:00Z') / 1000;

function read(texts: readonly string[], day: { readonly date?: number } = { date: DATE }) {
  const events: MailEvent[] = [];
  const reader = communigatePro.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: DATE + 3 * 86_400, ...day });
  const understood = texts.map((text) => readLine(reader, `08:39:16.52 2 ${text}`));
  reader.end();
  return { events, understood };
}

test('the reply of CommuniGate Pro’s SMTP record is that of every recipient in its queue, and of no other', () => {
  const { events } = read([
    'QUEUE([7]) from <s@example.com>, 9 bytes (<m@example.com>)',
    'SMTP-000001(example.net) [7] sent [192.0.2.1]:44905 -> [198.51.100.7]:25, got:250 2.6.0 taken',
    'DEQUEUER [7] SMTP(example.net)a@example.net relayed: relayed via mx.example.net',
    'DEQUEUER [7] SMTP(example.net)"b c"@example.net relayed: relayed via mx.example.net',
    'DEQUEUER [7] SMTP(example.org)d@example.org relayed: relayed via mx.example.org',
    'DEQUEUER [8] SMTP(example.net)e@example.net relayed: relayed via mx.example.net',
  ]);
  expect(events.map(({ recipient, relay, code }) => [recipient, relay, code])).toEqual([
    [undefined, undefined, undefined],
    ['a@example.net', { host: 'mx.example.net', ip: '198.51.100.7', port: 25 }, 250],
    ['"b c"@example.net', { host: 'mx.example.net', ip: '198.51.100.7', port: 25 }, 250],
    ['d@example.org', { host: 'mx.example.org' }, undefined],
    ['e@example.net', { host: 'mx.example.net' }, undefined],
  ]);
  expect(events[0]).toMatchObject({ kind: 'accepted', size: 9, ids: { queue: '7', message: 'm@example.com' } });
});

test('whether CommuniGate Pro hands over to a mailbox, a smart host or a domain’s own server is told', () => {
  const { events } = read([
    'DEQUEUER [7] LOCAL(root)<root> delivered: Delivered to the user mailbox',
    'DEQUEUER [7] SMTP(*)a@example.net relayed: relayed via gate.example.com',
    'DEQUEUER [7] SMTP(example.net)b@example.net relayed: relayed via [10.0.0.5]',
    'DEQUEUER [7] SMTP(example.net)c@example.net relayed: relayed via mx.example.net',
  ]);
  expect(events.map(({ recipient, hop }) => [recipient, hop])).toEqual([
    ['root', 'local'],
    ['a@example.net', 'relay'],
    ['b@example.net', 'relay'],
    ['c@example.net', 'mx'],
  ]);
});

test('what CommuniGate Pro could not deliver has bounced, with the server’s codes where one said so', () => {
  const { events } = read([
    'DEQUEUER [7] SMTP(example.net)a@example.net failed: mx.example.net: 550 5.1.1 unknown',
    'DEQUEUER [7] SMTP(example.net)b@example.net failed: : DNS A-record is empty',
  ]);
  expect(events).toMatchObject([
    { kind: 'bounced', relay: { host: 'mx.example.net' }, code: 550, enhancedCode: '5.1.1' },
    { kind: 'bounced', diagnostic: 'DNS A-record is empty' },
  ]);
});

test('an outcome that nobody has described, and a record without a day, are not understood', () => {
  const fate = 'DEQUEUER [7] LOCAL(a)a@example.com suspended: for now';
  expect(read([fate, 'ROUTER something else', 'not a record']).understood).toEqual(['unknown', 'known', 'unknown']);
  expect(read([fate.replace('suspended', 'delivered')], {}).understood).toEqual(['unknown']);
});
