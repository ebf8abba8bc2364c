/** `node src/dev/world/write.ts [--check]`: writes the fixture world, or says in what the committed one differs. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { differences } from './compare.ts';
import { theWorld } from './world.ts';

const folder = resolve(import.meta.dirname, '../../../fixtures/world');
const world = theWorld();
mkdirSync(folder, { recursive: true });
const found = await differences(folder, world);

if (process.argv.includes('--check')) {
  for (const { kind, path } of found) console.log(`${kind}: ${path}`);
  if (found.length > 0) process.exitCode = 1;
} else {
  for (const { kind, path } of found) {
    const target = join(folder, path);
    if (kind === 'extra') rmSync(target);
    const content = world.get(path);
    if (content === undefined) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  console.log(`${world.size} files, ${found.length} written or removed`);
}
