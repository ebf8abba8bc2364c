import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendaudit } from '../../support/sendaudit.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-older-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly time: string;
  readonly kind: string;
  readonly recipient: string;
  readonly source: string;
  readonly stream: string;
  readonly tags: Readonly<Record<string, string>>;
}
async function told(text: string): Promise<readonly Told[]> {
  const path = join(folder, 'export.txt');
  writeFileSync(path, text);
  const { stdout } = await sendaudit('logs', path, '--format', 'jsonl', '--fail-on', 'never');
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told);
}
const lines = (all: readonly Told[]): string[] =>
  all.map(({ time, kind, recipient, source }) => [source, time, kind, recipient].join(' '));
const ndjson = (...objects: readonly object[]): string => objects.map((one) => `${JSON.stringify(one)}\n`).join('');

test('Postmark’s webhooks of the years before they said what they are of', async () => {
  const all = await told(
    ndjson(
      { ServerId: 23, MessageID: 'p1', Recipient: 'ann@example.net', DeliveredAt: '2014-08-01T13:28:10.27-04:00' },
      { MessageID: 'p1', Recipient: 'ann@example.net', ReceivedAt: '2014-08-01T18:00:00Z', FirstOpen: true },
    ),
  );
  expect(lines(all)).toEqual([
    'postmark 2014-08-01T17:28:10.270Z delivered ann@example.net',
    'postmark 2014-08-01T18:00:00Z opened ann@example.net',
  ]);
});

test('a message stream splits Postmark’s mail, the one every server has does not', async () => {
  const event = {
    RecordType: 'Delivery',
    MessageID: 'p1',
    Recipient: 'ann@example.net',
    DeliveredAt: '2026-11-09T10:00:00Z',
  };
  const [broadcast, outbound] = await told(
    ndjson(
      { ...event, MessageStream: 'broadcast', Tag: 'x' },
      { ...event, MessageID: 'p2', MessageStream: 'outbound', Tag: 'x' },
    ),
  );
  expect(broadcast?.tags).toEqual({ stream: 'broadcast', tag: 'x' });
  expect([broadcast?.stream, outbound?.stream].map((stream) => stream?.split('/').at(-1))).toEqual(['broadcast', 'x']);
});

test('payloads of Postal as its documentation shows them, without the object around them', async () => {
  const message = {
    id: 1,
    token: 't',
    direction: 'outgoing',
    message_id: 'm@example.com',
    to: 'ann@example.net',
    from: 's@example.com',
    spam_status: 'NotSpam',
  };
  const delivery = (status: string, timestamp: number): object => ({
    status,
    details: 'x',
    output: '',
    timestamp,
    message,
  });
  const all = await told(
    ndjson(delivery('Sent', 1_794_218_400), delivery('SoftFail', 1_794_218_401), {
      ...delivery('Sent', 1_794_218_402),
      message: { ...message, direction: 'incoming' },
    }),
  );
  expect(lines(all)).toEqual([
    'postal 2026-11-09T10:00:00Z delivered ann@example.net',
    'postal 2026-11-09T10:00:01Z deferred ann@example.net',
  ]);
});

test('Sendinblue’s report of its second API, which tells no seconds', async () => {
  const one = {
    subject: 'Lamps',
    email: 'ann@example.net',
    'message-id': '<1@example.com>',
    from: 's@example.com',
    tag: 't',
  };
  const all = await told(
    JSON.stringify({
      code: 'success',
      data: [
        { ...one, date: '2015-04-05 09:00:00', event: 'hard_bounces', reason: '550 5.1.1' },
        { ...one, date: '2015-04-05 09:00:01', event: 'delivery' },
      ],
    }),
  );
  expect(lines(all)).toEqual([
    'brevo 2015-04-05T09:00:00Z bounced ann@example.net',
    'brevo 2015-04-05T09:00:01Z delivered ann@example.net',
  ]);
});

test('the header field that carries Mailgun’s tag stands in its first webhooks, and `*` is no tag', async () => {
  const form = (fields: Record<string, string>): string =>
    `${new URLSearchParams({ recipient: 'ann@example.net', timestamp: '1378831510', token: 't', signature: 's', ...fields }).toString()}\n`;
  const all = await told(
    form({ event: 'delivered', 'X-Mailgun-Tag': 'receipt' }) + form({ event: 'unsubscribed', tag: '*' }),
  );
  expect(all.map(({ kind, tags }) => [kind, tags])).toEqual([
    ['delivered', { tag: 'receipt' }],
    ['unsubscribed', {}],
  ]);
});

const event = (name: string, timestamp: unknown, more: object = {}): object => ({
  email: `${name}@example.net`,
  timestamp,
  event: 'delivered',
  sg_event_id: name,
  sg_message_id: `m.${name}`,
  ...more,
});

test('numbers and dates under the name of their type, as MongoDB exports them', async () => {
  const all = await told(
    ndjson(
      event('ann', { $numberInt: '1794218400' }, { _id: { $oid: '65e6d0000000000000000000' } }),
      event('ben', { $numberLong: '1794218401' }),
      event('cat', { $date: '2026-11-09T10:00:02Z' }),
      event('dan', { $date: { $numberLong: '1794218403000' } }),
    ),
  );
  expect(lines(all)).toEqual(
    ['ann', 'ben', 'cat', 'dan'].map((name, at) => `sendgrid 2026-11-09T10:00:0${at}Z delivered ${name}@example.net`),
  );
});

test('rows of one INSERT, their quotes and apostrophes escaped as MySQL escapes them', async () => {
  const rows = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay'].map((name, at) => {
    const json = JSON.stringify(event(name, 1_794_218_400 + at, { response: `250 "it's" {fine}` }));
    return `(${at},'${json
      .replaceAll('\\', '\\\\')
      .replaceAll('"', String.raw`\"`)
      .replaceAll("'", String.raw`\'`)}','2026-11-09')`;
  });
  const all = await told(`-- MySQL dump 10.13\nINSERT INTO \`hooks\` VALUES ${rows.join(',')};\n`);
  expect(all.map(({ recipient }) => recipient.charAt(0)).join('')).toBe('abcdef');
});

test('what SendGrid gave up after three days is expired, not refused', async () => {
  const [only] = await told(ndjson(event('ann', 1_794_218_400, { event: 'bounce', type: 'expired', reason: 'no mx' })));
  expect(only?.kind).toBe('expired');
});

test('a message is found by the id that SendGrid answered when it took it in', async () => {
  const path = join(folder, 'story.ndjson');
  writeFileSync(path, ndjson(event('ann', 1_794_218_400, { sg_message_id: '14c5d75ce93.recvd-1-2' })));
  const story = async (id: string): Promise<string> => (await sendaudit('logs', path, '--message', id)).stdout;
  expect(await story('14c5d75ce93')).toContain('ann@example.net');
  expect(await story('14c5d75ce9')).not.toContain('ann@example.net');
});

test('Mailgun’s first webhooks of failures have the Message-ID among the header fields only', async () => {
  const path = join(folder, 'form.txt');
  const fields = {
    event: 'bounced',
    recipient: 'ann@example.net',
    'message-headers': '[["Received", "by x"], ["Message-Id", "<1@example.com>"], ["Subject", "Lamps"]]',
    code: '550',
    error: '5.1.1 no such user',
    timestamp: '1378831510',
    token: 't',
    signature: 's',
  };
  writeFileSync(path, `${new URLSearchParams(fields).toString()}\n`);
  const { stdout } = await sendaudit('logs', path, '--format', 'jsonl', '--fail-on', 'never');
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'bounced', ids: { message: '1@example.com' } });
});

test('ZeptoMail has had its events in objects instead of lists, and blanks in their names', async () => {
  const details = { time: '2026-11-09T10:00:00Z' };
  const email_info = { to: [{ email_address: { address: 'ann@example.net' } }] };
  const older = { email_info, request_id: 'r1', event_data: { details } };
  const newer = { email_info, request_id: 'r2', event_data: [{ details: [details] }] };
  const all = await told(
    ndjson(
      { event_name: 'hard bounce', event_message: older },
      { event_name: ['feedbackloop'], event_message: [newer] },
    ),
  );
  expect(lines(all)).toEqual([
    'zeptomail 2026-11-09T10:00:00Z bounced ann@example.net',
    'zeptomail 2026-11-09T10:00:00Z complained ann@example.net',
  ]);
});

test('a service that speaks Mailgun’s language has the codes in the description, and the address beside the host', async () => {
  const path = join(folder, 'event.json');
  const status = {
    code: 550,
    description: '550 5.1.1 <ann@example.net>: no such user',
    message: '<ann@example.net>: no such user',
    'mx-host': 'mx.example.net',
    'mx-ip': '198.51.100.7',
  };
  const failed = { event: 'failed', severity: 'permanent', recipient: 'ann@example.net', timestamp: 1_794_218_400.5 };
  writeFileSync(path, JSON.stringify({ signature: {}, 'event-data': { ...failed, 'delivery-status': status } }));
  const { stdout } = await sendaudit('logs', path, '--format', 'jsonl', '--fail-on', 'never');
  expect(JSON.parse(stdout)).toMatchObject({
    enhancedCode: '5.1.1',
    diagnostic: status.description,
    relay: { host: 'mx.example.net', ip: '198.51.100.7' },
  });
});
