import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-kept-back-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TIME = 1_790_848_800;
const mailgun = (reason: string, code: number, description: string): object => ({
  event: 'failed',
  severity: 'permanent',
  reason,
  timestamp: TIME,
  id: 'x',
  recipient: 'ann@example.net',
  'delivery-status': { code, message: '', description },
  message: { headers: { 'message-id': 'm@shop.example' } },
});
const mandrill = (reason: string): object => ({
  event: 'reject',
  ts: TIME,
  _id: 'm',
  msg: { ts: TIME, _id: 'm', email: 'ann@example.net', state: 'rejected', reject: { reason } },
});
const brevo = (reason: string): object => ({
  event: 'blocked',
  email: 'ann@example.net',
  ts_epoch: TIME * 1000,
  'message-id': '<m@shop.example>',
  reason,
});

test.each([
  [
    'Mailgun, after a complaint',
    mailgun('suppress-complaint', 607, 'Not delivering to a user who marked your messages as spam'),
  ],
  ['Mailgun, after a bounce', mailgun('suppress-bounce', 605, 'Not delivering to previously bounced address')],
  ['Mandrill, after a bounce', mandrill('hard-bounce')],
  ['Mandrill, after a complaint', mandrill('spam')],
  ['Brevo, on its list', brevo('blocked : due to blacklist user')],
  ['Brevo, unsubscribed', brevo('blocked : due to unsubscribed user')],
  [
    'Mailjet, bounced before',
    {
      event: 'blocked',
      time: TIME,
      MessageID: 1,
      email: 'ann@example.net',
      error_related_to: 'mailjet',
      error: 'preblocked',
    },
  ],
  [
    'SendGrid, with the code of the bounce before',
    {
      event: 'dropped',
      timestamp: TIME,
      email: 'ann@example.net',
      sg_event_id: 'e',
      sg_message_id: 'm',
      reason: 'Bounced Address',
      status: '5.1.1',
    },
  ],
])('what a service keeps back because of its list is suppressed, in whatever words: %s', async (_, event) => {
  const path = join(folder, 'events.ndjson');
  writeFileSync(path, `${JSON.stringify(event)}\n`);
  const { stdout } = await sendaudit('logs', path, '--format', 'jsonl');
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'dropped', bounceClass: 'suppressed' });
});
