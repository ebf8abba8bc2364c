import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEvents } from '../../../src/delivery/reading/read.ts';
import { logFormats } from '../../../src/logs/formats/all.ts';
import { classify } from '../../../src/replies/classify.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-several-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function told(name: string, text: string): Promise<readonly string[]> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const events: string[] = [];
  const { unread } = await readEvents([path], {
    formats: logFormats,
    now: Date.parse('2026-11-20T12:00:00Z') / 1000,
    onEvent: ({ source, kind, recipient }) => void events.push(`${source} ${kind} ${recipient}`),
  });
  expect(unread.list()).toEqual([]);
  return events;
}

const timestamp = 1_792_922_400;
const ofMailgun = {
  event: 'complained',
  timestamp: timestamp + 0.5,
  recipient: 'ann@example.net',
  'log-level': 'warn',
  message: { headers: { 'message-id': 'a@example.com' } },
};
const ofSendgrid = {
  event: 'delivered',
  email: 'ben@example.org',
  timestamp,
  sg_event_id: 'e',
  sg_message_id: 'm.filter',
  response: '250 OK',
};

describe('services share words for events, and each reads its own', () => {
  const cell = (value: object): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
  const rows = [`1,${cell({ 'event-data': ofMailgun })}`, `2,${cell(ofSendgrid)}`];
  const expected = ['mailgun complained ann@example.net', 'sendgrid delivered ben@example.org'];

  test.each([
    ['in one order', rows],
    ['in the other', rows.toReversed()],
  ])('in a table, %s', async (order, lines) =>
    expect((await told(`${order}.csv`, ['id,payload', ...lines, ''].join('\n'))).toSorted()).toEqual(expected),
  );
});

test('a service that tells its events in SES’s form may name the recipients in the header fields alone', async () => {
  const mail = {
    timestamp: '2026-10-13T10:00:00.5+03:00',
    messageId: 'p1',
    commonHeaders: { from: ['Shop <shop@example.com>'], to: ['Ann <ann@example.net>'], cc: ['ben@example.org'] },
  };
  expect(await told('postbox.json', JSON.stringify({ eventType: 'Send', mail, send: {}, eventId: 'e:0' }))).toEqual([
    'amazon-ses accepted ann@example.net',
    'amazon-ses accepted ben@example.org',
  ]);
});

test('a track call that was kept without its own id is one all the same', async () => {
  const call = {
    type: 'track',
    event: 'Email Bounced',
    timestamp: '2026-10-13T10:00:00Z',
    context: { traits: { email: 'ann@example.net' } },
    properties: { email_id: 'm1' },
  };
  expect(await told('track.json', JSON.stringify(call))).toEqual(['segment bounced ann@example.net']);
});

describe('a service’s verdict counts where its text gives no reason', () => {
  test.each([
    ['The recipient’s email provider sent a hard bounce message, but did not specify the reason for it.', 'hard'],
    ['bounced', 'hard'],
    ['General failure', 'hard'],
    // A server's reply that nobody could read is no proof against an address.
    ['554 transaction failed', 'soft'],
    ['Message blocked as spam', 'block'],
  ])('%s: %s', (diagnostic, severity) =>
    expect(classify({ diagnostic, espClass: 'Permanent/General', permanent: true }).severity).toBe(severity),
  );

  test('and nobody’s where no service gives one', () =>
    expect(classify({ diagnostic: 'bounced', permanent: true })).toMatchObject({
      class: 'unclassified',
      severity: 'soft',
    }));
});
