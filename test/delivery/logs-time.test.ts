import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendauditIn } from '../support/sendaudit.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-'));
  // The clocks of Rome go back at 03:00 on 25 October 2026.
  const stamps = ['Oct 25 01:30:00', 'Oct 25 04:30:00', 'Oct 26 00:30:00'];
  writeFileSync(join(folder, 'mail.log'), stamps.map((stamp, number) => sent(stamp, number)).join(''));
  writeFileSync(
    join(folder, 'opens.csv'),
    'Datum;Empfänger;Status\n25.10.2026 01:30:00;anna@example.com;zugestellt\n25.10.2026 04:30:00;bob@example.com;zugestellt\n',
  );
  writeFileSync(
    join(folder, 'map.json'),
    JSON.stringify({
      name: 'export',
      input: 'table',
      time: { column: 'Datum', format: 'DD.MM.YYYY hh:mm:ss' },
      kind: { column: 'Status', values: { zugestellt: 'delivered' } },
      recipient: { column: 'Empfänger' },
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sent = (stamp: string, number: number): string =>
  `${stamp} mx postfix/smtp[1]: A000000${number}: to=<anna@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 OK)\n`;

const run = (...argv: readonly string[]) =>
  sendauditIn({ now: () => new Date('2026-11-01T12:00:00Z') }, 'logs', ...argv);

async function times(file: string, ...argv: readonly string[]): Promise<readonly unknown[]> {
  const { stdout } = await run(join(folder, file), '--format', 'jsonl', ...argv);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { time: string }).time);
}

test('--timezone takes a place, and its clocks change within one file', async () => {
  expect(await times('mail.log')).toEqual(['2026-10-25T01:30:00Z', '2026-10-25T04:30:00Z', '2026-10-26T00:30:00Z']);
  expect(await times('mail.log', '--timezone', 'Europe/Rome')).toEqual([
    '2026-10-24T23:30:00Z',
    '2026-10-25T03:30:00Z',
    '2026-10-25T23:30:00Z',
  ]);
  expect(await times('mail.log', '--timezone', '-05:00')).toEqual([
    '2026-10-25T06:30:00Z',
    '2026-10-25T09:30:00Z',
    '2026-10-26T05:30:00Z',
  ]);
  expect(await times('opens.csv', '--map', join(folder, 'map.json'), '--timezone', 'Europe/Rome')).toEqual([
    '2026-10-24T23:30:00Z',
    '2026-10-25T03:30:00Z',
  ]);
});

test('days and times that are typed are those of --timezone', async () => {
  const day = ['--since', '2026-10-25', '--until', '2026-10-26'];
  expect(await times('mail.log', '--timezone', 'Europe/Rome', ...day)).toHaveLength(2);
  expect(await times('mail.log', ...day)).toHaveLength(2);
  expect(await times('mail.log', '--timezone', 'Europe/Rome', '--since', '2026-10-25 04:30')).toHaveLength(2);
  expect(await times('mail.log', '--timezone', 'Europe/Rome', '--since', '2026-10-25T04:31+02:00')).toHaveLength(2);
  // As --format jsonl writes it.
  expect(await times('mail.log', '--since', '2026-10-25T02:30:00.5Z')).toHaveLength(2);
  expect(await times('mail.log', '--since', '2w', '--until', '160h')).toHaveLength(2);
});

test.each([
  [['--timezone', 'Europe/Rom'], '--timezone: `Europe/Rom` is no time zone'],
  [['--since', 'yesterday'], '--since: `yesterday` is no time'],
  [['--until', '2026-02-31'], '--until: there is no such time as `2026-02-31`'],
  [['--since', '2026-10-01T25:00'], '--since: there is no such time as'],
  [['--since', '2026-10-01T08:00+99:00'], '--since: there is no such time as'],
  [['--since', '2027-01-01'], 'is still to come'],
  [['--since', '1d', '--until', '2d'], '--since is not before --until'],
])('%j is refused before anything is read', async (argv, what) => {
  const { exitCode, stdout, stderr } = await run('nowhere.log', ...argv);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(what);
});

test('where nothing lies in the time asked for, the page says so', async () => {
  const { stdout, exitCode } = await run(join(folder, 'mail.log'), '--until', '2025-01-01');
  expect(stdout).toContain('nothing happened in the time that was asked for');
  expect(exitCode).toBe(0);
});

test('hours stand in their order, however much happened in them', async () => {
  const stamps = ['Oct 20 10:00:00', 'Oct 20 11:00:00', 'Oct 20 11:01:00', 'Oct 20 12:00:00'];
  const file = join(folder, 'hours.log');
  writeFileSync(file, stamps.map((stamp, number) => sent(stamp, number)).join(''));
  const { stdout } = await run(file, '--by', 'hour');
  expect(stdout.match(/^ {2}2026-10-20 \d\d:\d\d/gm)).toEqual([
    '  2026-10-20 10:00',
    '  2026-10-20 11:00',
    '  2026-10-20 12:00',
  ]);
});
