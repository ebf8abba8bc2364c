import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assessmentOf, parseDmarc } from '../../protocols/dmarc.ts';
import type { SuiteResult } from './tree-walk.ts';

interface Vector {
  readonly input: string;
  readonly valid: boolean;
}

/**
 * Invalid after RFC 7489 and legal since RFC 9989: tags may stand in any order (§4.7), and the obsolete size limit is
 * ignored, however large (§4.8).
 */
const LEGAL_SINCE_RFC_9989: readonly RegExp[] = [/^v=DMARC1; sp=reject; p=reject$/, /![0-9]{20,}$/];

/** Runs `dmarc-txt-rfc7489.json`: texts, and whether they are DMARC records that apply. */
export async function runDmarcTexts(folder: string): Promise<SuiteResult> {
  const vectors = JSON.parse(await readFile(join(folder, 'dmarc-txt-rfc7489.json'), 'utf8')) as Vector[];
  const failed = vectors.flatMap(({ input, valid }) => {
    const expected = valid || LEGAL_SINCE_RFC_9989.some((pattern) => pattern.test(input));
    return applies(input) === expected ? [] : [`${JSON.stringify(input)} is ${expected ? 'valid' : 'invalid'}`];
  });
  return { passed: vectors.length - failed.length, failed };
}

/** Repeated tags make a tag list invalid (RFC 6376 §3.2), which we report without discarding the record. */
function applies(text: string): boolean {
  const { value, problems } = parseDmarc(text);
  return assessmentOf(value, 'treewalk') !== undefined && !problems.some(({ code }) => code === 'duplicate');
}
