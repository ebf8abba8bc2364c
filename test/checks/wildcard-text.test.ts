import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

test('a domain whose own DMARC record is the wildcard keeps it when the wildcard goes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-wildcard-'));
  try {
    const file = join(folder, 'example.com.zone');
    await writeFile(file, '$TTL 60\n@ SOA ns h 1 7200 900 1209600 300\n* TXT "v=DMARC1; p=reject"\n');
    const { stdout } = await sendaudit('check', 'example.com', '--zone', file, '--only', 'dns/wildcard-text');
    expect(stdout).toMatch(/remove \*\.example\.com TXT "v=DMARC1; p=reject"/);
    expect(stdout).toMatch(/^\s+_dmarc\.example\.com TXT "v=DMARC1; p=reject"/m);
  } finally {
    await rm(folder, { recursive: true });
  }
});
