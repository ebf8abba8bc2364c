import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

const DMARC =
  '<?xml version="1.0"?><feedback><report_metadata><org_name>a.example</org_name></report_metadata></feedback>';
const TLS = '{"organization-name":"a.example","date-range":{},"report-id":"1","policies":[]}';
const LINE = 'Nov 10 08:00:00 mx1 postfix/qmgr[1]: A1B2C3D4E5: removed\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-'));
  writeFileSync(join(folder, 'a.xml.gz'), gzipSync(DMARC));
  writeFileSync(join(folder, 'b.xml'), DMARC.replaceAll(/<(\/?)(?=\w)/g, '<$1d:'));
  writeFileSync(join(folder, 'c.json'), TLS);
  writeFileSync(join(folder, 'd.xml'), '<feedback>of a form on a page</feedback>');
  writeFileSync(join(folder, 'mail.log'), LINE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('`logs` passes over reports that other commands read, as it does where they come by mail', async () => {
  const { stdout } = await sendaudit('logs', folder, '--format', 'json');
  const { inputs } = JSON.parse(stdout) as {
    inputs: { passedOver: { path: string; what: string }[]; failed: { path: string }[] };
  };
  expect(inputs.passedOver.map(({ path, what }) => [path.slice(folder.length + 1), what])).toEqual([
    ['a.xml.gz', 'a DMARC report'],
    ['b.xml', 'a DMARC report'],
    ['c.json', 'a TLS report'],
  ]);
  expect(inputs.failed.map(({ path }) => path)).toEqual([join(folder, 'd.xml')]);
});

test('a list that names no domain is named', async () => {
  const list = join(folder, 'empty.txt');
  writeFileSync(list, '# nothing yet\n\n');
  const { stderr, exitCode } = await sendaudit('check', '--list', list);
  expect(stderr).toContain(`${list} names none`);
  expect(exitCode).toBe(2);
});
