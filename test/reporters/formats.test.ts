import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';
import { RECORDING } from '../traffic/world.ts';

const FORMATS = ['markdown', 'html', 'sarif', 'junit', 'github'];
/** What every document of a format has, whatever is reported. */
const MARKS: Readonly<Record<string, RegExp>> = {
  markdown: /^# \S/,
  html: /^<!doctype html>[^]*<main>[^]*<\/html>\n$/,
  sarif: /^\{"\$schema":"https:\/\/docs\.oasis-open\.org\/[^]*\]\}\]\}\n$/,
  junit: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites [^]*<\/testsuites>\n$/,
  github: /\d error|nothing was judged/,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-formats-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a command with all five formats to files; what each of them holds. */
async function written(...argv: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const wanted = FORMATS.flatMap((format) => ['--format', `${format}=${join(folder, format)}`]);
  const { stderr } = await sendaudit(...argv, ...wanted);
  expect(stderr).toBe('');
  const texts = FORMATS.map(async (format) => [format, await readFile(join(folder, format), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

test.each([
  ['check', 'casaluna.example', ...RECORDING, '--only', 'spf'],
  ['dmarc', 'fixtures/world/dmarc'],
  ['spf', 'casaluna.example', ...RECORDING],
  ['explain', 'spf/lookup-limit'],
  ['list', 'formats'],
])('`%s` writes every format to a file', async (...argv) => {
  const texts = await written(...argv);
  for (const format of FORMATS) expect(texts[format], format).toMatch(MARKS[format] ?? /^$/);
});

test('with --redact no format names a mailbox', async () => {
  const argv = ['check', 'casaluna.example', ...RECORDING, '--only', 'dmarc'];
  expect(Object.values(await written(...argv)).join('\n')).toContain('dmarc-failures@casaluna.example');
  for (const [format, text] of Object.entries(await written(...argv, '--redact')))
    expect(text, format).not.toMatch(/dmarc-failures@|reports@dmarc-service/);
});
