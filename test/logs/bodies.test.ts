import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEvents } from '../../src/delivery/reading/read.ts';
import { logFormats } from '../../src/logs/formats/all.ts';
import { recordSplitter } from '../../src/logs/record-splitter.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-bodies-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(text: string): Promise<{ formats: string[]; told: string[]; unread: string[]; failed: string[] }> {
  const path = join(folder, 'bodies.txt');
  writeFileSync(path, text);
  const told: string[] = [];
  const reading = await readEvents([path], {
    formats: logFormats,
    now: Date.parse('2026-11-20T12:00:00Z') / 1000,
    onEvent: ({ kind, recipient }) => void told.push(`${kind} ${recipient}`),
  });
  return {
    formats: reading.formats.map(({ id }) => id),
    told,
    unread: reading.unread.list().map(({ why, count }) => `${count} ${why}`),
    failed: reading.inputs.failed.map(({ error }) => error),
  };
}

const bounce = {
  email: 'ann@example.net',
  timestamp: 1_794_218_400,
  event: 'bounce',
  type: 'bounce',
  status: '5.1.1',
  reason: '550 5.1.1 unknown',
  sg_event_id: 'e1',
  sg_message_id: 'm1',
};
const json = JSON.stringify([bounce]);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const request = `POST /hook HTTP/1.1\r\nHost: example.com\r\nContent-Type: application/json\r\n\r\n${json}`;

const WRAPPED: readonly (readonly [name: string, body: unknown])[] = [
  ['the body as text, with headers', { headers: { 'content-type': 'application/json' }, body: json }],
  ['the body as it was parsed', { headers: {}, method: 'POST', body: [bounce] }],
  ['a page of requests, the text under content', { data: [{ uuid: '1', method: 'POST', content: json }], total: 1 }],
  [
    'a page of models, with data around the body',
    { count: 1, models: [{ id: 'e', data: { headers: {}, body: [bounce] } }] },
  ],
  ['whole requests in base64', { requests: [{ id: '1', request: { method: 'POST', raw: base64(request) } }] }],
  ['a gateway’s event with a body in base64', { resource: '/', isBase64Encoded: true, body: base64(json) }],
  ['a queue’s message in base64', { message: { data: base64(json), attributes: {} }, subscription: 's' }],
  ['records of a stream', { Records: [{ kinesis: { data: base64(json) }, eventSource: 'aws:kinesis' }] }],
  ['hits of a search', { took: 1, hits: { total: 1, hits: [{ _index: 'mail', _source: bounce }] } }],
  ['a row of a database, parsed and as text', { id: 7, created_at: '2026-11-09', event: bounce, raw: json }],
  ['parameters of Rails', { _json: [bounce], controller: 'webhooks' }],
];

test.each(WRAPPED)('an event is found, once: %s', async (_, body) => {
  for (const text of [JSON.stringify(body), JSON.stringify(body, null, 2), `${JSON.stringify(body)}\n`])
    expect(await read(text)).toEqual({
      formats: ['sendgrid'],
      told: ['bounced ann@example.net'],
      unread: [],
      failed: [],
    });
});

test('what is in no wrapper an event is told as a whole, and one beside events by itself', async () => {
  const stranger = { headers: {}, body: { hello: 'world' } };
  const mixed = { data: { body: [bounce, { hello: 'world' }] } };
  expect(await read([bounce, stranger, mixed].map((one) => JSON.stringify(one)).join('\n'))).toMatchObject({
    told: ['bounced ann@example.net', 'bounced ann@example.net'],
    unread: ['2 no line of SendGrid'],
  });
});

describe('events of every service are the same in what a tool has put around them', () => {
  const wrappers: readonly (readonly [name: string, wrap: (value: unknown, n: number) => unknown])[] = [
    ['text', (value, n) => ({ id: n, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })],
    ['object', (value, n) => ({ id: n, request: { headers: {}, data: { body: value } } })],
    ['base64', (value, n) => ({ id: n, message: { data: base64(JSON.stringify(value)) } })],
    ['row', (value, n) => ({ id: n, received_at: '2026-11-09T10:00:00Z', payload: value })],
  ];
  // A declared mapping takes whatever object there is for its own.
  const services = logFormats
    .filter(({ id, shape }) => shape === 'records' && id !== 'copernica-json')
    .map(({ id }) => id);

  test.each(services)('%s', async (id) => {
    const sample = readdirSync('fixtures/logs').find(
      (name) => /^[\w-]+\.(?:nd)?json$/.test(name) && name.startsWith(`${id}.`),
    );
    if (sample === undefined) return;
    const values: unknown[] = [];
    const text = readFileSync(`fixtures/logs/${sample}`, 'utf8');
    const splitter = recordSplitter({
      record: (value) => void values.push(value),
      unread: (why) => expect.unreachable(why),
    });
    splitter.push(Buffer.from(text));
    splitter.end();
    const plain = await read(text);
    expect(plain.told.length).toBeGreaterThan(0);
    for (const [, wrap] of wrappers) {
      const wrapped = values.map((value, n) => JSON.stringify(wrap(value, n))).join('\n');
      const { formats, told } = await read(wrapped);
      expect({ formats, told }).toEqual({ formats: plain.formats, told: plain.told });
    }
  });
});

describe('bodies of forms', () => {
  const mandrill = [
    { event: 'send', ts: 1_794_218_400, _id: 'a', msg: { ts: 1_794_218_399, email: 'ann@example.net' } },
  ];
  const fields = { event: 'delivered', time: '2026-11-09 10:00:00', email_id: '1a', rcpt: 'ann@example.net' };
  const form = (values: Record<string, string>): string => new URLSearchParams(values).toString();

  test('are read one to a line, CR LF or not, and what is none is told', async () => {
    const body = form({ mandrill_events: JSON.stringify(mandrill) });
    for (const text of [body, `${body}\r\n\r\n${body}\n`, `${body}&x=1\nnothing of the kind\n`]) {
      const { formats, told, unread } = await read(text);
      expect(formats).toEqual(['mandrill']);
      expect(new Set(told)).toEqual(new Set(['accepted ann@example.net']));
      expect(unread).toEqual(text.includes('nothing') ? ['1 no fields of a form'] : []);
    }
  });

  test('are found as text in an object, with fields that come twice', async () => {
    const body = `${form({ ...fields, event: 'processed' })}&recipients=a%40example.net&recipients=b%40example.net`;
    expect(await read(JSON.stringify({ headers: {}, body }))).toMatchObject({
      formats: ['smtp2go'],
      told: ['accepted ann@example.net'],
    });
  });

  test('of more than a mebibyte are read', async () => {
    const many = Array.from({ length: 9000 }, () => mandrill[0]);
    const { told } = await read(form({ mandrill_events: JSON.stringify(many) }));
    expect(told).toHaveLength(9000);
  });
});
