import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

const KEY = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const HEADER = `; sendaudit recording 1\n`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-overview-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is printed beside a label where the world is what these answers say. */
async function overview(label: string, answers: readonly string[]): Promise<string> {
  const file = join(folder, 'world.rec');
  const probes = ['sendaudit-wildcard-probe', '_dmarc.sendaudit-wildcard-probe'].map(
    (probe) => `? ${probe}.example.com TXT nxdomain ttl 60`,
  );
  await writeFile(file, HEADER + [...answers, ...probes].join('\n\n'));
  const { stdout } = await sendaudit('check', 'example.com', '--replay', file);
  const lines = stdout.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`  ${label} `));
  const end = lines.findIndex((line, n) => n > start && !line.startsWith('     '));
  return lines
    .slice(start, end)
    .map((line) => line.trim())
    .join(' ');
}
const txt = (name: string, text: string): string => `? ${name} TXT ok\n${name}. 60 IN TXT "${text}"`;

test('what a wildcard answers at selectors that were merely tried is no selector found', async () => {
  const wild = ['default', 'mail', 'google', 'sendaudit-wildcard-probe'].map((label) =>
    txt(`${label}._domainkey.example.com`, 'v=spf1 -all'),
  );
  const line = await overview('DKIM', ['? _domainkey.example.com TXT nodata ttl 60', ...wild]);
  expect(line).not.toMatch(/selectors? found/);
  expect(line).toMatch(/no selector is known/);
});

test('a key beside the wildcard is found', async () => {
  const answers = [
    txt('mail._domainkey.example.com', 'v=spf1 -all'),
    txt('sendaudit-wildcard-probe._domainkey.example.com', 'v=spf1 -all'),
    txt('google._domainkey.example.com', KEY),
  ];
  expect(await overview('DKIM', answers)).toMatch(/1 selector found: google/);
});

test('of a thousand addresses for reports the first are shown', async () => {
  const rua = Array.from({ length: 30 }, (_, n) => `mailto:r${n}@example.com`);
  const strings = rua.map((address) => `"${address},"`).join(' ');
  const record = `? _dmarc.example.com TXT ok\n_dmarc.example.com. 60 IN TXT "v=DMARC1; p=none; rua=" ${strings} "mailto:z@example.com"`;
  expect(await overview('DMARC', [record])).toMatch(/r4@example\.com and 26 more/);
});
