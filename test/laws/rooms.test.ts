import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOMS } from '../../src/dev/rooms.ts';

const run = promisify(execFile);
const rooms = new Set(ROOMS.map(({ name }) => name));
/** Rooms that may import everything. */
const OPEN = new Set(['cli', 'dev', 'library']);

const folders = (await readdir('src', { withFileTypes: true })).filter((entry) => entry.isDirectory());
const files = (await readdir('src', { recursive: true })).filter((file) => file.endsWith('.ts'));

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every import of one room from another, read from the text: the linter is what is tested here. */
async function importsOf(file: string): Promise<Import[]> {
  const text = await readFile(join('src', file), 'utf8');
  const from = file.split('/')[0] ?? '';
  return Array.from(
    text.matchAll(/^(?:import|export)\s(type\s)?[^;]*?\sfrom '(\.[^']+)'|import\('(\.[^']+)'\)/gm),
  ).flatMap(([, type, stated, dynamic]) => {
    const path = join(file, '..', stated ?? dynamic ?? '');
    const to = path.includes('/') ? (path.split('/')[0] ?? '') : '';
    return to === from ? [] : [{ file, from, to, typeOnly: type !== undefined }];
  });
}
const imports = (await Promise.all(files.map((file) => importsOf(file)))).flat();

test('every folder of src is a room with a law, or an open one', () => {
  expect(folders.map(({ name }) => name).filter((name) => !rooms.has(name) && !OPEN.has(name))).toEqual([]);
  expect([...rooms].filter((name) => !folders.some((folder) => folder.name === name))).toEqual([]);
});

test('a law names rooms that exist, and nobody may import the command line', () => {
  for (const { name, imports: allowed, types = [] } of ROOMS)
    for (const other of [...allowed, ...types]) {
      expect(rooms.has(other), `${name} → ${other}`).toBe(true);
      expect(OPEN.has(other)).toBe(false);
    }
});

test('rooms do not import each other in a circle', () => {
  const law = new Map(ROOMS.map(({ name, imports: allowed }) => [name, allowed]));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (law.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  for (const name of rooms) expect(reaches(name, name), name).toBe(false);
});

test('the law is kept', () => {
  const broken = imports.filter(({ from, to, typeOnly }) => {
    const room = ROOMS.find(({ name }) => name === from);
    if (room === undefined) return false;
    return !room.imports.includes(to) && !(typeOnly && room.types?.includes(to) === true);
  });
  expect(broken).toEqual([]);
});

test('only net/ knows the network, and only cli/ and dev/ the process', async () => {
  for (const file of files) {
    const text = await readFile(join('src', file), 'utf8');
    const room = file.split('/')[0] ?? '';
    if (room !== 'net' && room !== 'dev')
      expect(text, file).not.toMatch(/from 'node:(?:dns|net|dgram|tls|https?)'|\bfetch\(/);
    if (room !== 'cli' && room !== 'dev')
      expect(text, file).not.toMatch(/\bprocess\.(?:exit|argv|stdout|stderr|env)\b/);
  }
});

test('the linter bites where a room imports what it must not', async () => {
  const root = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  try {
    for (const path of ['oxlint.config.ts', 'tsconfig.json', join('src', 'dev', 'rooms.ts')])
      await cp(path, join(root, path));
    await symlink(resolve('node_modules'), join(root, 'node_modules'));
    await mkdir(join(root, 'src', 'core'));
    await writeFile(
      join(root, 'src', 'core', 'intruder.ts'),
      "import { spfTree } from '../spf/read-tree.ts';\nimport { createSocket } from 'node:dgram';\nimport chalk from 'chalk';\nexport const all = [spfTree, createSocket, chalk];\n",
    );
    const { stdout } = await run(resolve('node_modules/.bin/oxlint'), ['src/core', '--format', 'unix'], {
      cwd: root,
    }).catch((error: { stdout: string }) => error);
    expect(stdout.match(/no-restricted-imports/g)).toHaveLength(3);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
