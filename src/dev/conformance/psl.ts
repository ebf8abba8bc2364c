import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { organizationalDomain } from '../../dmarc-policy/public-suffix.ts';
import { domainName } from '../../protocols/domain.ts';
import type { SuiteResult } from './tree-walk.ts';

/** Runs the public suffix list's own tests (`tests.txt`: a name and its registrable domain, or `null`, a line). */
export async function runPublicSuffix(folder: string): Promise<SuiteResult> {
  const lines = (await readFile(join(folder, 'tests.txt'), 'utf8')).split('\n');
  const cases = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('//'));
  const failed = cases.flatMap((line) => {
    const [name = '', wanted = ''] = line.split(/\s+/);
    const found = name === 'null' ? undefined : organizationalDomain(domainName(name));
    const expected = wanted === 'null' ? undefined : domainName(wanted);
    return found === expected ? [] : [`${name}: ${found ?? 'null'}, not ${wanted}`];
  });
  return { passed: cases.length - failed.length, failed };
}
