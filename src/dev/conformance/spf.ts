import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { evaluateSpf } from '../../spf/evaluate.ts';
import { spfSuiteWorld, type SuiteZone } from './spf-world.ts';

interface SuiteTest {
  readonly helo: string;
  readonly host: string;
  readonly mailfrom: string;
  readonly result: string | readonly string[];
  readonly explanation?: string;
}
interface Scenario {
  readonly description: string;
  readonly tests: Readonly<Record<string, SuiteTest>>;
  readonly zonedata: SuiteZone;
}

/** What the suites take for "no explanation was published". */
const DEFAULT_EXPLANATION = 'DEFAULT';

/** Runs the openspf suite for RFC 7208, or its older one for RFC 4408, found in `folder`. */
export async function runSpfSuite(
  folder: string,
  file = 'rfc7208-tests.yml',
): Promise<{ passed: number; failed: string[] }> {
  const failed: string[] = [];
  let passed = 0;
  for (const { description, tests, zonedata } of await readScenarios(join(folder, file))) {
    const net = spfSuiteWorld(zonedata);
    for (const [name, test] of Object.entries(tests)) {
      const { result, explanation, reason } = await evaluateSpf(net, {
        ip: test.host,
        sender: test.mailfrom,
        helo: test.helo,
        receiver: 'receiver.example.com',
      });
      const complaints = complaintsAbout(test, result, explanation);
      if (complaints.length === 0) passed++;
      else
        failed.push(`${description} / ${name}: ${complaints.join('; ')}${reason === undefined ? '' : ` (${reason})`}`);
    }
  }
  return { passed, failed };
}

async function readScenarios(path: string): Promise<Scenario[]> {
  const documents = parseAllDocuments(await readFile(path, 'utf8'), { uniqueKeys: false });
  return (Array.isArray(documents) ? documents : []).flatMap((document) => {
    const scenario = document.toJS() as Scenario | null;
    return scenario === null ? [] : [scenario];
  });
}

function complaintsAbout(test: SuiteTest, result: string, explanation: string | undefined): string[] {
  const complaints: string[] = [];
  const expected = [test.result].flat();
  if (!expected.includes(result)) complaints.push(`expected ${expected.join(' or ')}, got ${result}`);
  const given = explanation ?? DEFAULT_EXPLANATION;
  // Hexadecimal digits of %{i} may be of either case (§7.3 says nothing, DNS names do not care).
  if (test.explanation !== undefined && test.explanation.toLowerCase() !== given.toLowerCase()) {
    complaints.push(`expected the explanation "${test.explanation}", got "${given}"`);
  }
  return complaints;
}
