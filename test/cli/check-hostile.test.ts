import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, onTestFinished, test } from 'vitest';
import { reporters } from '../../src/reporters/all.ts';
import { NASTY, RAW } from '../reporters/nasty.ts';
import { csvRows } from '../support/csv-reader.ts';
import { hostileWorld } from '../support/hostile-world.ts';
import { sendauditIn } from '../support/sendaudit.ts';

/** Octets that are no text at all, beside texts that are, as octets. */
const TEXTS = [
  '\xFF\xFE\xC0\xAF\xED\xA0\x80\xF5\x80\x80\x80 octets',
  '\x9B31m\x9D0;title\x9C \x90q\x9C \x1B[2J\x1B]52;c;b3duZWQ=\x07',
  ...NASTY.map((text) => Buffer.from(text, 'utf8').toString('latin1')),
];
const DOMAINS = TEXTS.map((_, index) => `n${index}.example`);

/** Every format of one audit, as it was written. */
async function everyFormat(domains: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { io, argv } = await hostileWorld(TEXTS);
  const formats = Object.keys(reporters);
  const files = formats.flatMap((format) => ['--format', `${format}=${join(folder, format)}`]);
  const env = { LANG: 'C.UTF-8', GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  const run = await sendauditIn({ ...io, env }, 'check', ...domains, ...argv, '--passed', ...files);
  expect([run.exitCode, run.stderr, run.stdout]).toEqual([1, '', '']);
  const written = [...formats, 'summary'].map(
    async (format) => [format, await readFile(join(folder, format), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(written));
}

const lineAt = (text: string, what: RegExp): string | undefined => {
  const at = text.search(what);
  return at < 0 ? undefined : JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
};

/** Lines that the runner of GitHub Actions obeys. */
const commandsIn = (text: string): string[] => text.split('\n').filter((line) => /^\s*::/.test(line));
const ANNOTATION = /^::(?:error|warning|notice) (?:[a-z]+=[^:,]*[,:])+:./i;
// oxlint-disable-next-line no-control-regex -- the colours are ours
const SGR = /\u001B\[\d+m/g;
const rawIn = (text: string): string | undefined => lineAt(text.replaceAll('\r\n', '\n'), RAW);

function judge(written: Readonly<Record<string, string>>): void {
  for (const [format, text] of Object.entries(written)) {
    expect(text.length, format).toBeGreaterThan(500);
    expect(rawIn(text), format).toBeUndefined();
    if (format === 'github') for (const line of commandsIn(text)) expect(line).toMatch(ANNOTATION);
    else expect(commandsIn(text), format).toEqual([]);
  }
  const { json = '', jsonl = '', sarif = '', junit = '', csv = '', html = '' } = written;
  expect(JSON.parse(json)).toHaveProperty('subjects');
  for (const line of jsonl.trimEnd().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object');
  expect(JSON.parse(sarif)).toHaveProperty('runs');

  expect(XMLValidator.validate(junit)).toBe(true);
  expect(new XMLParser().parse(junit)).toHaveProperty('testsuites');
  const strict = new SaxesParser();
  strict.on('error', (error) => {
    throw error;
  });
  strict.write(junit).close();

  const rows = csvRows(csv);
  expect(rows.length).toBeGreaterThan(1);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?![\d.]+$)/);

  expect(html).not.toMatch(/<\/script><script>|<img src=x|<script>alert/);
}

/** As many as one report has pages for; with more, domains stand in a table. */
const PAGES = 10;

describe('what strangers publish and serve is only ever text', () => {
  test.each(DOMAINS.flatMap((_, index) => (index % PAGES === 0 ? [index] : [])))(
    'on pages, from text %i on',
    async (first) => {
      judge(await everyFormat(DOMAINS.slice(first, first + PAGES)));
    },
  );

  test('on a terminal with colours, and as annotations, domain by domain', async () => {
    const { io, argv } = await hostileWorld(TEXTS);
    const world = { ...io, env: { LANG: 'C.UTF-8', FORCE_COLOR: '1' } };
    const some = ['--only', 'dmarc', '--only', 'mx', '--only', 'bimi'];
    for (const domain of DOMAINS) {
      const text = await sendauditIn(world, 'check', domain, ...argv, ...some);
      expect(text.stdout).toContain('\u001B[31m');
      expect(rawIn(text.stdout.replaceAll(SGR, ''))).toBeUndefined();
      const github = await sendauditIn(world, 'check', domain, ...argv, ...some, '--format', 'github');
      const commands = commandsIn(github.stdout);
      expect(commands.length).toBeGreaterThan(2);
      for (const line of commands) expect(line).toMatch(ANNOTATION);
      expect(rawIn(github.stdout)).toBeUndefined();
    }
  });

  test('in a table', async () => {
    judge(await everyFormat(DOMAINS.slice(PAGES, 2 * PAGES + 1)));
  });
});
