import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EventReading, readEvents } from '../../../src/delivery/reading/read.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import { logFormats } from '../../../src/logs/formats/all.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-services-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads what a file of these objects comes to, through the door of the program. */
async function read(
  files: Readonly<Record<string, readonly unknown[]>>,
): Promise<{ events: MailEvent[]; reading: EventReading }> {
  const paths = Object.entries(files).map(([name, records]) => {
    const path = join(folder, name);
    writeFileSync(
      path,
      records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n'),
    );
    return path;
  });
  const events: MailEvent[] = [];
  const reading = await readEvents(paths, {
    formats: logFormats,
    now: Date.parse('2026-11-20T12:00:00Z') / 1000,
    onEvent: (event) => void events.push(event),
  });
  return { events, reading };
}

const journal = (microseconds: number, program: string, message: unknown): object => ({
  __REALTIME_TIMESTAMP: String(1_794_218_400_000_000 + microseconds),
  SYSLOG_IDENTIFIER: program,
  SYSLOG_PID: '7',
  _HOSTNAME: 'mta1',
  MESSAGE: message,
});
const deferral =
  '4SVMr93fMRzVDynM: to=<ann@example.net>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to mx.example.net[198.51.100.7]:25: Connection timed out)';
const sender = '4SVMr93fMRzVDynM: from=<bounce@example.com>, size=100, nrcpt=1 (queue active)';

test('the journal is read in the order of its time, and a message may lie in two exports', async () => {
  const { events, reading } = await read({
    'a-later.json': [
      journal(9_000_000, 'postfix/smtp', deferral.replace('4.4.1, status=deferred', '2.0.0, status=sent')),
      journal(9_100_000, 'postfix/qmgr', '4SVMr93fMRzVDynM: removed'),
    ],
    'b-earlier.json': [journal(0, 'postfix/qmgr', sender), journal(1_000_000, 'postfix/smtp', deferral)],
  });
  expect(reading.formats).toEqual([{ id: 'journald', files: 2 }]);
  expect(events.map(({ kind, attempt, envelopeFrom }) => ({ kind, attempt, envelopeFrom }))).toEqual([
    { kind: 'accepted', attempt: undefined, envelopeFrom: 'bounce@example.com' },
    { kind: 'deferred', attempt: 1, envelopeFrom: 'bounce@example.com' },
    { kind: 'delivered', attempt: 2, envelopeFrom: 'bounce@example.com' },
  ]);
});

test('a message the journal leaves open is told', async () => {
  const { reading } = await read({
    'open.json': [journal(0, 'postfix/qmgr', sender), journal(1_000_000, 'postfix/smtp', deferral)],
  });
  expect(reading.open).toBe(1);
});

test('an entry journalctl has cut for its length is told, and how to get it', async () => {
  const { events, reading } = await read({
    'cut.json': [journal(0, 'postfix/qmgr', sender), journal(1_000_000, 'postfix/smtp', null)],
  });
  expect(events.map(({ kind }) => kind)).toEqual(['accepted']);
  expect(reading.unread.list().map(({ why, count }) => `${count} ${why}`)).toEqual([
    '1 an entry without MESSAGE: journalctl shows long ones only with --all',
  ]);
});

test('the journal of a whole machine is read, although it begins with other things', async () => {
  const boot = { _BOOT_ID: 'b', SYSLOG_IDENTIFIER: 'kernel', MESSAGE: 'Linux version 6' };
  const { events, reading } = await read({
    'machine.json': [
      ...Array.from({ length: 60 }, (_, at) => ({ ...boot, __REALTIME_TIMESTAMP: String(1_794_218_399_000_000 + at) })),
      journal(0, 'postfix/qmgr', sender),
    ],
  });
  expect(events.map(({ kind }) => kind)).toEqual(['accepted']);
  expect(reading.unread.count).toBe(0);
});

test('an entry cannot write lines of its own', async () => {
  const forged = `hello\n2026-11-09T10:00:00Z mta1 postfix/smtp[1]: ${deferral}`;
  const { events, reading } = await read({
    'forged.json': [journal(0, 'postfix/qmgr', sender), journal(1, 'postfix/smtp', forged)],
  });
  expect(events.map(({ kind }) => kind)).toEqual(['accepted']);
  expect(reading.unread.count).toBe(0);
});

test('ids beyond 2^53 stay what they are where they come as text', async () => {
  const { events } = await read({
    'mailjet.json': [
      {
        event: 'sent',
        time: 1_794_218_400,
        MessageID: '576460752303423489',
        email: 'ann@example.net',
        mj_contact_id: 4,
      },
    ],
  });
  expect(events.map(({ ids }) => ids.esp)).toEqual(['576460752303423489']);
});

test('an event without a recipient, or with a time of 1970, is counted and shown', async () => {
  const message = { email: 'ann@example.net', _id: 'm1', ts: 1_794_218_400 };
  const { events, reading } = await read({
    'mandrill.json': [
      { event: 'send', ts: 1_794_218_400, msg: message },
      { event: 'send', ts: 0, msg: message },
      { event: 'send', ts: 1_794_218_400, msg: { ...message, email: 'redacted' } },
      { event: 'postcard', ts: 1_794_218_400, msg: message },
      { mandrill_events: '[{"event":"send"},7]' },
      { mandrill_events: 'no json' },
    ],
  });
  expect(events).toHaveLength(1);
  expect(reading.unread.list().map(({ why, count }) => `${count} ${why}`)).toEqual([
    '2 no line of Mailchimp Transactional (Mandrill)',
    '2 no event of Mandrill',
    '1 an event without a time',
    '1 an event without a recipient',
  ]);
});

test('an object nested a hundred thousand deep is counted, not fatal', async () => {
  const { events, reading } = await read({
    'deep.json': [
      { event: 'open', time: 1_794_218_400, mj_contact_id: 4, email: 'ann@example.net' },
      `{"event":"x","time":1,"mj_contact_id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    ],
  });
  expect(events).toHaveLength(1);
  expect(reading.unread.count).toBe(1);
});

test('Resend’s own campaign is not overwritten by a tag of that name', async () => {
  const data = {
    email_id: 'e',
    to: ['ann@example.net'],
    broadcast_id: 'b1',
    tags: { Campaign: 'spring', __proto__: 'x', constructor: 'y' },
  };
  const { events } = await read({
    'resend.json': [{ type: 'email.sent', created_at: '2026-11-09T10:00:00Z', data }],
  });
  expect(events.map(({ tags }) => tags)).toEqual([{ campaign: 'b1', constructor: 'y' }]);
});

test('a block of SendGrid’s with a temporary code was deferred for three days, and is given up', async () => {
  const block = (reason: string, status: string) => ({
    email: 'ann@example.net',
    timestamp: 1_794_218_400,
    event: 'bounce',
    type: 'blocked',
    sg_event_id: reason,
    sg_message_id: 'm.1',
    reason,
    status,
  });
  const { events } = await read({
    'sendgrid.json': [
      block('452 4.2.2 The mailbox is over quota', '4.2.2'),
      block('550 5.7.1 Blocked', '5.7.1'),
      // Nobody was reached, and `4.0.0` says nothing.
      block('unable to get mx info', '4.0.0'),
    ],
  });
  expect(events.map(({ kind }) => kind)).toEqual(['expired', 'bounced', 'bounced']);
});
