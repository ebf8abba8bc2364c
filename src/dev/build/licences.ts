import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** What is built in keeps its licence: all of them in one file beside the code. */
export const licences = (root: string, packages: readonly string[]): Plugin => ({
  name: 'licences',
  async generateBundle() {
    const texts = await Promise.all(packages.map((name) => licenceOf(join(root, 'node_modules', name), name)));
    this.emitFile({ type: 'asset', fileName: 'LICENCES.txt', source: texts.join('\n\n') });
  },
});

async function licenceOf(folder: string, name: string): Promise<string> {
  const file = (await readdir(folder)).find((one) => /^licen[cs]e(?:\.\w+)?$/i.test(one));
  if (file === undefined) throw new Error(`${name} has no licence to pass on`);
  return `${name}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
}
