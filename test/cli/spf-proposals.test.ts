import { Ajv2020 } from 'ajv/dist/2020.js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendaudit, sendauditIn, type Run } from '../support/sendaudit.ts';

const ZONE = `$ORIGIN example.com.
$TTL 3600
@ SOA ns hostmaster 1 2 3 4 5
@ NS ns
ns A 192.0.2.53
@ TXT "v=spf1 include:_a.example.com include:_b.example.com a:mail.example.com a:gone.example.com ip4:192.0.2.4 ip4:192.0.2.4 ~all"
mail A 192.0.2.9
_a TXT "v=spf1 ip4:192.0.2.0/25 include:_c.example.com -all"
_b TXT "v=spf1 ip4:192.0.2.128/25 -all"
_c TXT "v=spf1 ip6:2001:db8::/32 -all"
none A 192.0.2.1
two TXT "v=spf1 -all"
two TXT "v=spf1 ~all"
bad TXT "v=spf1 ipv4:192.0.2.1 -all"
dead TXT "v=spf1 include:other.invalid -all"
many TXT "v=spf1 include:_many.example.com -all"
_many TXT "v=spf1 " ${Array.from({ length: 300 }, (_, index) => `"ip4:198.51.${index >> 1}.${(index & 1) * 100} "`).join(' ')} "-all"
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  await writeFile(join(folder, 'example.com.zone'), ZONE);
});
afterAll(() => rm(folder, { recursive: true }));

const spf = (...argv: readonly string[]): Promise<Run> =>
  sendaudit('spf', ...argv, '--zone', join(folder, 'example.com.zone'));
const FLAT =
  'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 a:mail.example.com a:gone.example.com ip4:192.0.2.4 ip4:192.0.2.4 ~all';

describe('spf flatten', () => {
  test('proposes a record without includes, with the cost before and after', async () => {
    const { exitCode, stdout, stderr } = await spf('flatten', 'example.com');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('5 → 2 of 10 lookups');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(FLAT);
    expect(stdout).toContain('Services change theirs without telling you');
  });

  test('as JSON: changes, costs, and what stays with its reason', async () => {
    const { stdout } = await spf('flatten', 'example.com', '--keep', '_b.example.com', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'spf',
      action: 'flatten',
      changes: [{ kind: 'replace', name: 'example.com', type: 'TXT' }],
      before: { lookups: { min: 5, max: 5 } },
      after: { lookups: { min: 3, max: 3 } },
      flattened: [{ domain: '_a.example.com', lookups: 2, networks: 2 }],
      kept: [{ term: 'include:_b.example.com' }, { term: 'a:mail.example.com' }, { term: 'a:gone.example.com' }],
    });
  });

  test.each([
    ['no SPF', ['none.example.com'], 'none.example.com has no SPF record'],
    ['two records', ['two.example.com'], 'two.example.com has 2 SPF records'],
    ['a syntax error', ['bad.example.com'], 'the SPF record of bad.example.com has a syntax error'],
    ['an include that is not there', ['example.com', '--keep', 'x.example'], 'does not include x.example'],
    ['an include below another one', ['example.com', '--only', '_c.example.com'], 'does not include _c.example.com'],
    [
      'an include to keep and to flatten',
      ['example.com', '--keep', '_a.example.com', '--only', '_a.example.com'],
      'both',
    ],
  ])('%s: 2, and the reason', async (_, argv, reason) => {
    const { exitCode, stdout, stderr } = await spf('flatten', ...argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });

  test('leaves out an include that leads nowhere, and says so', async () => {
    const { stdout } = await sendaudit(
      'spf',
      'flatten',
      'casaluna.example',
      '--replay',
      'fixtures/recordings/casaluna.rec',
    );
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'include:old-crm.example: it leads to no SPF record, so SPF ends in permerror now',
    );
    expect(stdout).not.toMatch(/"v=spf1[^"]*old-crm/);
  });

  test('more addresses than records can hold: 2, and what to do instead', async () => {
    const { exitCode, stderr } = await spf('flatten', 'many.example.com');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('the addresses fill 13 records of their own, and receivers make 10 lookups');
  });

  test('what could not be found out: 3, and it stays as it is', async () => {
    const { exitCode, stdout } = await spf('flatten', 'dead.example.com');
    expect(exitCode).toBe(3);
    expect(stdout).toContain('include:other.invalid: it could not be read');
  });
});

describe('spf optimise', () => {
  test('proposes the record without what is dead or repeated, each with a reason', async () => {
    const { exitCode, stdout } = await spf('optimise', 'example.com', '--format', 'json');
    expect(exitCode).toBe(0);
    const body = JSON.parse(stdout) as { changes: { value: string }[]; steps: { kind: string; term: string }[] };
    expect(body.changes.map(({ value }) => value)).toEqual([
      'v=spf1 include:_a.example.com include:_b.example.com a:mail.example.com ip4:192.0.2.4 ~all',
    ]);
    expect(body.steps.map(({ kind, term }) => `${kind} ${term}`)).toEqual([
      'dead-name a:gone.example.com',
      'covered ip4:192.0.2.4',
    ]);
  });

  test('--static writes down addresses, and says what that means', async () => {
    const { stdout } = await spf('optimise', 'example.com', '--static');
    expect(stdout).toContain('by ip4:192.0.2.9');
    expect(stdout).toContain('when the host moves');
  });

  test('--reports tells which includes are used, and removes none for it', async () => {
    const world = ['--replay', 'fixtures/recordings/casaluna.rec', '--reports', 'fixtures/world/dmarc'];
    const { stdout } = await sendaudit('spf', 'optimise', 'casaluna.example', ...world, '--format', 'json');
    const { use, changes } = JSON.parse(stdout) as {
      use: { includes: { term: string; messages: number }[] };
      changes: { value: string }[];
    };
    const unused = use.includes.filter(({ messages }) => messages === 0).map(({ term }) => term);
    expect(unused).toContain('include:servers.mcsv.net');
    expect(unused).not.toContain('include:spf.protection.outlook.com');
    expect(changes[0]?.value).toContain('include:servers.mcsv.net');
  });

  test('can be spelt the American way', async () => {
    expect(await spf('optimize', 'example.com')).toEqual(await spf('optimise', 'example.com'));
  });

  test('a small record stays', async () => {
    const { exitCode, stdout } = await spf('optimise', '_b.example.com');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('nothing to change');
  });
});

test('documents keep to the schema', async () => {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  ajv.addFormat('date-time', true);
  const isReport = ajv.compile(JSON.parse((await sendaudit('schema', 'report')).stdout) as object);
  for (const argv of [
    ['flatten', 'example.com'],
    ['optimise', 'example.com'],
    ['flatten', 'dead.example.com'],
  ]) {
    const document: unknown = JSON.parse((await spf(...argv, '--format', 'json')).stdout);
    expect(isReport(document) ? [] : isReport.errors).toEqual([]);
  }
});

test('every other format renders a proposal', async () => {
  for (const format of ['jsonl', 'csv', 'markdown', 'html']) {
    const { exitCode, stdout, stderr } = await spf('flatten', 'example.com', '--format', format);
    expect({ format, exitCode, stderr }).toEqual({ format, exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/ip4:192\.0\.2\.0\/24 `?ip6:2001:db8::\/32/);
  }
});

test('`spf <domain>` is what it was, and options of a sub-command stand behind it', async () => {
  expect((await spf('example.com')).stdout).toContain('lookups (sum)');
  const lost = await sendaudit('spf', '--live', 'flatten', 'example.com');
  expect(lost).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('`--live` belongs behind `flatten`') as string,
  });
  const help = await sendaudit('spf', 'flatten');
  expect(help.stderr).toContain('try: sendaudit spf flatten --help');
});

test('interrupted: 130, and nothing is printed', async () => {
  const world = ['--zone', join(folder, 'example.com.zone')];
  for (const action of ['flatten', 'optimise'])
    expect(await sendauditIn({ interrupted: AbortSignal.abort() }, 'spf', action, 'example.com', ...world)).toEqual({
      exitCode: 130,
      stdout: '',
      stderr: '',
    });
});
