import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/core/version.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const manifest = async (path: string): Promise<Manifest> => JSON.parse(await readFile(path, 'utf8')) as Manifest;
const own = await manifest('package.json');

test('the version is said once', () => {
  expect(VERSION).toBe(own.version);
});

test('mailauth is new enough to be a second opinion on RFC 9989', async () => {
  const [major = 0, minor = 0] = (await manifest('node_modules/mailauth/package.json')).version.split('.').map(Number);
  expect(major * 100 + minor).toBeGreaterThanOrEqual(701);
});

describe('what is installed is what package.json names', () => {
  test.each(Object.entries({ ...own.dependencies, ...own.devDependencies }))('%s %s', async (name, version) => {
    expect((await manifest(`node_modules/${name}/package.json`)).version).toBe(version);
  });
});

test('the command is there, and begins with the line that makes it one', async () => {
  const [path = ''] = Object.values(own.bin);
  expect(await readFile(path, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
