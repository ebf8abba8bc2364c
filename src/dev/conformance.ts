/**
 * `npm run conformance -- FOLDER`: runs the public suites that lie in a folder, one sub-folder each, and says what passed.
 * The suites are not ours to ship, so the project's tests do without them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runDmarcTexts } from './conformance/dmarc-txt.ts';
import { runTransportTexts } from './conformance/mta-sts.ts';
import { runPublicSuffix } from './conformance/psl.ts';
import { runSpfSuite } from './conformance/spf.ts';
import { runTreeWalk } from './conformance/tree-walk.ts';

interface Outcome {
  readonly passed: number;
  readonly failed: readonly string[];
}

const SUITES: readonly {
  readonly folder: string;
  readonly name: string;
  readonly run: (folder: string) => Promise<Outcome>;
}[] = [
  { folder: 'spf-openspf', name: 'SPF, RFC 7208', run: runSpfSuite },
  { folder: 'dmarc-treewalk', name: 'DMARC tree walk, RFC 9989', run: runTreeWalk },
  { folder: 'psl', name: 'public suffix list', run: runPublicSuffix },
  { folder: 'mox-parse-vectors', name: 'DMARC records', run: runDmarcTexts },
  { folder: 'mox-parse-vectors', name: 'MTA-STS and TLS-RPT texts', run: runTransportTexts },
];

const [root] = process.argv.slice(2);
const there = root === undefined ? [] : SUITES.filter(({ folder }) => existsSync(join(root, folder)));
if (root === undefined) {
  console.error('usage: npm run conformance -- FOLDER');
  process.exitCode = 2;
} else if (there.length === 0) {
  const folders = [...new Set(SUITES.map(({ folder }) => folder))].join(', ');
  const why = existsSync(root) ? `there is no suite in ${root}` : `there is no folder ${root}`;
  console.error(`${why}: suites lie in folders called ${folders}`);
  process.exitCode = 2;
} else {
  let [passed, failed] = [0, 0];
  for (const suite of SUITES) {
    const { folder, name, run } = suite;
    if (!there.includes(suite)) {
      console.log(`${name}: skipped, there is no ${folder}`);
      continue;
    }
    const outcome = await run(join(root, folder));
    passed += outcome.passed;
    failed += outcome.failed.length;
    console.log(`${name}: ${outcome.passed} of ${outcome.passed + outcome.failed.length}`);
    for (const failure of outcome.failed) console.log(`  ${failure}`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}
