import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonBehind } from '../../src/logs/json/behind-text.ts';
import { sendaudit } from '../support/sendaudit.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-held-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly kind: string;
  readonly recipient: string;
  readonly diagnostic?: string;
  readonly ids: { readonly esp?: string };
}
async function told(text: string): Promise<string[]> {
  const path = join(folder, 'export.txt');
  writeFileSync(path, text);
  const { stdout } = await sendaudit('logs', path, '--format', 'jsonl', '--fail-on', 'never');
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told)
    .map(({ kind, recipient, diagnostic }) => [kind, recipient, diagnostic].filter(Boolean).join(' '));
}

const event = (name: string, more: object = {}): object => ({
  email: `${name}@example.net`,
  timestamp: 1_794_218_400,
  event: 'delivered',
  sg_event_id: name,
  sg_message_id: `m.${name}`,
  ...more,
});
const bounce = event('ben', { event: 'bounce', type: 'bounce', reason: '550 5.1.1 no "ben" here', status: '5.1.1' });
const EVENTS = [event('ann'), bounce];
const TOLD = ['delivered ann@example.net', 'bounced ben@example.net 550 5.1.1 no "ben" here'];

const json = (value: unknown): string => JSON.stringify(value);
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const lines = (line: (one: object, at: number) => string): string => `${EVENTS.map(line).join('\n')}\n`;

const HELD: readonly (readonly [string, string])[] = [
  [
    'a key of a program’s log that another service has for its own',
    lines((one) => json({ level: 30, event: one, time: '2026-11-09T10:00:00Z' })),
  ],
  [
    'lines of Loki, each behind its time',
    json({
      status: 'success',
      data: { result: [{ stream: {}, values: EVENTS.map((one) => ['1794218400000000000', json(one)]) }] },
    }),
  ],
  [
    'what a worker has logged, as a list',
    lines((one) => json({ outcome: 'ok', logs: [{ message: ['event', json(one)], level: 'log' }] })),
  ],
  ['a column of a table', `id,received_at,payload\n${lines((one, at) => `${at},2026-11-09,${cell(json(one))}`)}`],
  ['the only column, without a name', lines((one) => cell(json(one)))],
  [
    'a column beside another of JSON that is no event',
    `RECORD_METADATA,RECORD_CONTENT\n${lines((one) => `${cell('{"offset":1}')},${cell(json(one))}`)}`,
  ],
  [
    'a cell over several lines, semicolons between the columns',
    `id;payload\n${lines((one, at) => `${at};${cell(JSON.stringify(one, null, 2))}`)}`,
  ],
  [
    'a cell behind the words of a program',
    `"Date","Message"\n${lines((one) => `"2026-11-09",${cell(`7d1e INFO got ${json(one)}`)}`)}`,
  ],
  [
    'COPY of PostgreSQL, every backslash twice',
    `COPY public.hooks (id, payload) FROM stdin;\n${lines((one, at) => `${at}\t${json(one).replaceAll('\\', '\\\\')}`)}\\.\n`,
  ],
  ['a table of psql', ` id | payload \n----+---------\n${lines((one, at) => `  ${at} | ${json(one)}`)}(2 rows)\n`],
  [
    'mysql, its columns below each other',
    lines((one, at) => `*** ${at}. row ***\n     id: ${at}\npayload: ${json(one)}`),
  ],
  ['a log behind its stamp', lines((one) => `2026-11-09T10:00:00.1+00:00 app[web.1]: ${json(one)}`)],
  [
    'a log with lines of others between',
    lines((one) => `I, [2026-11-09T10:00:00 #42]  INFO -- : [hook] ${json([one])}\nI, [x] Completed 200 OK`),
  ],
  ['strings of JSON, a line each', lines((one) => json(json(one)))],
  ['what redis-cli lists', lines((one, at) => `${at + 1}) ${json(json(one))}`)],
  ['a value of logfmt', lines((one) => `time=2026-11-09T10:00:00Z level=info msg=hook body=${json(json(one))}`)],
  [
    'a log of nginx, its quotes as octets',
    lines(
      (one) =>
        `203.0.113.9 "POST /" 200 "${json(one)
          .replaceAll('\\', String.raw`\x5C`)
          .replaceAll('"', String.raw`\x22`)}"`,
    ),
  ],
  ['a script', `var events = ${JSON.stringify(EVENTS, null, 2)};\n`],
  ['a message of a log’s store', json({ events: EVENTS.map((one) => ({ message: `x\t7d1e\tINFO\t${json(one)}\n` })) })],
  [
    'an item of DynamoDB, its event a text',
    lines((one, at) => json({ Item: { id: { N: `${at}` }, body: { S: json(one) } } })),
  ],
  [
    'an item of DynamoDB, its event a map',
    lines((one) =>
      json({
        Item: {
          body: {
            M: Object.fromEntries(
              Object.entries(one).map(([key, value]) => [
                key,
                typeof value === 'number' ? { N: `${value}` } : { S: value },
              ]),
            ),
          },
        },
      }),
    ),
  ],
];

test.each(HELD)('events are found, each once, in %s', async (_, text) => {
  expect(await told(text)).toEqual(TOLD);
});

test('an id beyond 2^53 stays exact in a text that holds JSON', async () => {
  const path = join(folder, 'mailjet.csv');
  const sent = `{"event":"sent","time":1794218400,"MessageID":1234567890123456789,"email":"ann@example.net"}`;
  writeFileSync(path, `id,payload\n1,${cell(sent)}\n`);
  const { stdout } = await sendaudit('logs', path, '--format', 'jsonl');
  expect((JSON.parse(stdout) as Told).ids.esp).toBe('1234567890123456789');
});

test('a row without JSON, and JSON that is broken, are told as unread', async () => {
  const path = join(folder, 'broken.csv');
  writeFileSync(path, `id,payload\n${lines((one) => `1,${cell(json(one))}`)}2,lost\n`);
  expect((await sendaudit('logs', path)).stdout).toContain('a row without JSON');
  writeFileSync(path, `${lines((one) => `web: ${json(one)}`)}web: {"email":"ann\n`);
  expect((await sendaudit('logs', path)).stdout).toContain('broken JSON');
});

test('objects behind any text are found as they are, whatever the text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[^{}[\]"\\]*$/), fc.dictionary(fc.string(), fc.string()), (before, object) => {
      expect(jsonBehind(`${before} ${json(object)}`)).toEqual([JSON.parse(json(object))]);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void jsonBehind(text)));
});

test('one table takes in what several services post: each event is read as its own', async () => {
  const postmark = {
    RecordType: 'Delivery',
    MessageID: 'p1',
    Recipient: 'cleo@example.net',
    DeliveredAt: '2026-11-09T10:00:00Z',
    ServerID: 1,
  };
  const rows = [...EVENTS, postmark, { hello: 'world' }, event('dan')];
  const path = join(folder, 'mixed.csv');
  writeFileSync(path, `id,source,payload\n${rows.map((one, at) => `${at},hook,${cell(json(one))}`).join('\n')}\n`);
  const { stdout } = await sendaudit('logs', path, '--format', 'json', '--fail-on', 'never');
  expect(JSON.parse(stdout)).toMatchObject({ totals: { lines: 5, unread: 1, attempted: 4 } });
  expect(await told(`${rows.map(json).join('\n')}\n`)).toEqual([
    ...TOLD,
    'delivered cleo@example.net',
    'delivered dan@example.net',
  ]);
});

test('however many of an application’s own objects lie between them, and all of those are counted', async () => {
  const postmark = (MessageID: string): object => ({
    RecordType: 'Delivery',
    MessageID,
    Recipient: `${MessageID}@example.net`,
    DeliveredAt: '2026-11-09T10:00:00Z',
    ServerID: 1,
  });
  const own = Array.from({ length: 500 }, (_, at) => ({ at, level: 'info', path: `/things/${at}` }));
  const rows = [...EVENTS, ...own.slice(0, 250), postmark('p1'), ...own.slice(250), postmark('p2')];
  const path = join(folder, 'application.ndjson');
  writeFileSync(path, rows.map((row) => `${json(row)}\n`).join(''));
  const { stdout } = await sendaudit('logs', path, '--format', 'json', '--fail-on', 'never');
  expect(JSON.parse(stdout)).toMatchObject({ totals: { unread: 500 } });
  expect(await told(rows.map((row) => `${json(row)}\n`).join(''))).toEqual([
    ...TOLD,
    'delivered p1@example.net',
    'delivered p2@example.net',
  ]);
});
