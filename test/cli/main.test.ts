import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import { sendaudit, sendauditIn } from '../support/sendaudit.ts';

const REPLAY = ['--replay', 'fixtures/recordings/casaluna.rec'] as const;

test('a bug of ours says so, with its stack, and ends with 70', async () => {
  const now = (): Date => {
    throw new TypeError('no clock \u001B[31m');
  };
  const { exitCode, stdout, stderr } = await sendauditIn({ now }, 'spf', 'casaluna.example', ...REPLAY);
  expect({ exitCode, stdout }).toEqual({ exitCode: 70, stdout: '' });
  expect(stderr).toMatch(
    /has a bug: this should not have happened\.\nPlease report it with these lines:\nTypeError: no clock/,
  );
  expect(stderr).not.toContain('\u001B');
});

test('what the user typed comes back without its escape sequences', async () => {
  for (const argv of [
    ['check', 'a\u001B[31m b'],
    ['explain', '\u009B31m'],
    ['check', 'x.example', '--replay', '\u001B]0;x\u0007'],
    ['dmarc', '\u202Egnp.x'],
    ['\u001B[31mcheck'],
    ['check', '--\u001B[31m'],
  ]) {
    const { stderr, exitCode } = await sendaudit(...argv);
    expect(exitCode).toBe(2);
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
  }
});

describe('interrupted', () => {
  const aborted = AbortSignal.abort();

  test('before anything was asked: 130, and nothing is printed', async () => {
    for (const argv of [
      ['check', 'casaluna.example', ...REPLAY],
      ['spf', 'casaluna.example', ...REPLAY],
      ['dmarc', 'fixtures/world/dmarc'],
    ])
      expect(await sendauditIn({ interrupted: aborted }, ...argv)).toEqual({ exitCode: 130, stdout: '', stderr: '' });
  });

  test('while a name server does not answer: at once', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const begun = performance.now();
    // Nobody answers in TEST-NET-1 (RFC 5737).
    const argv = ['check', 'casaluna.example', '--resolver', '192.0.2.1', '--timeout', '20'];
    const run = await sendauditIn({ interrupted: controller.signal }, ...argv);
    expect(run).toMatchObject({ exitCode: 130, stdout: '' });
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

test('check reads DMARC reports from standard input', async () => {
  const { createReadStream } = await import('node:fs');
  const stdin: Readable = createReadStream(
    'fixtures/world/dmarc/comcast.net!casaluna.example!1791849600!1791936000.xml.gz',
  );
  const { stdout } = await sendauditIn(
    { stdin },
    'check',
    'casaluna.example',
    ...REPLAY,
    '--reports',
    '-',
    '--only',
    'traffic',
    '--format',
    'json',
  );
  expect(JSON.parse(stdout)).toMatchObject({ inputs: { read: 1, failed: [] } });
});

describe('explain', () => {
  test.each(checks.map(({ id }) => id))('%s', async (id) => {
    const { exitCode, stdout } = await sendaudit('explain', id);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ {2}why /m);
    expect(stdout).toMatch(/^ {2}fix /m);
    expect(stdout).toMatch(/^ {2}see /m);
  });
});

test('list checks lists every check once', async () => {
  const { stdout } = await sendaudit('list', 'checks', '--format', 'csv');
  const ids = stdout
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0]);
  expect(ids).toEqual(checks.map(({ id }) => id));
});

describe('--only and --skip', () => {
  const ran = async (...options: readonly string[]): Promise<string[]> => {
    const { stdout } = await sendaudit('check', 'casaluna.example', ...REPLAY, ...options, '--format', 'csv');
    return stdout
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[1] ?? '');
  };

  test('take a check or a family, several times', async () => {
    const families = (await ran('--only', 'spf', '--only', 'dkim/key')).map((id) => id.split('/')[0]);
    expect(new Set(families)).toEqual(new Set(['dkim', 'spf']));
    expect(await ran('--only', 'spf/lookup-limit')).toEqual(['spf/lookup-limit']);
  });

  test('together: only these, less those', async () => {
    const left = await ran('--only', 'spf', '--skip', 'spf/lookup-limit');
    expect(left.length).toBeGreaterThan(10);
    expect(left).not.toContain('spf/lookup-limit');
    expect(left.every((id) => id.startsWith('spf/'))).toBe(true);
  });

  test('a family is a whole name: `sp` is none', async () => {
    expect((await sendaudit('check', 'casaluna.example', ...REPLAY, '--only', 'sp')).exitCode).toBe(2);
  });
});

test('each domain is told about its own traffic only, with its SPF tree at hand', async () => {
  const argv = ['casaluna.example', 'help.casaluna.example', 'zendesk.com', '--zone', 'fixtures/world/zones'];
  const { stdout } = await sendaudit(
    'check',
    ...argv,
    '--reports',
    'fixtures/world/dmarc',
    '--only',
    'traffic',
    '--format',
    'json',
  );
  const { subjects } = JSON.parse(stdout) as {
    readonly subjects: readonly {
      domain: string;
      results: readonly { outcome: string; findings: readonly { subject: string }[] }[];
    }[];
  };
  const about = Object.fromEntries(
    subjects.map(({ domain, results }) => [
      domain,
      results.flatMap(({ findings }) => findings.map(({ subject }) => subject)),
    ]),
  );
  expect(about).toEqual({
    'casaluna.example': [
      'own:inv2026/unknown/casaluna.example',
      'zendesk/support/help.casaluna.example',
      'own:a:shop.casaluna.example/unknown/casaluna.example',
      'suspicious/casaluna.example',
    ],
    'help.casaluna.example': ['zendesk/support/help.casaluna.example'],
    'zendesk.com': [],
  });
  const outcomes = (domain: string): string[] =>
    subjects.filter((one) => one.domain === domain).flatMap(({ results }) => results.map(({ outcome }) => outcome));
  expect(outcomes('help.casaluna.example')).toContain('pass');
  expect(new Set(outcomes('zendesk.com'))).toEqual(new Set(['not-applicable']));
});

describe('--redact and the sender of an evaluation', () => {
  const zone = `$ORIGIN redact.example.
$TTL 3600
@ TXT "v=spf1 exists:%{l}._spf.%{d} -all exp=why.%{d}"
why TXT "%{l} at %{o} may not send, nor may %{lr-}, nor %{s}"
`;
  const sender = 'anna-rossi@redact.example';
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
    await writeFile(join(folder, 'redact.zone'), zone);
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  test.each(['text', 'json', 'jsonl', 'csv'])(
    'macros repeat the local part, and %s does not tell it',
    async (format) => {
      const argv = ['--zone', join(folder, 'redact.zone'), '--ip', '192.0.2.1', '--sender', sender, '--format', format];
      const open = await sendaudit('spf', 'redact.example', ...argv);
      const hidden = await sendaudit('spf', 'redact.example', ...argv, '--redact');
      if (format !== 'csv')
        expect(open.stdout).toContain('anna-rossi at redact.example may not send, nor may rossi.anna');
      expect(hidden.stdout).not.toMatch(/anna|rossi/);
      expect(hidden.exitCode).toBe(open.exitCode);
    },
  );
});

test('a null sender is checked as postmaster at the HELO name', async () => {
  const argv = ['casaluna.example', ...REPLAY, '--ip', '193.148.36.25', '--sender', '<>', '--format', 'json'];
  const { stdout } = await sendaudit('spf', ...argv);
  expect(JSON.parse(stdout)).toMatchObject({ domain: 'casaluna.example', result: 'pass', query: { sender: '' } });
});

test('what cannot be written is refused before anything is printed', async () => {
  for (const option of [
    ['--record', '/missing/world.rec'],
    ['--format', 'text', '--format', 'json=/missing/report.json'],
  ]) {
    const { exitCode, stdout, stderr } = await sendaudit('spf', 'casaluna.example', ...REPLAY, ...option);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('there is no folder /missing');
  }
});

describe('every command', () => {
  test.each(['check', 'dmarc', 'spf', 'explain', 'list', 'schema'])(
    '%s --help shows an example of it',
    async (name) => {
      const { exitCode, stdout } = await sendaudit(name, '--help');
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(new RegExp(`^Examples:\\n(?: {2}.*\\n)*? {2}.*sendaudit ${name}\\b`, 'm'));
    },
  );
});
