import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audits } from '../../src/cli/audits.ts';
import { sendaudit, sendauditIn } from '../support/sendaudit.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sendaudit-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const REPLAY = ['--replay', 'fixtures/recordings/casaluna.rec'] as const;
const written = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};
const settings = (value: unknown): Promise<string> =>
  written('sendaudit.json', typeof value === 'string' ? value : JSON.stringify(value));

interface Check {
  readonly summary: { readonly errors: number; readonly waived: number };
  readonly subjects: readonly {
    readonly domain: string;
    readonly results: readonly {
      readonly check: string;
      readonly findings: readonly { code: string; level: string }[];
    }[];
  }[];
}
const json = (text: string): Check => JSON.parse(text) as Check;

describe('a settings file is refused with its line and what was meant', () => {
  test.each([
    ['{', 'is not JSON'],
    ['{ "domain": {} }', 'line 1: the file: `domain` is no key here; did you mean `domains`?'],
    ['{\n"domains": { "a b": {} } }', 'line 2: domains: `a b` is no domain name'],
    ['{ "domains": { "example.com": { "policy": "strict" } } }', 'must be one of none, quarantine, reject'],
    ['{ "domains": { "example.com": { "senders": ["mailchmp"] } } }', 'is no provider; there is mailchimp'],
    ['{ "levels": { "spf/lookup-limt": "off" } }', 'is no check, and no family; there is spf/lookup-limit'],
    ['{ "levels": { "spf/lookup-limit:under": "off" } }', 'is no finding of spf/lookup-limit; it has over'],
    ['{ "ignore": [ { "code": "spf" } ] }', 'ignore[0] lacks `reason`'],
    ['{ "ignore": [ { "code": "spf", "reason": "x", "until": "2026-02-30" } ] }', 'is no date'],
    ['{ "failOn": "error", "failOn": "note" }', 'has the key `failOn` twice'],
    ['{ "domains": { "example.com": {}, "EXAMPLE.com.": {} } }', 'example.com is there twice'],
  ])('%s', async (text, told) => {
    const { exitCode, stderr } = await sendaudit('check', '--config', await settings(text));
    expect(stderr).toContain(told);
    expect(exitCode).toBe(2);
  });
});

test('--print-config tells every value and who set it', async () => {
  const config = await settings(
    '{ // comments may stand here\n"defaults": { "policy": "quarantine" },\n"domains": { "example.com": {\n"mx": ["MX.example.com."],\n"subdomains": { "news": { "policy": "reject" } } } },\n"failOn": "note" }',
  );
  const { stdout, exitCode } = await sendaudit('check', '--config', config, '--print-config', '--format', 'json');
  const { settings: rows } = JSON.parse(stdout) as { settings: { name: string; value: unknown; from: string }[] };
  const told = Object.fromEntries(rows.map(({ name, value, from }) => [name, [value, from.replace(folder, '')]]));
  expect(told).toMatchObject({
    failOn: ['note', '/sendaudit.json line 6'],
    profiles: [[], 'default'],
    'domains.example.com.policy': ['quarantine', '/sendaudit.json line 2'],
    'domains.example.com.mx': [['mx.example.com'], '/sendaudit.json line 4'],
    'domains.news.example.com.policy': ['reject', '/sendaudit.json line 5'],
  });
  expect(exitCode).toBe(0);
  const typed = await sendaudit('check', '--config', config, '--print-config', '--fail-on', 'never');
  expect(typed.stdout).toMatch(/failOn +never +--fail-on/);
});

test('levels and ignores of the settings hold', async () => {
  const config = await settings({
    domains: { 'casaluna.example': {} },
    levels: { 'spf/lookup-limit': 'note' },
    ignore: [{ code: 'spf/target-registration', reason: 'known' }],
  });
  const { stdout } = await sendaudit('check', ...REPLAY, '--config', config, '--format', 'json', '--only', 'spf');
  const { subjects, summary } = json(stdout);
  const found = subjects.flatMap(({ results }) => results.flatMap(({ findings }) => findings));
  expect(found.find(({ code }) => code === 'spf/lookup-limit:over')?.level).toBe('note');
  expect(found.find(({ code }) => code.startsWith('spf/target-registration'))).toMatchObject({
    waived: { by: 'ignore' },
  });
  expect(summary).toMatchObject({ errors: 0, waived: 1 });
});

test('with a baseline only what is new fails', async () => {
  const baseline = join(folder, 'baseline.json');
  const refused = await sendaudit('check', 'casaluna.example', ...REPLAY, '--baseline', baseline);
  expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('--update-baseline')]);
  const args = ['check', 'casaluna.example', ...REPLAY, '--baseline', baseline, '--fail-on', 'note'];
  expect((await sendaudit(...args, '--update-baseline')).exitCode).not.toBe(1);
  const again = await sendaudit(...args);
  expect(again.exitCode).not.toBe(1);
  expect(again.stdout).toContain('known from the baseline');
  const less = (await readFile(baseline, 'utf8')).split('\n').filter((line) => !line.includes('spf/lookup-limit'));
  await writeFile(baseline, less.join('\n').replaceAll(/,\n\] \}/g, '\n] }'));
  expect((await sendaudit(...args)).exitCode).toBe(1);
});

describe('many domains', () => {
  const ZONE =
    '$ORIGIN example.com.\n$TTL 300\n@ SOA ns host 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n@ TXT "v=spf1 -all"\nwww A 192.0.2.2\n';

  test('come from a list, from standard input, and each is audited once', async () => {
    const zone = await written('example.com.zone', ZONE);
    const list = await written('domains.csv', '\uFEFFdomain,owner\nexample.com,me # the first\n\nWWW.example.com.;x\n');
    const run = await sendauditIn(
      { stdin: Readable.from(['www.example.com\nno/domain here\nexample.net\n']) },
      'check',
      '-',
      'example.com',
      `--list=${list}`,
      `--zone=${zone}`,
      '--only=dns/existence',
      '--format=json',
    );
    const { subjects, inputs } = JSON.parse(run.stdout) as Check & {
      inputs: { failed: { path: string; error: string }[] };
    };
    expect(subjects.map(({ domain }) => domain)).toEqual(['example.com', 'www.example.com']);
    // What is no domain, and what the zone says nothing about, is counted and named.
    expect(inputs.failed.map(({ path }) => path)).toEqual(['standard input:2', 'domain', 'example.net']);
  });

  test('are the zones given whole where none is named', async () => {
    const zone = await written('example.com.zone', ZONE);
    const { stdout } = await sendaudit('check', '--zone', zone, '--only', 'spf', '--format', 'json');
    expect(json(stdout).subjects.map(({ domain }) => domain)).toEqual(['example.com']);
  });
});

test('a cap on questions leaves the rest undecided, and says why', async () => {
  const run = await sendaudit('check', 'casaluna.example', ...REPLAY, '--max-questions', '3', '--format', 'json');
  expect(run.stdout).toContain('the cap of 3 questions is reached');
  expect((await sendaudit('check', 'casaluna.example', ...REPLAY, '--max-questions', '0')).exitCode).toBe(2);
});

test('an interruption keeps what is done, in order, and begins nothing more', async () => {
  const interruption = new AbortController();
  const items = Array.from({ length: 100 }, (_, index) => index);
  let begun = 0;
  const { done, interrupted } = await audits(
    items,
    String,
    async (item) => {
      begun++;
      if (item === 30) interruption.abort(new Error('interrupted'));
      return item;
    },
    interruption.signal,
    { update: () => {}, stop: () => {} },
  );
  expect(interrupted).toBe(true);
  expect(done).toEqual(items.slice(0, done.length));
  expect(done.length).toBeLessThan(100);
  expect(begun).toBeLessThan(100);
});

test('an interruption before anything is done is told as one', async () => {
  const run = await sendauditIn({ interrupted: AbortSignal.abort() }, 'check', 'casaluna.example', ...REPLAY);
  expect([run.exitCode, run.stdout]).toEqual([130, '']);
});
