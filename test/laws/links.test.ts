import { access, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

interface Manifest {
  readonly files: readonly string[];
}
const { files } = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
/** What npm packs without being told. */
const ALWAYS = ['README.md', 'LICENSE', 'package.json'];

const linksIn = (text: string): string[] =>
  Array.from(text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g), ([, target = '']) => target).filter(
    (target) => !/^(?:https?|mailto):/.test(target),
  );

test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])(
  '%s links to files that are in the package',
  async (page) => {
    for (const target of linksIn(await readFile(page, 'utf8'))) {
      await expect(access(target), target).resolves.toBeUndefined();
      const isPacked = [...ALWAYS, ...files].some((entry) => target === entry || target.startsWith(`${entry}/`));
      expect(isPacked, target).toBe(true);
    }
  },
);
