import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sendauditIn } from '../support/sendaudit.ts';

interface Step {
  readonly id?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = parse(await readFile('action.yml', 'utf8')) as Action;
const step = action.runs.steps.find(({ id }) => id === 'check');

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sendaudit-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the runner does: inputs into the environment, the script to bash. The package is this checkout. */
async function ran(
  inputs: Readonly<Record<string, string>>,
  {
    program = [process.execPath, resolve('src/dev/cli.ts')],
    cwd = '.',
  }: { readonly program?: readonly string[]; readonly cwd?: string } = {},
) {
  const output = join(folder, `output-${Math.random()}`);
  const summary = join(folder, `summary-${Math.random()}`);
  const value = (name: string): string => inputs[name] ?? action.inputs[name]?.default ?? '';
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([key, text]) => [
      key,
      text.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => value(name)),
    ]),
  );
  const run = await promisify(execFile)('bash', ['-eo', 'pipefail', '-c', step?.run ?? 'false'], {
    cwd,
    env: {
      ...process.env,
      ...env,
      SENDAUDIT: program.join(' '),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    },
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  );
  return { ...run, output: await readFile(output, 'utf8'), summary: await readFile(summary, 'utf8').catch(() => '') };
}

/** The arguments `sendaudit` is started with. */
const argumentsFor = async (inputs: Readonly<Record<string, string>>): Promise<string[]> =>
  (await ran(inputs, { program: ['printf', '%s\\n'] })).stdout.trimEnd().split('\n');

test('a step summary is written beside annotations only', async () => {
  const file = join(folder, 'beside.md');
  const world = { env: { LANG: 'C.UTF-8', GITHUB_STEP_SUMMARY: file } };
  const check = ['check', 'casaluna.example', '--replay', 'fixtures/recordings/casaluna.rec', '--format'];
  await sendauditIn(world, ...check, 'json');
  await expect(readFile(file)).rejects.toThrow('no such file');
  await sendauditIn(world, ...check, 'github');
  expect(await readFile(file, 'utf8')).toContain('casaluna.example');
});

describe('the GitHub Action', () => {
  const replay = '--replay fixtures/recordings/casaluna.rec';

  test('annotates, writes a step summary and SARIF, and fails with the findings', async () => {
    const sarif = join(folder, 'findings.sarif');
    const { code, stdout, output, summary } = await ran({ domains: 'casaluna.example', args: replay, sarif });
    expect(code).toBe(1);
    expect(output).toBe('exit-code=1\n');
    expect(stdout).toContain('::error');
    expect(summary).toContain('casaluna.example');
    expect(JSON.parse(await readFile(sarif, 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  test('never runs what stands in an input', async () => {
    const { stdout } = await ran({ domains: '$(echo owned) `echo owned` ; echo owned', args: replay });
    expect(stdout.split('\n')).not.toContain('owned');
  });

  test('lets what could not be found out pass, unless told otherwise', async () => {
    const undecided = { domains: 'casaluna.example', args: `${replay} --max-questions 5`, 'fail-on': 'never' };
    expect((await ran(undecided)).code).toBe(0);
    expect((await ran({ ...undecided, undecided: 'fail' })).code).toBe(3);
  });

  test('takes several lines where it takes several words', async () => {
    const lines = {
      domains: 'a.example\n  b.example c.example\n',
      zone: 'one.zone\ntwo.zone',
      args: '--ask-servers\n--passed\n',
    };
    expect((await argumentsFor(lines)).join(' ')).toBe(
      'check a.example b.example c.example --format github --zone one.zone --zone two.zone --live --ask-servers --passed',
    );
  });

  test('lays zones over live DNS, unless a recording is replayed', async () => {
    const zone = 'example.com.zone';
    expect(await argumentsFor({ zone })).toContain('--live');
    expect(await argumentsFor({ zone, args: '--passed --replayed' })).toContain('--live');
    for (const args of [
      replay,
      replay.replace(' ', '='),
      `--passed\n${replay}`,
      `--passed\n${replay.replace(' ', '=')}`,
    ])
      expect(await argumentsFor({ zone, args }), args).not.toContain('--live');
    expect(await argumentsFor({ domains: 'example.com' })).not.toContain('--live');
  });

  test('leaves to sendaudit.json what fails, unless told', async () => {
    await writeFile(join(folder, 'sendaudit.json'), '{ "failOn": "never" }');
    const inputs = { domains: 'casaluna.example', args: replay.replace('fixtures', resolve('fixtures')) };
    expect((await ran(inputs, { cwd: folder })).code).toBe(0);
    expect((await ran({ ...inputs, 'fail-on': 'error' }, { cwd: folder })).code).toBe(1);
  });
});
