import { execFile, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryArguments, sendauditProcess } from './child.ts';

const REPLAY = ['--replay', 'fixtures/recordings/casaluna.rec'] as const;
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

test.concurrent.each([
  [0, ['spf', 'casaluna.example', ...REPLAY, '--ip', '193.148.36.25']],
  [1, ['check', 'casaluna.example', ...REPLAY, '--only', 'spf/lookup-limit']],
  [2, ['check', 'no domain']],
  [3, ['spf', 'other.example', ...REPLAY]],
] as const)('exit code %i arrives', async (exitCode, argv) => {
  expect(await sendauditProcess(argv)).toMatchObject({ exitCode, signal: null });
});

/** Nothing but what rows have no place for. */
const UNREAD_INPUTS = /^(?:sendaudit: fixtures\/world\/dmarc\/.*\n)*$/;

describe('a pipe that is closed early', () => {
  test.concurrent.each([
    ['rows', ['dmarc', 'fixtures/world/dmarc', '--format', 'jsonl']],
    ['a document', ['dmarc', 'fixtures/world/dmarc', '--format', 'json']],
    ['a page', ['list', 'providers']],
  ])('is no error: %s', async (_, argv) => {
    const ended = await sendauditProcess(argv, (child) => {
      child.stdout?.once('data', () => child.stdout?.destroy());
    });
    expect(ended.stderr).toMatch(UNREAD_INPUTS);
    expect([0, 3]).toContain(ended.exitCode);
  });

  test.concurrent('through a real shell: `| head -1`', async () => {
    const quoted = [process.execPath, ...entryArguments('dmarc', 'fixtures/world/dmarc', '--format', 'jsonl')]
      .map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`)
      .join(' ');
    const { stdout, stderr } = await run('sh', ['-c', `${quoted} | head -1`]);
    expect(stderr).toMatch(UNREAD_INPUTS);
    expect(JSON.parse(stdout)).toMatchObject({ policyDomain: 'casaluna.example' });
  });
});

if (!existsSync('/dev/full')) console.log('skipped: there is no /dev/full here to be a full disk');
test.skipIf(!existsSync('/dev/full')).concurrent.each([
  ['a report', ['check', 'casaluna.example', ...REPLAY]],
  ['the help', ['--help']],
] as const)('a full disk is said in a sentence, and is no finding: %s', async (_, argv) => {
  const full = openSync('/dev/full', 'w');
  try {
    const child = spawn(process.execPath, entryArguments(...argv), { stdio: ['ignore', full, 'pipe'] });
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => void (stderr += chunk.toString()));
    const [exitCode] = (await once(child, 'close')) as [number];
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^sendaudit: cannot write what was asked for\n {2}ENOSPC.*\n$/);
  } finally {
    closeSync(full);
  }
});

test('Ctrl-C while a name server keeps silent ends at once, with 130 and without a report', async () => {
  const silent = createSocket('udp4');
  silent.bind(0, '127.0.0.1');
  await once(silent, 'listening');
  const begun = performance.now();
  const argv = ['check', 'casaluna.example', '--resolver', `127.0.0.1:${silent.address().port}`, '--timeout', '30'];
  const ended = await sendauditProcess(argv, (child) => {
    // The first question says that it is under way.
    silent.once('message', () => child.kill('SIGINT'));
  });
  silent.close();
  expect(ended).toEqual({ exitCode: 130, signal: null, stdout: '', stderr: '' });
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('nothing but the report is printed where nobody sits at a terminal', async () => {
  const silent = createSocket('udp4');
  silent.bind(0, '127.0.0.1');
  await once(silent, 'listening');
  const resolver = `127.0.0.1:${silent.address().port}`;
  const argv = ['spf', 'casaluna.example', '--resolver', resolver, '--timeout', '0.3'];
  const ended = await sendauditProcess(argv);
  silent.close();
  expect(ended).toMatchObject({ exitCode: 3, stderr: '' });
  expect(ended.stdout).toMatch(/^casaluna\.example\n/);
});

describe('the launcher', () => {
  test.concurrent.each(['18.20.4', '20.11.0', '22.18.0'])('refuses Node %s with one sentence', async (version) => {
    const old = join(folder, `old-${version}.cjs`);
    await writeFile(old, `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} });\n`);
    const child = spawn(process.execPath, ['--require', old, 'bin/sendaudit.js', '--version'], { stdio: 'pipe' });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString()));
    const [exitCode] = (await once(child, 'close')) as [number];
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `sendaudit needs Node 22.19 or newer, and this is Node ${version}\n`,
    });
  });

  test('asks for the Node that package.json asks for', async () => {
    const { engines } = JSON.parse(await readFile('package.json', 'utf8')) as { engines: { node: string } };
    expect(engines.node).toBe('>=22.19');
  });
});

describe('what is loaded', () => {
  /** Modules that Node was asked to load, by a hook that writes each one's URL. */
  async function loaded(...argv: readonly string[]): Promise<string[]> {
    const list = join(folder, `loaded-${argv.join('-').replaceAll(/\W/g, '')}.txt`);
    const hook = join(folder, `${list.length}-hook.mjs`);
    await writeFile(
      hook,
      `import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); } });
`,
    );
    await run(process.execPath, ['--import', hook, ...entryArguments(...argv)]).catch(() => {});
    return (await readFile(list, 'utf8')).trimEnd().split('\n');
  }
  const HEAVY = /node_modules\/(?:chalk|ora|saxes|fast-xml-parser|imapflow|jsonc-parser|mailauth|tldts|yauzl|yaml)\//;

  test.concurrent('by --help is next to nothing', async () => {
    const modules = await loaded('--help');
    expect(modules.filter((url) => HEAVY.test(url) || /src\/(?:checks|providers|net|reports|spf)\//.test(url))).toEqual(
      [],
    );
    // The program, and what is typed: a file for each command with many options.
    expect(modules.filter((url) => url.includes('/src/')).length).toBeLessThan(24);
  });

  test.concurrent('by check is no reader of reports', async () => {
    const modules = await loaded('check', 'casaluna.example', ...REPLAY);
    expect(
      modules.filter((url) => /node_modules\/(?:ora|saxes|fast-xml-parser|yauzl)\/|src\/reports\//.test(url)),
    ).toEqual([]);
  });

  test.concurrent('by dmarc without DNS is no DNS', async () => {
    const modules = await loaded('dmarc', 'fixtures/world/dmarc', '--format', 'json');
    expect(modules.filter((url) => /node_modules\/(?:ora|dns-packet|yaml)\//.test(url))).toEqual([]);
  });
});
