import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import { deliveryChecks } from '../../src/checks/over-delivery.ts';
import { tlsReportChecks } from '../../src/checks/over-tls-reports.ts';
import { trafficChecks } from '../../src/checks/over-traffic.ts';
import { staleRegistries } from '../../src/dev/gen.ts';
import { reporters } from '../../src/reporters/all.ts';
import { sources } from '../../src/sources/all.ts';

test('what lies in a folder is what there is: no registry is stale', async () => {
  expect(await staleRegistries(process.cwd(), false)).toEqual([]);
});

test('a new file makes its registry stale, and `npm run gen` mends it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  try {
    for (const folder of [
      'sources',
      'checks',
      'providers',
      'reporters',
      'profiles',
      'logs/formats',
      'logs/bounce-mail/words',
      'replies/rules',
    ])
      await cp(join('src', folder), join(root, 'src', folder), { recursive: true });
    await cp('.oxfmtrc.json', join(root, '.oxfmtrc.json'));
    await writeFile(join(root, 'src', 'reporters', '3d-view.ts'), 'export default 1;\n');
    // What exports nothing by default serves the entries, and is none.
    await writeFile(join(root, 'src', 'sources', 'lookup.ts'), 'export const x = 1;\n');
    expect(await staleRegistries(root, false)).toEqual(['src/reporters/all.ts']);
    expect(await staleRegistries(root, true)).toEqual(['src/reporters/all.ts']);
    expect(await staleRegistries(root, false)).toEqual([]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

test('every source says what is so where it found nothing, as a clause', () => {
  for (const [id, { absence }] of Object.entries(sources)) expect(absence, id).toMatch(/^[a-z].*[^.]$/);
});

test('every reporter loads', async () => {
  for (const load of Object.values(reporters)) expect((await load()).default.title).not.toBe('');
});

test.each([
  ['traffic', trafficChecks],
  ['delivery', deliveryChecks],
  ['tlsReports', tlsReportChecks],
] as const)('checks over %s alone are those that ask for nothing else, in the order of all', (fact, listed) => {
  const asking = checks.filter(({ needs, considers = [] }) => [...needs, ...considers].every((one) => one === fact));
  expect(listed).toEqual(asking);
  expect(listed.length).toBeGreaterThan(0);
});
