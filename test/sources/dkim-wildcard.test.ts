import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

const LABELS = ['default', 'mail', 'google', 's1', 'sendaudit-wildcard-probe'];

/** The findings about DKIM where a recording says this of each of the selectors that were tried. */
async function dkimFindings(answer: (name: string) => string, ...more: readonly string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-wildcard-'));
  try {
    const file = join(folder, 'world.rec');
    const names = LABELS.map((label) => `${label}._domainkey.example.com`);
    const probes = ['sendaudit-wildcard-probe', '_dmarc.sendaudit-wildcard-probe'].map(
      (label) => `? ${label}.example.com TXT nxdomain ttl 60`,
    );
    await writeFile(
      file,
      ['; sendaudit recording 1', '? example.com SOA nodata ttl 60', ...names.map(answer), ...probes].join('\n\n'),
    );
    const { stdout } = await sendaudit('check', 'example.com', '--replay', file, '--format', 'jsonl', ...more);
    return [...stdout.matchAll(/"code":"(dkim\/[^"]*)"/g)].map(([, code = '']) => code);
  } finally {
    await rm(folder, { recursive: true });
  }
}
const wildcardText = (name: string): string => `? ${name} TXT ok\n${name}. 60 IN TXT "v=spf1 -all"`;
const wildcardAlias = (name: string): string => `? ${name} TXT nodata ttl 60\n${name}. 60 IN CNAME web.example.com.`;

test('replayed, a wildcard text at every selector that was tried is no selector in use', async () => {
  expect(await dkimFindings(wildcardText)).toEqual(['dkim/wildcard:text']);
});

test('replayed, a wildcard alias at every selector that was tried is nothing left over', async () => {
  expect(await dkimFindings(wildcardAlias)).toEqual([]);
});

test('a selector somebody names is in use, also where a wildcard answers', async () => {
  expect(await dkimFindings(wildcardText, '--selector', 's1')).toEqual(['dkim/selector:other', 'dkim/wildcard:text']);
});
