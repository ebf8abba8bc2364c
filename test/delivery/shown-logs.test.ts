import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEvents } from '../../src/delivery/reading/read.ts';
import { logFormats } from '../../src/logs/formats/all.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-shown-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(text: string): Promise<{ told: string[]; failed: string[]; unread: number }> {
  const path = join(folder, 'input');
  writeFileSync(path, text);
  const told: string[] = [];
  const { inputs, unread } = await readEvents([path], {
    formats: logFormats,
    now: Date.parse('2026-11-20T12:00:00Z') / 1000,
    onEvent: ({ kind, recipient, code, time }) =>
      void told.push(`${new Date(time * 1000).toISOString().slice(0, 10)} ${kind} ${recipient} ${code}`),
  });
  return { told, failed: inputs.failed.map(({ error }) => error), unread: unread.count };
}

const delivery = (stamp: string): string =>
  `${stamp} mx1 postfix/smtp[8]: 1A2B3C4D5: to=<a@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok)`;

test('a log as a mail shows it is put together; what is no part of it is not understood', async () => {
  const broken = delivery('Nov  9 10:52:14').replaceAll(/, (?=delay=|dsn=)/g, ',\n');
  expect(await read(`${broken}\nHas anybody an idea?\n`)).toEqual({
    told: ['2026-11-09 delivered a@example.net 250'],
    failed: [],
    unread: 1,
  });
});

test('lines of Exim, broken and with marks of a page', async () => {
  const log = [
    '2026-11-13 08:00:02 1r0aaa-0003Qx-1b <= &lt;s@example.com&gt; U=app P=local S=12',
    '2026-11-13 08:00:03 1r0aaa-0003Qx-1b == a@example.net R=dnslookup',
    ' T=remote_smtp defer (-44): SMTP error from remote mail server after',
    ' RCPT TO:&lt;a@example.net&gt;: host mx.example.net [198.51.100.7]: 451 Try later',
  ];
  expect(await read(log.join('\n'))).toEqual({
    told: ['2026-11-13 accepted undefined undefined', '2026-11-13 deferred a@example.net 451'],
    failed: [],
    unread: 0,
  });
});

test('a date in figures is read where the log tells which is the day', async () => {
  const { told } = await read(`${delivery('02/01/2026 10:00:00')}\n${delivery('31/01/2026 10:00:00')}\n`);
  expect(told).toEqual(['2026-01-02 delivered a@example.net 250', '2026-01-31 delivered a@example.net 250']);
});

test('where nothing tells, that is said, and nothing is guessed', async () => {
  expect(await read(`${delivery('01/02/2026 10:00:00')}\n`)).toEqual({
    told: [],
    failed: [expect.stringContaining('its dates can be read two ways')],
    unread: 0,
  });
});

test.each([
  ['Postfix', delivery('').slice(' mx1 '.length)],
  ['Exim', '1r0aaa-0003Qx-1b => a@example.net R=dnslookup T=remote_smtp H=mx.example.net [198.51.100.7] C="250 OK"'],
])('lines of %s without stamps are told for what they are', async (title, line) => {
  expect((await read(`${line}\n`)).failed).toEqual([
    `no log that is known: lines like those of ${title}, and none says when it was written`,
  ]);
});
