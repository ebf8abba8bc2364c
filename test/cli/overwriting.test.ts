import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-'));
  mkdirSync(at('reports'));
  writeFileSync(at('mail.log'), 'Nov 10 08:00:00 mx1 postfix/qmgr[1]: A1B2C3D4E5: removed\n');
  writeFileSync(at('report.xml'), '<feedback></feedback>');
  writeFileSync(at('reports', 'report.xml.gz'), gzipSync('<feedback></feedback>'));
  cpSync('fixtures/recordings/casaluna.rec', at('known.rec'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['dmarc', 'report.xml'],
  ['tlsrpt', 'report.xml'],
  ['failures', 'report.xml'],
  ['simulate', 'report.xml'],
  ['logs', 'mail.log'],
  ['diff', 'known.rec'],
])('`%s` writes nothing over the file it reads', async (command, name) => {
  const before = readFileSync(at(name));
  const { exitCode, stderr } = await sendaudit(command, at(name), '--format', `text=${at('.', name)}`);
  expect(stderr).toContain('is read, so nothing can be written to it');
  expect(exitCode).toBe(2);
  expect(readFileSync(at(name))).toEqual(before);
});

test('nor over what --compare, --map and --redact-key name', async () => {
  for (const [argv, name] of [
    [['dmarc', at('reports'), '--compare', at('report.xml')], 'report.xml'],
    [['logs', at('mail.log'), '--map', at('report.xml')], 'report.xml'],
    [['logs', at('mail.log'), '--redact-key', at('report.xml')], 'report.xml'],
  ] as const) {
    const { exitCode, stderr } = await sendaudit(...argv, '--format', `json=${at(name)}`);
    expect(stderr).toContain('is read, so nothing can be written to it');
    expect(exitCode).toBe(2);
  }
});

test('a report in a folder that is read is not written over, packed or not; a page of yesterday is', async () => {
  const packed = at('reports', 'report.xml.gz');
  const before = readFileSync(packed);
  const refused = await sendaudit('dmarc', at('reports'), '--format', `csv=${packed}`);
  expect(refused.stderr).toContain('lies in a folder that is read, so nothing can be written over it');
  expect(refused.exitCode).toBe(2);
  expect(readFileSync(packed)).toEqual(before);

  const tls = at('reports', 'tls.json');
  writeFileSync(tls, '{"organization-name":"Company-X","policies":[]}');
  cpSync(at('report.xml'), at('reports', 'plain.xml'));
  for (const name of ['plain.xml', 'tls.json']) {
    const held = readFileSync(at('reports', name));
    expect((await sendaudit('dmarc', at('reports'), '--format', `json=${at('reports', name)}`)).exitCode).toBe(2);
    expect(readFileSync(at('reports', name))).toEqual(held);
    rmSync(at('reports', name));
  }

  const json = at('reports', 'yesterday.json');
  for (let day = 0; day < 2; day += 1) await sendaudit('tlsrpt', 'fixtures/tls-rpt', '--format', `json=${json}`);
  expect((await sendaudit('tlsrpt', at('reports'), '--format', `json=${json}`)).stderr).not.toContain('is read');
  rmSync(json);
  writeFileSync(at('reports', 'page.html'), 'of yesterday');
  await sendaudit('dmarc', at('reports'), '--format', `html=${at('reports', 'page.html')}`);
  expect(readFileSync(at('reports', 'page.html'), 'utf8')).toContain('<html');
});
