import { describe, expect, test } from 'vitest';
import { isSentWord, outcomeOf } from '../../../src/logs/mapping/event-words.ts';
import { calledWithin } from '../../../src/logs/mapping/guess-prefix.ts';
import { likelyFormats } from '../../../src/logs/mapping/unfit.ts';
import { proposed } from '../../support/proposed-mapping.ts';

describe('a word for an event', () => {
  test.each([
    ['zugestellte', 'delivered'],
    ['Devuelto', 'bounced'],
    ['Niedostarczony', 'bounced'],
    ['Hård studs', 'hard-bounced'],
    ['Twarde odbicie', 'hard-bounced'],
    ['Konnte nicht zugestellt werden', 'bounced'],
    ['Not sent (suppressed)', 'dropped'],
    ['Zustellung verzögert', 'deferred'],
    ['Signalé comme spam', 'complained'],
    ['Subscrição cancelada', 'unsubscribed'],
    ['Vom Empfänger geöffnet', 'opened'],
    ['Enlace pulsado', 'clicked'],
    ['一時エラー', 'deferred'],
    ['1 - Bounced', 'bounced'],
    ['onOpen', 'opened'],
  ])('%s is %s, by how it begins and by what stands beside it', (word, outcome) => {
    expect(outcomeOf(word)).toBe(outcome);
  });
  test.each(['Erfolgreich versendet', 'E-mail envoyé', '送信完了', 'Sent successfully'])('%s is sent', (word) => {
    expect(isSentWord(word)).toBe(true);
  });
  test.each(['Blocked by spam filter', 'Your order has shipped', 'Envoi bloqué'])('%s is not', (word) => {
    expect(isSentWord(word)).toBe(false);
    expect(outcomeOf(word)).not.toBe('complained');
  });
});

test('what all columns of a table begin with says nothing of one of them', () => {
  expect(calledWithin(['MailId', 'MailTo', 'MailStatus', 'Subject'])).toStrictEqual(['Id', 'To', 'Status', 'Subject']);
  expect(calledWithin(['emstatus', 'emrecipient', 'emtimestamp'])).toStrictEqual(['status', 'recipient', 'timestamp']);
  expect(calledWithin(['event_time', 'event_type', 'event_id'])).toStrictEqual([
    'event_time',
    'event_type',
    'event_id',
  ]);
});

test.each([
  '14. Juli 2025 um 17:08 Uhr',
  '12 de março de 2026 às 14:05',
  '24 października 2025 23:04',
  'Sunday, July 12, 2026 10:01 AM',
  '01-AUG-26 01.23.49.000000 PM',
  '2026-04-03-11.01.53.000000',
  '2026-08-11T17:59:27+02:00[Europe/Berlin]',
  '31/10/2025 23h41',
  '23.5.2026 klo 0.35',
  '2025. 01. 18. 21:32',
  '2025年07月05日 10時08分',
])('%s is a time that is read', (text) => {
  expect(likelyFormats([text])).not.toStrictEqual([]);
});

test('a zone in a column of its own counts row by row, and one in the name of the column for all', async () => {
  const apart = await proposed(
    'date,time,tz,email,event\n2026-07-01,10:00:00,Europe/Berlin,ann@example.net,delivered\n2026-07-01,10:00:00,-05:00,ben@example.net,bounced\n',
  );
  expect(apart.lines).toStrictEqual([
    '2026-07-01T08:00:00Z delivered ann@example.net',
    '2026-07-01T15:00:00Z bounced ben@example.net',
  ]);
  const named = await proposed(
    'Date (America/New_York),Email,Event\n2026-07-01 10:00:00,ann@example.net,delivered\n2026-07-02 10:00:00,ben@example.net,bounced\n',
  );
  expect(named.lines[0]).toBe('2026-07-01T14:00:00Z delivered ann@example.net');
  expect(named.why).not.toContain('have no zone');
});

test('several states in one cell are an event each, and that they share a time is said', async () => {
  const { lines, why } = await proposed(
    'to,sent_at,states\nann@example.net,2026-07-01T10:00:00Z,sent|delivered|opened\nben@example.net,2026-07-01T11:00:00Z,sent|bounced\n',
  );
  expect(lines).toHaveLength(5);
  expect(lines).toContain('2026-07-01T10:00:00Z opened ann@example.net');
  expect(why).toContain('kind.separator: all that a cell of `states` tells is told at the time of the row');
});

test('a list of pairs is read by the names in it', async () => {
  const object = (to: string, kind: string): object => ({
    fields: [
      { name: 'recipient', value: to },
      { name: 'event', value: kind },
      { name: 'occurred_at', value: '2026-07-01T10:00:00Z' },
    ],
  });
  const { lines } = await proposed(
    JSON.stringify({
      response: { entries: [object('ann@example.net', 'delivered'), object('ben@example.net', 'bounced')] },
    }),
    'export.json',
  );
  expect(lines).toStrictEqual([
    '2026-07-01T10:00:00Z delivered ann@example.net',
    '2026-07-01T10:00:00Z bounced ben@example.net',
  ]);
});

test('a column of JSON has columns within', async () => {
  const { lines } = await proposed(
    'id,payload\n1,"{""to"":""ann@example.net"",""status"":""delivered"",""at"":""2026-07-01T10:00:00Z""}"\n2,"{""to"":""ben@example.net"",""status"":""bounced"",""at"":""2026-07-01T11:00:00Z""}"\n',
  );
  expect(lines).toStrictEqual([
    '2026-07-01T10:00:00Z delivered ann@example.net',
    '2026-07-01T11:00:00Z bounced ben@example.net',
  ]);
});

test.each([
  ['orders', 'order_no,email,status,date', ['shipped', 'delivered', 'returned']],
  ['tickets', 'ticket,requester,state,opened_at', ['open', 'pending', 'closed']],
  ['requests', 'request,email,status,date', ['approved', 'rejected', 'pending']],
])('states of %s are not taken for those of mails, and that is said', async (what, columns, states) => {
  const rows = states.map((state, at) => `${at},user${at}@example.net,${state},2026-07-0${at + 1} 10:00:00\n`);
  const { told, why } = await proposed(`${columns}\n${rows.join('')}`);
  expect(told).toStrictEqual([]);
  expect(why).toContain(what);
  expect(why).toContain('hardly a log of mail');
});

test('what was sent and later opened was sent, whatever its state is now; what failed was not delivered', async () => {
  const { lines } = await proposed(
    'email,state,sent_at,opened_at\nann@example.net,open,2026-07-01T10:00:00Z,2026-07-01T12:00:00Z\nben@example.net,sent,2026-07-01T10:00:00Z,\ncyd@example.net,bounce,2026-07-01T10:00:00Z,\n',
  );
  expect(lines).toContain('2026-07-01T10:00:00Z accepted ann@example.net');
  expect(lines).toContain('2026-07-01T12:00:00Z opened ann@example.net');
  expect(lines).not.toContain('2026-07-01T10:00:00Z delivered cyd@example.net');
});
