import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEvents } from '../../../src/delivery/reading/read.ts';
import { logFormats } from '../../../src/logs/formats/all.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import { classify } from '../../../src/replies/classify.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-found-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function told(...records: readonly object[]): Promise<readonly MailEvent[]> {
  const path = join(folder, 'payloads.ndjson');
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const events: MailEvent[] = [];
  const { unread } = await readEvents([path], {
    formats: logFormats,
    now: Date.parse('2026-11-20T12:00:00Z') / 1000,
    onEvent: (event) => void events.push(event),
  });
  expect(unread.list()).toEqual([]);
  return events;
}

const mail = {
  timestamp: '2026-10-13T10:00:00Z',
  messageId: 'p1',
  source: 'shop@example.com',
  destination: ['ann@example.net'],
};

test('SES writes the word for a template that could not be filled in with a blank or without', async () => {
  const failure = { templateName: 'welcome', errorMessage: 'name is missing' };
  for (const eventType of ['Rendering Failure', 'RenderingFailure']) {
    const [event] = await told({ eventType, mail, failure });
    expect(event).toMatchObject({ kind: 'dropped', espClass: 'Rendering Failure', tags: { template: 'welcome' } });
  }
});

test('who leaves a list without preferences being told has left it, whatever the service calls the event', async () => {
  const subscription = { contactList: 'news', timestamp: '2026-10-13T11:00:00Z', source: 'UnsubscribeHeader' };
  const events = await told(
    { eventType: 'Unsubscribe', mail, subscription, eventId: 'e:0' },
    { eventType: 'Subscription', mail: { ...mail, messageId: 'p2' }, subscription },
  );
  expect(events.map(({ kind, ids, tags }) => ({ kind, event: ids.event, tags }))).toEqual([
    { kind: 'unsubscribed', event: 'e:0', tags: { list: 'news' } },
    { kind: 'unsubscribed', event: undefined, tags: { list: 'news' } },
  ]);
});

test('the TLS that SES tells is that of the delivery, and none of its own tags is the sender’s', async () => {
  const tags = {
    'ses:outgoing-tls-version': ['TLSv1.3'],
    'ses:outgoing-tls-cipher': ['AES_128_GCM_SHA256'],
    'ses:something-new': ['x'],
    kind: ['receipt'],
  };
  const [sent, delivered] = await told(
    { eventType: 'Send', mail: { ...mail, tags }, send: {} },
    {
      eventType: 'Delivery',
      mail: { ...mail, tags },
      delivery: { timestamp: '2026-10-13T10:00:05Z', recipients: ['ann@example.net'] },
    },
  );
  expect(sent).toMatchObject({ kind: 'accepted', tags: { kind: 'receipt' } });
  expect(sent?.tls).toBeUndefined();
  expect(delivered?.tls).toEqual({ version: 'TLSv1.3', cipher: 'AES_128_GCM_SHA256' });
});

test('Mailgun’s first webhooks have the sender among the header fields only', async () => {
  const [event] = await told({
    event: 'delivered',
    recipient: 'ann@example.net',
    timestamp: '1506588412',
    token: 't',
    signature: 's',
    domain: 'example.com',
    'message-headers': JSON.stringify([
      ['X-Mailgun-Sending-Ip', '192.0.2.25'],
      ['From', '"The Shop" <shop@example.com>'],
      ['Message-Id', '<m1@example.com>'],
    ]),
  });
  expect(event).toMatchObject({ from: 'shop@example.com', sourceIp: '192.0.2.25', ids: { message: 'm1@example.com' } });
});

test('Mailgun’s pool of addresses stands in the envelope', async () => {
  const [event] = await told({
    'event-data': {
      event: 'delivered',
      timestamp: 1_790_000_000.5,
      recipient: 'ann@example.net',
      'log-level': 'info',
      envelope: { 'sending-ip': '192.0.2.25', 'i-ip-pool-id': '65cc', 'i-ip-pool-name': 'receipts' },
    },
  });
  expect(event?.tags['ip-pool']).toBe('receipts');
});

const spark = {
  type: 'delivery',
  rcpt_to: 'ann@example.net',
  transmission_id: '1',
  event_id: '2',
  timestamp: '1790000000',
};

test('SparkPost’s subaccount 0 is the account itself', async () => {
  const [own, other] = await told(
    { msys: { message_event: { ...spark, subaccount_id: 0, sending_domain: 'example.com' } } },
    { msys: { message_event: { ...spark, event_id: '3', timestamp: '1790000001', subaccount_id: '7' } } },
  );
  expect(own?.tags).toEqual({ domain: 'example.com' });
  expect(other?.tags).toEqual({ subaccount: '7' });
});

const mandrill = { _id: 'm1', ts: 1_790_000_000, email: 'ann@example.net', sender: 'shop@example.com' };

test('what stands beside Mandrill’s message is of this deferral, and the list in it is of earlier ones', async () => {
  const [event] = await told({
    event: 'deferral',
    ts: 1_790_000_100,
    diag: '454 4.7.1 <ann@example.net>: Relay access denied',
    msg: { ...mandrill, smtp_events: [{ diag: '421 busy', source_ip: '192.0.2.25', type: 'deferred' }] },
  });
  expect(event).toMatchObject({ kind: 'deferred', code: 454, enhancedCode: '4.7.1', sourceIp: '192.0.2.25' });
});

test('a click that Mandrill tells without its link has it among those of the message', async () => {
  const clicks = [{ url: 'https://shop.example/a' }, { url: 'https://shop.example/b' }];
  const [event] = await told({ event: 'click', ts: 1_790_000_100, msg: { ...mandrill, clicks } });
  expect(event?.url).toBe('https://shop.example/b');
});

test('an address that is no address, and an id that stands for none, are not told', async () => {
  const [brevo, mailjet] = await told(
    {
      event: 'hard_bounce',
      email: 'ann@example.net',
      ts_epoch: 1_790_000_000_000,
      'message-id': '<a@example.com>',
      sending_ip: 'xxx.xx.xxx.xx',
    },
    { event: 'unsub', time: 1_790_000_000, MessageID: 0, mj_campaign_id: 0, email: 'ben@example.net', CustomID: '1' },
  );
  expect(brevo?.sourceIp).toBeUndefined();
  expect(mailjet?.ids.esp).toBeUndefined();
});

test('Resend’s words for a hard bounce are a verdict', async () => {
  const bounce = {
    message: "The recipient's email provider sent a hard bounce message, but didn't specify the reason for it.",
  };
  const [event] = await told({
    type: 'email.bounced',
    created_at: '2026-10-13T10:00:00Z',
    data: { email_id: 'e1', to: ['ann@example.net'], bounce },
  });
  expect(event?.permanent).toBe(true);
});

test('where Postmark’s details are a field without a reply, its description says what happened', async () => {
  const bounce = {
    RecordType: 'Bounce',
    Type: 'HardBounce',
    MessageID: 'b1',
    Email: 'ann@example.net',
    BouncedAt: '2026-10-13T10:00:00Z',
    Description: 'The server was unable to deliver your message (ex: unknown user, mailbox not found).',
    Details: 'action: failed\r\n',
  };
  const [event] = await told(bounce);
  expect(event?.diagnostic).toBe(bounce.Description);
});

test.each([
  ['Unknown reason', 'unclassified'],
  ['Unknown error', 'unclassified'],
  ['Unknown recipient', 'user-unknown'],
  ['undefined Unable to find MX of domain example.net', 'domain-unknown'],
  ['451 4.4.1 [internal] No recipient servers available', 'connection'],
])('%s: it is what is said to be unknown or missing that counts', (diagnostic, name) => {
  expect(classify({ diagnostic }).class).toBe(name);
});
