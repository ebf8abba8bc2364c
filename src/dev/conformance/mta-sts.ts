import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMtaStsPolicy } from '../../protocols/mta-sts-policy.ts';
import { parseMtaStsRecord } from '../../protocols/mta-sts-record.ts';
import { parseTlsRpt } from '../../protocols/tls-rpt.ts';
import type { SuiteResult } from './tree-walk.ts';

interface Vector {
  readonly input: string;
  readonly valid: boolean;
}

const FILES: readonly { readonly file: string; readonly isValid: (text: string) => boolean }[] = [
  { file: 'mta-sts-txt.json', isValid: (text) => parseMtaStsRecord(text).value.valid },
  { file: 'mta-sts-policy.json', isValid: (text) => parseMtaStsPolicy(text).value.valid },
  { file: 'tls-rpt-txt.json', isValid: (text) => parseTlsRpt(text).value.valid },
];

/** Runs the vectors of MTA-STS records and policies, and of TLS-RPT records: texts, and whether they are valid. */
export async function runTransportTexts(folder: string): Promise<SuiteResult> {
  const outcomes = await Promise.all(
    FILES.map(async ({ file, isValid }) => {
      const vectors = JSON.parse(await readFile(join(folder, file), 'utf8')) as Vector[];
      const failed = vectors
        .filter(({ input, valid }) => isValid(input) !== valid)
        .map(({ input, valid }) => `${file}: ${JSON.stringify(input)} is ${valid ? 'valid' : 'invalid'}`);
      return { passed: vectors.length - failed.length, failed };
    }),
  );
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.flatMap(({ failed }) => failed),
  };
}
