import { gzipSync } from 'node:zlib';
import { postfixLog } from '../mail-log/postfix.ts';
import { STAMP_FORMS } from '../mail-log/stamps.ts';
import type { LogLine } from '../mail-log/story.ts';
import { campaignEvents } from './campaign.ts';

const DAY = 86_400;
const BEGIN = Date.parse('2026-11-09T00:00:00Z') / 1000;
const MESSAGES = 2200;
/** The log is cut off at midnight: some mail still waits. */
const END = '2026-11-13T00:00';

/** Two machines, from Monday to Thursday; on Wednesday afternoon Yahoo defers everything for four hours. */
export const mailLog = (): LogLine[] =>
  [
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
  ].filter(({ text }) => text < END);

/** What a shop's mail server and its newsletter service logged in four days, by the name of the file. */
export function theShop(): Map<string, Buffer> {
  const lines = mailLog().map(({ text }) => text);
  const half = Math.ceil(lines.length / 2);
  const text = (part: readonly string[]): Buffer => Buffer.from(`${part.join('\n')}\n`);
  return new Map([
    ['mail.log.1.gz', gzipSync(text(lines.slice(0, half)), { level: 9 })],
    ['mail.log.gz', gzipSync(text(lines.slice(half)), { level: 9 })],
    ['sendgrid.ndjson', text(campaignEvents())],
  ]);
}
