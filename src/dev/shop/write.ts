/** `node src/dev/shop/write.ts [--check]`: writes the shop's logs, or says in what the committed ones differ. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { differences } from '../world/compare.ts';
import { theShop } from './shop.ts';

const folder = resolve(import.meta.dirname, '../../../fixtures/shop');
const shop = theShop();
mkdirSync(folder, { recursive: true });
const found = await differences(folder, shop);
if (process.argv.includes('--check')) {
  for (const { kind, path } of found) console.log(`${kind}: ${path}`);
  if (found.length > 0) process.exitCode = 1;
} else {
  for (const { kind, path } of found) {
    const content = shop.get(path);
    if (kind === 'extra' || content === undefined) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), content);
  }
  console.log(`${shop.size} files, ${found.length} written or removed`);
}
