import { Ajv2020 } from 'ajv/dist/2020.js';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';
import { RECORDING, REPORTS } from '../traffic/world.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/);

const schemaOf = async (what: string): Promise<object> =>
  JSON.parse((await sendaudit('schema', what)).stdout) as object;
const isReport = ajv.compile(await schemaOf('report'));
const isConfig = ajv.compile(await schemaOf('config'));

type Document = Record<string, unknown>;

async function documentOf(...argv: readonly string[]): Promise<Document> {
  return JSON.parse((await sendaudit(...argv, '--format', 'json')).stdout) as Document;
}

const DOCUMENTS: readonly (readonly [command: string, ...argv: string[]])[] = [
  ['check', 'casaluna.example', '--zone', 'fixtures/world/zones'],
  ['check', 'casaluna.example', 'help.casaluna.example', 'gone.casaluna.example', '--zone', 'fixtures/world/zones'],
  ['check', 'casaluna.example', ...RECORDING, '--reports', REPORTS],
  ['dmarc', REPORTS],
  ['dmarc', REPORTS, ...RECORDING, '--redact'],
  ['dmarc', `${REPORTS}/comcast.net!casaluna.example!1791849600!1791936000.xml.gz`],
  ['dmarc', 'fixtures/README.md'],
  ['dmarc', REPORTS, '--config', 'fixtures/cli/config/streams.json', '--why', 'rule:', '--why', '198.51.100.66'],
  ['check', 'casaluna.example', ...RECORDING, '--reports', 'fixtures/README.md', '--passed'],
  ['check', 'casaluna.example', ...RECORDING, '--selector', 'never-asked', '--only', 'dkim'],
  ['tlsrpt', 'fixtures/tls-rpt/world'],
  ['tlsrpt', 'fixtures/tls-rpt/faults', '--redact'],
  ['tlsrpt', 'fixtures/README.md'],
  ['failures', 'fixtures/failures/mails', '--samples'],
  ['simulate', REPORTS],
  ['simulate', REPORTS, '--policy', 'reject', '--alignment', 'strict', '--without-selector', 'k2', '--redact'],
  ['simulate', REPORTS, '--zone', 'fixtures/world/zones', '--spf', 'v=spf1 mx -all', '--fail-on', 'legitimate-loss=1%'],
  ['spf', 'casaluna.example', ...RECORDING],
  ['spf', 'casaluna.example', ...RECORDING, '--ip', '193.148.36.25', '--sender', '<>', '--redact'],
  ['spf', 'other.example', ...RECORDING],
  ['spf', 'help.casaluna.example', '--zone', 'fixtures/world/zones'],
  ['spf', 'casaluna.example', ...RECORDING, '--ip', '193.148.36.25'],
  ['spf', 'casaluna.example', ...RECORDING, '--ip', '192.0.2.1'],
  ['explain', 'spf/lookup-limit'],
  ['list', 'checks'],
  ['list', 'providers'],
  ['list', 'formats'],
];

describe('a document of --format json keeps to its schema', () => {
  test.each(DOCUMENTS.map((argv) => [argv.join(' '), argv] as const))('%s', async (_, argv) => {
    const { stdout, exitCode } = await sendaudit(...argv, '--format', 'json');
    const document = JSON.parse(stdout) as Document;
    expect(isReport(document) ? [] : isReport.errors).toEqual([]);
    // The report says of itself how the program ended.
    expect(document).toMatchObject({ command: argv[0], summary: { exitCode } });
  });
});

test('the schema refuses what is no report', async () => {
  const document = await documentOf('spf', 'casaluna.example', ...RECORDING);
  expect(isReport({ ...document, schema: 2 })).toBe(false);
  expect(isReport({ ...document, command: 'other' })).toBe(false);
  expect(isReport({ ...document, domain: 7 })).toBe(false);
  const { summary: _, ...rest } = document;
  expect(isReport(rest)).toBe(false);
});

describe('the keys of the machine contract are there', () => {
  const keys = (value: unknown): string[] => Object.keys(value as object);
  const first = (value: unknown): unknown => (value as readonly unknown[])[0];

  test('of every document', async () => {
    const document = await documentOf('list', 'formats');
    expect(keys(document).slice(0, 6)).toEqual(['schema', 'tool', 'command', 'startedAt', 'inputs', 'summary']);
    expect(keys(document['tool'])).toEqual(['name', 'version']);
    expect(keys(document['inputs'])).toEqual(['read', 'failed', 'repairs']);
    expect(keys(document['summary'])).toEqual(['errors', 'warnings', 'notes', 'waived', 'inconclusive', 'exitCode']);
  });

  test('of check', async () => {
    const { subjects } = await documentOf('check', 'casaluna.example', '--zone', 'fixtures/world/zones');
    const subject = first(subjects) as { readonly results: readonly { readonly findings: readonly unknown[] }[] };
    expect(keys(subject)).toEqual(expect.arrayContaining(['domain', 'results']));
    expect(keys(subject.results[0])).toEqual(expect.arrayContaining(['check', 'title', 'outcome', 'findings']));
    const finding = subject.results.flatMap(({ findings }) => findings)[0];
    expect(keys(finding)).toEqual(expect.arrayContaining(['code', 'level', 'message', 'params', 'subject', 'at']));
  });

  test('of dmarc', async () => {
    const document = await documentOf('dmarc', REPORTS);
    expect(keys(document['totals'])).toEqual(['files', 'reports', 'duplicates', 'records', 'messages', 'pass', 'fail']);
    for (const key of ['id', 'name', 'provider', 'purpose', 'class', 'headerFrom', 'messages', 'pass', 'dkimAligned'])
      expect(keys(first(document['streams']))).toContain(key);
    for (const key of ['spfAligned', 'sources', 'confidence', 'evidence', 'firstSeen', 'lastSeen'])
      expect(keys(first(document['streams']))).toContain(key);
    for (const key of ['ip', 'stream', 'messages', 'pass', 'why'])
      expect(keys(first(document['sources']))).toContain(key);
    expect(document).toHaveProperty('reporters');
    expect(document).toHaveProperty('findings');
  });

  test('of a row of jsonl', async () => {
    const { stdout } = await sendaudit('dmarc', REPORTS, '--format', 'jsonl');
    const row = JSON.parse(stdout.slice(0, stdout.indexOf('\n'))) as object;
    for (const key of ['reporter', 'reportId', 'begin', 'end', 'policyDomain', 'policy', 'sourceIp', 'count'])
      expect(keys(row)).toContain(key);
    for (const key of ['overrides', 'headerFrom', 'dkim', 'spf', 'stream', 'provider', 'class', 'confidence'])
      expect(keys(row)).toContain(key);
  });
});

test('the exit code does not depend on the format', async () => {
  const argv = ['check', 'casaluna.example', '--zone', 'fixtures/world/zones'];
  for (const format of ['text', 'json', 'jsonl', 'csv'])
    expect((await sendaudit(...argv, '--format', format)).exitCode).toBe(1);
});

test('a report in a file is the report', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  try {
    const file = join(folder, 'report.json');
    const argv = ['dmarc', REPORTS];
    const { stdout } = await sendaudit(...argv, '--format', `json=${file}`, '--format', 'csv');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(await documentOf(...argv));
    expect(stdout).toMatch(/^begin,end,/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('--redact leaves no mailbox in any format', async () => {
  const argv = ['check', 'casaluna.example', '--zone', 'fixtures/world/zones', '--redact'];
  for (const format of ['text', 'json', 'jsonl', 'csv']) {
    const { stdout } = await sendaudit(...argv, '--format', format);
    expect(stdout).toContain('d…@casaluna.example');
    expect(stdout).not.toMatch(/dmarc@|reports@|dmarc-failures@/);
  }
});

describe('the schema of sendaudit.json', () => {
  const folder = 'fixtures/cli/config';
  test.each([
    ['selectors', true],
    ['empty', true],
    ['unknown-key', false],
    ['wrong-type', false],
    ['list', false],
  ])('says of %s.json what the program says: %s', async (name, good) => {
    const file = `${folder}/${name}.json`;
    expect(isConfig(JSON.parse(await readFile(file, 'utf8')))).toBe(good);
    const { exitCode, stderr } = await sendaudit(
      'check',
      'casaluna.example',
      '--config',
      file,
      '--zone',
      'fixtures/world/zones',
    );
    expect([stderr === '', exitCode !== 2]).toEqual([good, good]);
  });
});
