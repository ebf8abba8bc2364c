/** `node src/dev/shop/write.ts [--check]`: writes what a shop's mail server and its newsletter service logged in four days. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { postfixLog } from '../mail-log/postfix.ts';
import { STAMP_FORMS } from '../mail-log/stamps.ts';
import { differences } from '../world/compare.ts';
import { campaignEvents } from './campaign.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const DAY = 86_400;
const BEGIN = seconds('2026-11-09T00:00:00Z');
const MESSAGES = 2200;

/** Two machines, from Monday to Thursday; on Wednesday afternoon Yahoo defers everything for four hours. */
const lines = [
  ...postfixLog({
    seed: 'shop',
    begin: BEGIN,
    messages: MESSAGES,
    spacing: (4 * DAY) / MESSAGES,
    forms: STAMP_FORMS.filter(({ name }) => name === 'RFC 3339').flatMap((form) => [form, form]),
    ids: 'long',
    reordered: true,
    tls: 'lines',
    incident: { from: BEGIN + 2.5 * DAY, to: BEGIN + 2.5 * DAY + 4 * 3600, mx: 'mta7.am0.yahoodns.net' },
  }),
].map(({ text }) => text);
// The log is cut off at midnight: some mail still waits.
const end = '2026-11-13T00:00';
const told = lines.filter((line) => line < end);
const half = Math.ceil(told.length / 2);
const text = (part: readonly string[]): Buffer => Buffer.from(`${part.join('\n')}\n`);

const shop = new Map<string, Buffer>([
  ['mail.log.1.gz', gzipSync(text(told.slice(0, half)), { level: 9 })],
  ['mail.log.gz', gzipSync(text(told.slice(half)), { level: 9 })],
  ['sendgrid.ndjson', text(campaignEvents())],
]);

const folder = resolve(import.meta.dirname, '../../../fixtures/shop');
mkdirSync(folder, { recursive: true });
const found = await differences(folder, shop);
if (process.argv.includes('--check')) {
  for (const { kind, path } of found) console.log(`${kind}: ${path}`);
  if (found.length > 0) process.exitCode = 1;
} else
  for (const { kind, path } of found) {
    const content = shop.get(path);
    if (kind === 'extra' || content === undefined) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), content);
  }
