import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import { coversCode } from '../../src/core/finding-code.ts';
import type { Profile } from '../../src/profiles/profile.ts';

// A copy of the house: what is new is written where one stands.
let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  await cp('src', join(root, 'src'), { recursive: true });
  for (const path of ['.oxfmtrc.json', 'package.json', 'tsconfig.json']) await cp(path, join(root, path));
  await symlink(resolve('node_modules'), join(root, 'node_modules'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
const made = (...args: readonly string[]): Promise<Run> =>
  promisify(execFile)(process.execPath, [join(root, 'src/dev/new.ts'), ...args], { cwd: root }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Run) => error,
  );

const KINDS = [
  ['check', 'spf/made-today', 'src/checks/spf/made-today.ts'],
  ['profile', 'made-today', 'src/profiles/made-today.ts'],
  ['provider', 'made-today', 'src/providers/made-today.ts'],
  ['reporter', 'made-today', 'src/reporters/made-today.ts'],
] as const;

test.each(KINDS)('a new %s is a file, and stands in its registry', async (kind, id, path) => {
  const { stdout } = await made(kind, id);
  expect(stdout).toContain(`written: ${path}\n`);
  const registry = `src/${path.split('/')[1]}/all.ts`;
  expect(stdout).toContain(`written: ${registry}\n`);
  expect(await readFile(join(root, registry), 'utf8')).toContain(`made-today.ts`);
});

test('what is new is formatted, as the rest of the house', async () => {
  const files = KINDS.map(([, , path]) => path);
  await promisify(execFile)(resolve('node_modules/.bin/oxfmt'), ['--check', ...files], { cwd: root });
});

test('a new profile names itself, and checks that exist', async () => {
  const file = join(root, 'src/profiles/made-today.ts');
  const { default: profile } = (await import(pathToFileURL(file).href)) as { default: Profile };
  expect(profile.id).toBe('made-today');
  const codes = profile.demands.flatMap(({ against }) => against.map((code) => code.replace(/:.*/, '')));
  expect(codes.filter((code) => !checks.some(({ id }) => coversCode(code, id)))).toEqual([]);
});

test('what somebody wrote is never written over', async () => {
  const { stdout } = await made('profile', 'made-today');
  expect(stdout).toBe('left alone, it is there already: src/profiles/made-today.ts\n');
});

test.each([[[]], [['profile']], [['profile', 'Not An Id']], [['check', 'no-family']], [['constructor', 'x']]])(
  'what cannot be made is told how: %j',
  async (args) => {
    const { code, stderr } = await made(...args);
    expect(code).toBe(2);
    expect(stderr).toContain('npm run new profile some-receiver');
  },
);
