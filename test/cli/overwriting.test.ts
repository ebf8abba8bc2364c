import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FilesNamed, refuseOverwriting, refuseUnwritable } from '../../src/cli/writable.ts';
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

describe('a file that is written', () => {
  test('may have any name, also one with an equals sign', async () => {
    mkdirSync(at('kind=tls'));
    await sendaudit('tlsrpt', 'fixtures/tls-rpt', '--format', `json=${at('kind=tls', 'a=b.json')}`);
    expect(readFileSync(at('kind=tls', 'a=b.json'), 'utf8')).toMatch(/^\{/);
  });

  const read: readonly (keyof FilesNamed)[] = ['zone', 'list', 'reports', 'compare'];
  const single: readonly (keyof FilesNamed)[] = ['replay', 'config', 'baseline', 'map', 'redactKey', 'spfFile'];

  test.each([...read, ...single])('is none that the option for %s names, under any other name', async (option) => {
    symlinkSync(at('report.xml'), at('alias.xml'));
    const named: FilesNamed = { [option]: read.includes(option) ? [at('report.xml')] : at('report.xml') };
    for (const path of [at('report.xml'), at('reports', '..', 'report.xml'), at('alias.xml')])
      await expect(refuseOverwriting([path], named, [])).rejects.toThrow(
        `${path} is read, so nothing can be written to it`,
      );
    await refuseOverwriting([at('other.xml')], named, []);
  });

  test('is none that another output goes to, a recording among them', async () => {
    const twice = `two outputs cannot go to one file, ${at('.', 'new.rec')}`;
    await expect(refuseOverwriting([at('new.rec'), at('.', 'new.rec')], {}, [])).rejects.toThrow(twice);
    await expect(refuseOverwriting([at('new.rec')], { record: at('.', 'new.rec') }, [])).rejects.toThrow(twice);
    await expect(refuseOverwriting([], { record: at('known.rec'), replay: at('known.rec') }, [])).rejects.toThrow(
      'is read',
    );
    // A recording is asked again, and written over by what is answered now.
    await refuseOverwriting([], { record: at('known.rec') }, [at('known.rec')]);
  });

  test('is no report in a folder that --compare names, and may be one beside it', async () => {
    cpSync(at('reports'), at('reports-of-october'), { recursive: true });
    const compare = [at('reports')];
    await expect(refuseOverwriting([at('reports', 'report.xml.gz')], { compare }, [])).rejects.toThrow(
      'lies in a folder',
    );
    await refuseOverwriting([at('reports-of-october', 'report.xml.gz')], { compare }, []);
  });

  test('is nothing in such a folder but a text of ours, or what is empty', async () => {
    const over = async (name: string, bytes: string | Uint8Array): Promise<void> => {
      writeFileSync(at('reports', name), bytes);
      await refuseOverwriting([at('reports', name)], {}, [at('reports')]);
    };
    await over('empty', '');
    await over('page.txt', 'of yesterday');
    await over('ours.json', '{\n  "schema": 3,\n  "tool": { "name": "sendaudit" },\n  "policies": [] }');
    for (const bytes of ['%PDF-1.7', 'From: a@b.example\n\nhello', '{"policies":[]}'])
      await expect(over('theirs', bytes)).rejects.toThrow('lies in a folder that is read');
  });

  test('lies in a folder that is there, and is none itself', async () => {
    await expect(refuseUnwritable(at('reports'))).rejects.toMatchObject({ why: 'it is a folder' });
    await expect(refuseUnwritable(at('none', 'a.json'))).rejects.toMatchObject({
      why: `there is no folder ${at('none')}`,
    });
    await expect(refuseUnwritable(at('report.xml', 'a.json'))).rejects.toMatchObject({
      why: expect.stringContaining('no folder'),
    });
    await refuseUnwritable(at('report.xml'));
    await refuseUnwritable(at('new.json'));
  });

  if (process.getuid?.() === 0) console.log('skipped: nothing is forbidden to root, so every file may be written');
  test.skipIf(process.getuid?.() === 0)('may be written', async () => {
    chmodSync(at('report.xml'), 0o400);
    await expect(refuseUnwritable(at('report.xml'))).rejects.toMatchObject({ why: 'permission denied' });
  });
});
