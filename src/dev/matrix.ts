/**
 * Aggregate reports with one fault or container each, and what must come of them: `npm run matrix -- FOLDER` writes a folder
 * for each case and `truth.json` beside them.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MATRIX } from './matrix/all.ts';
import { writeMatrix } from './matrix/write.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-')) {
  console.error('usage: npm run matrix -- FOLDER');
  process.exit(2);
}
await writeMatrix(join(folder, 'reports'));
const truth = Object.fromEntries(MATRIX.map(({ name, truth: one }) => [name, one]));
await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth, undefined, 2)}\n`);
console.log(`${MATRIX.length} cases in ${folder}`);
