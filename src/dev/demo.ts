/**
 * `npm run demo`: the main job on the fixture world, offline, through the command line as users have it.
 * Findings and unreadable files are part of the show, so only what should not happen fails it.
 */
import { spawnSync } from 'node:child_process';

const RECORDING = 'fixtures/recordings/casaluna.rec';
const SHOWN = [
  ['check', 'casaluna.example', '--replay', RECORDING],
  ['dmarc', 'fixtures/world/dmarc', '--replay', RECORDING],
  ['logs', 'fixtures/shop'],
];
const EXPECTED = new Set([0, 1, 3]);

for (const args of SHOWN) {
  console.log(`\n$ npx sendaudit ${args.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, ['bin/sendaudit.js', ...args], { stdio: 'inherit' });
  console.log(`\n(exit code ${status})`);
  if (!EXPECTED.has(status ?? 70)) process.exitCode = 1;
}
