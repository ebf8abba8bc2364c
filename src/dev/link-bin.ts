/**
 * npm links the commands of a package's dependencies, not its own: this makes `npx sendaudit` work in a checkout.
 * In a consumer's tree there is nothing to do, npm has linked it there.
 */
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join('node_modules', '.bin');
const link = join(folder, 'sendaudit');
await mkdir(folder, { recursive: true });
await rm(link, { force: true });
await symlink(join('..', '..', 'bin', 'sendaudit.js'), link);
