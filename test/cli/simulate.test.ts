import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordXml, reportXml } from '../support/aggregate-xml.ts';
import { sendaudit } from '../support/sendaudit.ts';

/** 1,000 messages of one's own: 990 signed by the domain, 10 by its help desk only. */
const POLICY = '<policy_published><domain>example.com</domain><p>none</p><sp>none</sp></policy_published>';
const SIGNED = recordXml({
  count: '990',
  evaluated: '<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>',
  results:
    '<dkim><domain>example.com</domain><selector>s2026</selector><result>pass</result></dkim><spf><domain>example.com</domain><scope>mfrom</scope><result>softfail</result></spf>',
});
const DESK = recordXml({
  sourceIp: '192.161.146.1',
  count: '10',
  evaluated: '<disposition>none</disposition><dkim>fail</dkim><spf>fail</spf>',
  results:
    '<dkim><domain>zendesk.com</domain><selector>zendesk1</selector><result>pass</result></dkim><spf><domain>acme.zendesk.com</domain><scope>mfrom</scope><result>pass</result></spf>',
});

let folder: string;
let report: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  report = join(folder, 'report.xml');
  await writeFile(report, reportXml({ policy: POLICY, records: [SIGNED, DESK] }));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const simulate = (...options: readonly string[]) => sendaudit('simulate', report, ...options);
const codeOf = async (...options: readonly string[]): Promise<number> => (await simulate(...options)).exitCode;

describe('the exit code', () => {
  test.each<[string, string[], number]>([
    ['a stream that would be refused is an error', ['--policy', 'reject'], 1],
    ['and no failure where nothing is to be one', ['--policy', 'reject', '--fail-on', 'never'], 0],
    ['nothing is refused without a policy', ['--policy', 'none'], 0],
    ['1 % of loss is more than 0.9 %', ['--policy', 'reject', '--fail-on', 'legitimate-loss=0.9%'], 1],
    ['and not more than 1 %', ['--policy', 'reject', '--fail-on', 'legitimate-loss=1%'], 0],
    ['as a share', ['--policy', 'reject', '--fail-on', 'legitimate-loss=0.009'], 1],
    ['mail filed as spam is not refused', ['--policy', 'quarantine', '--fail-on', 'legitimate-loss=0%'], 0],
    ['but has a limit of its own', ['--policy', 'quarantine', '--fail-on', 'legitimate-quarantine=0.5%'], 1],
    [
      'limits may stand together',
      ['--policy', 'quarantine', '--fail-on', 'legitimate-loss=0%', '--fail-on', 'legitimate-quarantine=2%'],
      0,
    ],
    ['and beside a level', ['--policy', 'reject', '--fail-on', 'legitimate-loss=5%', '--fail-on', 'error'], 1],
    ['a domain that is not ready', [], 1],
  ])('%s', async (_, options, expected) => {
    expect(await codeOf(...options)).toBe(expected);
  });
});

test('a domain of which nobody can tell whether it is ready ends with 3', async () => {
  const healthy = join(folder, 'healthy.xml');
  await writeFile(healthy, reportXml({ policy: POLICY, records: [SIGNED] }));
  const { exitCode, stdout } = await sendaudit('simulate', healthy);
  expect(exitCode).toBe(3);
  expect(stdout).toMatch(/^example\.com · ready for p=reject\? +cannot tell\n/);
  expect(stdout).toContain('? 1 report from 1 reporter for 1 day');
});

describe('a stream that is lost', () => {
  test('is a result for code scanning, with what to do', async () => {
    const { stdout } = await simulate('--policy', 'reject', '--format', 'sarif');
    const { runs } = JSON.parse(stdout) as {
      runs: { results: { ruleId: string; level: string; message: { text: string } }[] }[];
    };
    const results = runs[0]?.results ?? [];
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([['rehearsal/own-stream', 'error']]);
    expect(results[0]?.message.text).toMatch(
      /^Zendesk · support from example\.com would be refused: 10 of 10 messages \(100\.0 %\), .*\nFix: .*zendesk1\._domainkey/s,
    );
  });

  test('is a red case for build servers', async () => {
    const { stdout } = await simulate('--policy', 'reject', '--format', 'junit');
    expect(stdout).toContain('failures="1"');
    expect(stdout).toMatch(/<testcase [^>]*name="rehearsal\/own-stream"[^>]*>\s*<failure type="error"/);
  });

  test('is a warning where a limit decides, and the limit is the failure', async () => {
    const { stdout } = await simulate('--policy', 'reject', '--fail-on', 'legitimate-loss=0.1%', '--format', 'github');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error'))).toEqual([
      expect.stringContaining(
        '10 of 1,000 messages of your own (1.0 %25) would be refused, more than the 0.1 %25 allowed',
      ),
    ]);
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(1);
  });
});

describe('refused before anything is read', () => {
  test.each<[string, string[], string]>([
    ['a limit nobody can mean', ['--fail-on', 'legitimate-loss=101%'], '--fail-on takes a level or a limit'],
    ['no share at all', ['--fail-on', 'legitimate-loss=few'], '--fail-on takes a level or a limit'],
    ['a selector that is none', ['--without-selector', 's1._domainkey.example.com'], 'is no DKIM selector'],
    ['a selector of no domain', ['--without-selector', 's1@'], 'is no domain name'],
    ['two SPF records', ['--spf', 'v=spf1 -all', '--spf-file', 'x'], 'two records for one domain'],
    ['a file that is not there', ['--spf-file', 'nowhere.txt', '--live'], 'cannot read the SPF record nowhere.txt'],
    ['a recording of nothing', ['--record', 'x.rec'], '--record writes down what is asked'],
    ['a policy that is none', ['--policy', 'refuse'], 'invalid'],
  ])('%s', async (_, options, message) => {
    const { exitCode, stderr } = await simulate(...options);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(message) as unknown });
  });
});

test('an SPF record in a file may stand there as in a zone, in strings and over lines', async () => {
  const file = join(folder, 'spf.txt');
  await writeFile(file, '"v=spf1 ip4:192.0.2.0/28 "\n  "-all"\n');
  const zone = join(folder, 'example.com.zone');
  await writeFile(zone, '$ORIGIN example.com.\n$TTL 60\n@ SOA ns. host. 1 1 1 1 1\n@ TXT "v=spf1 -all"\n');
  const { stdout } = await simulate('--spf-file', file, '--zone', zone, '--format', 'json');
  const { change, groups } = JSON.parse(stdout) as {
    change: { spf: Record<string, string> };
    groups: { ours: { before: { pass: number }; after: { pass: number } } };
  };
  expect(change.spf).toEqual({ 'example.com': 'v=spf1 ip4:192.0.2.0/28 -all' });
  expect([groups.ours.before.pass, groups.ours.after.pass]).toEqual([990, 990]);
});

test('a planned zone is laid over a recording, and compared with it', async () => {
  const recording = join(folder, 'now.rec');
  const zone = join(folder, 'now.zone');
  await writeFile(
    zone,
    '$ORIGIN example.com.\n$TTL 60\n@ SOA ns. host. 1 1 1 1 1\n@ TXT "v=spf1 ip4:192.0.2.1 -all"\n_dmarc TXT "v=DMARC1; p=none"\n',
  );
  expect((await simulate('--zone', zone, '--record', recording)).exitCode).toBe(1);
  const plan = join(folder, 'plan.zone');
  await writeFile(plan, '_dmarc.example.com. 60 TXT "v=DMARC1; p=quarantine"\n');
  const { stdout } = await simulate('--zone', plan, '--replay', recording, '--format', 'json');
  const { policies, groups } = JSON.parse(stdout) as {
    policies: unknown;
    groups: { ours: { after: { quarantined: number } } };
  };
  expect(policies).toEqual([{ domain: 'example.com', before: 'p=none', after: 'p=quarantine', notes: [] }]);
  expect(groups.ours.after.quarantined).toBe(10);
});

describe('the answer', () => {
  const titleOf = async (...options: readonly string[]): Promise<string> =>
    (await simulate(...options)).stdout.split('\n')[0] ?? '';
  const enforced = async (...records: readonly string[]): Promise<string> => {
    const file = join(folder, `${records.length}-enforced.xml`);
    await writeFile(file, reportXml({ policy: POLICY.replace('<p>none', '<p>reject'), records: [...records] }));
    return file;
  };

  test('tells what is lost now from what the change loses', async () => {
    const file = await enforced(SIGNED, DESK);
    const { stdout } = await sendaudit('simulate', file, '--without-domain', 'other.example');
    expect(stdout.split('\n')[0]).toMatch(/10 of your own messages refused, as now$/);
    expect((await sendaudit('simulate', file, '--without-selector', 's2026')).stdout.split('\n')[0]).toMatch(
      /1,000 of your own messages refused, now 10$/,
    );
    expect((await sendaudit('simulate', file, '--policy', 'none')).stdout.split('\n')[0]).toMatch(
      /0 of your own messages refused, now 10$/,
    );
    expect(await titleOf('--without-selector', 's2026')).toMatch(/990 more of your own messages would fail$/);
  });

  test('does not take mail that passes for a policy that is none', async () => {
    const { stdout } = await sendaudit('simulate', await enforced(SIGNED), '--adkim', 'strict');
    expect(stdout).toContain('Nothing fails: nothing would be refused or filed as spam.');
    expect((await simulate('--adkim', 'strict')).stdout).toContain('No policy is enforced: nothing would be refused');
  });

  test.each([
    ['--without-selector', 's2206', 'the DKIM key s2206'],
    ['--without-selector', 's2026@other.example', 'the DKIM key s2026 of other.example'],
    ['--without-domain', 'exmaple.com', 'exmaple.com'],
    ['--without-provider', 'sendgrid', 'sendgrid'],
  ])('says of %s %s that no message shows it', async (option, typed, phrase) => {
    const { stdout } = await simulate(option, typed);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`No message of the period shows ${phrase}: is the name right?`);
  });

  test('says so of nothing that a message shows', async () => {
    const seen = ['--without-selector', 'S2026', '--without-provider', 'zendesk', '--without-domain', 'zendesk.com'];
    expect((await simulate(...seen)).stdout).not.toContain('is the name right?');
  });
});

test('your own word on whose mail is what holds here as it does for dmarc', async () => {
  const config = join(folder, 'rules.json');
  await writeFile(
    config,
    '{"streams":[{"name":"Winbig","class":"suspicious","when":{"dkim":"zendesk1@zendesk.com"}}]}',
  );
  const { stdout, exitCode } = await simulate('--config', config, '--policy', 'reject');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('10 messages would be refused (1.0 %; now 0): 10 suspicious.');
  expect(await codeOf('--policy', 'reject', '--config', join(folder, 'no.json'))).toBe(2);
});
