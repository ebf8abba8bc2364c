import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const conformance = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['src/dev/conformance.ts', ...args], { encoding: 'utf8' });

test.each([
  [[], 'usage: npm run conformance -- FOLDER'],
  [['no/such/folder'], 'there is no folder no/such/folder: suites lie in folders called spf-openspf, '],
  [['src'], 'there is no suite in src: suites lie in folders called spf-openspf, '],
])('conformance of %j says what is wrong with it, and counts nothing', (args, wrong) => {
  const { status, stdout, stderr } = conformance(...args);
  expect(stderr).toContain(wrong);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});
