import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEvents } from '../../src/delivery/reading/read.ts';
import { logFormats } from '../../src/logs/formats/all.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-late-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(bytes: string | Buffer): Promise<{ formats: string[]; told: string[]; failed: string[] }> {
  const path = join(folder, 'input');
  writeFileSync(path, bytes);
  const told: string[] = [];
  const { formats, inputs } = await readEvents([path], {
    formats: logFormats,
    now: Date.parse('2026-11-20T12:00:00Z') / 1000,
    onEvent: ({ kind, recipient, envelopeFrom }) => void told.push(`${kind} ${recipient} from ${envelopeFrom}`),
  });
  return { formats: formats.map(({ id }) => id), told, failed: inputs.failed.map(({ error }) => error) };
}

const SENDER = 'Nov  9 10:52:13 mx1 postfix/qmgr[7]: 1A2B3C4D5: from=<s@example.com>, size=1, nrcpt=1 (queue active)';
const DELIVERY =
  'Nov  9 10:52:14 mx1 postfix/smtp[8]: 1A2B3C4D5: to=<a@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok)';
const LOG = `${SENDER}\n${DELIVERY}\n`;
const TOLD = ['accepted undefined from s@example.com', 'delivered a@example.net from s@example.com'];
const KERNEL = 'Nov  9 10:00:00 mx1 kernel: [    1.000000] audit: type=1400 apparmor="ALLOWED" operation="open"\n';

test.each([
  ['sixty lines of others', KERNEL.repeat(60)],
  ['more lines of others than a beginning has', KERNEL.repeat(2000)],
  ['a line of some megabytes', `${'x'.repeat(3_000_000)}\n`],
  ['a line of NULs', `${'\0'.repeat(200_000)}\n`],
  ['others’ lines and then a line of some megabytes', `${KERNEL.repeat(60)}${'x'.repeat(3_000_000)}\n`],
])('a log is known for what it is behind %s', async (_, before) => {
  expect(await read(`${before}${LOG}`)).toEqual({ formats: ['postfix'], told: TOLD, failed: [] });
});

test('a log in which nothing of mail comes within a million characters is none', async () => {
  const { formats, failed } = await read(`${KERNEL.repeat(12_000)}${LOG}`);
  expect(formats).toEqual([]);
  expect(failed).toEqual([expect.stringContaining('no log that is known')]);
});

test.each([
  ['an array on one line', (lines: readonly object[]) => JSON.stringify(lines)],
  ['an array over many lines', (lines: readonly object[]) => JSON.stringify(lines, undefined, 2)],
  [
    'lines in which angle brackets are escaped',
    (lines: readonly object[]) =>
      lines
        .map(
          (line) =>
            `${JSON.stringify(line)
              .replaceAll('<', String.raw`\u003c`)
              .replaceAll('>', String.raw`\u003e`)}\n`,
        )
        .join(''),
  ],
  [
    'lines behind the name of a service',
    (lines: readonly object[]) => lines.map((line) => `mail-1  | ${JSON.stringify(line)}\n`).join(''),
  ],
  [
    'lines behind Kubernetes’ stamp',
    (lines: readonly object[]) =>
      lines.map((line) => `2026-11-09T10:52:14.1Z stdout F ${JSON.stringify(line)}\n`).join(''),
  ],
])('lines of a log within JSON are read as what the objects hold: %s', async (_, written) => {
  const lines = [SENDER, DELIVERY].map((log) => ({
    log: `${log}\n`,
    stream: 'stdout',
    time: '2026-11-09T10:52:14.5Z',
  }));
  expect(await read(written(lines))).toEqual({ formats: ['log-shipper'], told: TOLD, failed: [] });
});
