import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseMasterFile } from '../../src/net/zone/master-file.ts';
import { zoneWorld } from '../../src/net/zone/world.ts';
import type { DnsTestServer } from '../support/dns-server.ts';
import { sendaudit } from '../support/sendaudit.ts';
import { serveNet } from '../support/serve-net.ts';

/** Two providers with four and three lookups of their own, one with two: 9 today, and 12 with the third. */
const LIVE = `$TTL 3600
example.com.        SOA ns.example.com. h.example.com. 1 2 3 4 900
example.com.        NS ns.example.com.
ns.example.com.     A 192.0.2.53
example.com.        TXT "v=spf1 include:_spf.mail.example include:_spf.news.example -all"
example.com.        TXT "site-verification=abc"
example.com.        MX 10 mx1.example.com.
example.com.        MX 20 mx2.example.com.
mx1.example.com.    A 192.0.2.25
mx2.example.com.    A 192.0.2.26
_dmarc.example.com. TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"
_spf.mail.example.  TXT "v=spf1 include:a.mail.example include:b.mail.example include:c.mail.example ip4:192.0.2.64/30 -all"
a.mail.example.     TXT "v=spf1 ip4:192.0.2.68 -all"
b.mail.example.     TXT "v=spf1 ip4:192.0.2.72 -all"
c.mail.example.     TXT "v=spf1 ip4:192.0.2.76 -all"
_spf.news.example.  TXT "v=spf1 include:a.news.example include:b.news.example include:c.news.example ip4:192.0.2.80 -all"
a.news.example.     TXT "v=spf1 ip4:192.0.2.84 -all"
b.news.example.     TXT "v=spf1 ip4:192.0.2.88 -all"
c.news.example.     TXT "v=spf1 ip4:192.0.2.90 -all"
_spf.shop.example.  TXT "v=spf1 include:a.shop.example include:b.shop.example ip4:192.0.2.92 -all"
a.shop.example.     TXT "v=spf1 ip4:192.0.2.96 -all"
b.shop.example.     TXT "v=spf1 ip4:192.0.2.97 -all"
`;
const PLAN = 'fixtures/plans/plan.json';

interface Judged {
  readonly subjects: readonly {
    readonly results: readonly {
      readonly check: string;
      readonly outcome: string;
      readonly reason?: string;
      readonly findings: readonly { readonly code: string; readonly message: string; readonly at?: object }[];
    }[];
  }[];
}

let server: DnsTestServer;
let folder: string;
let recording: string;
beforeAll(async () => {
  server = await serveNet(zoneWorld(parseMasterFile(LIVE, { file: 'live' }), { outside: 'nxdomain' }));
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-plan-'));
  recording = join(folder, 'today.rec');
  await sendaudit('check', 'example.com', '--resolver', `127.0.0.1:${server.port}`, '--record', recording);
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const resolver = (): readonly string[] => ['--resolver', `127.0.0.1:${server.port}`];

async function judged(...argv: readonly string[]) {
  const { stdout } = await sendaudit('check', 'example.com', ...argv, '--format', 'json');
  const results = (JSON.parse(stdout) as Judged).subjects[0]?.results ?? [];
  return {
    results,
    finding: (code: string) => results.flatMap(({ findings }) => findings).find((one) => one.code === code),
    outcome: (check: string) => results.find((one) => one.check === check)?.outcome,
  };
}

const lineOf = async (file: string, text: string): Promise<number> => {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
};

test('today there is nothing wrong with SPF and DMARC', async () => {
  const today = await judged(...resolver());
  expect(today.outcome('spf/lookup-limit')).toBe('pass');
  expect(today.outcome('dmarc/record')).toBe('pass');
});

describe.each([
  ['over name servers', resolver],
  ['over a recording', () => ['--replay', recording]],
])('a Terraform plan %s', (_over, world) => {
  test('an include too many is shown with the line of the plan', async () => {
    // A recording of today does not hold what the new include leads to
    const zone = join(folder, 'shop.zone');
    await writeFile(
      zone,
      LIVE.split('\n')
        .filter((line) => /shop\.example|\$TTL/.test(line))
        .join('\n'),
    );
    const after = await judged('--zone', PLAN, '--zone', zone, ...world());
    expect(after.finding('spf/lookup-limit:over')).toMatchObject({
      message: expect.stringMatching(/\b11 DNS lookups/),
      at: { file: PLAN, line: await lineOf(PLAN, '_spf.shop.example'), what: 'aws_route53_record.spf["example.com"]' },
    });
  });

  test('a DMARC record that goes is missed, and what stays is there', async () => {
    const after = await judged('--zone', PLAN, ...world());
    expect(after.outcome('dmarc/record')).toBe('fail');
    expect(after.outcome('mx/record')).toBe('pass');
  });
});

test('a plan of one line names the resource, in text and in SARIF, whose URI stays a path', async () => {
  const argv = [
    'check',
    'example.com',
    '--zone',
    'fixtures/plans/one-line.json',
    ...resolver(),
    '--only',
    'spf/hard-fail',
  ];
  const { stdout } = await sendaudit(...argv);
  expect(stdout).toContain('fixtures/plans/one-line.json:1 (aws_route53_record.spf["example.com"])');
  const sarif = JSON.parse((await sendaudit(...argv, '--format', 'sarif')).stdout) as {
    runs: { results: { locations: object[] }[] }[];
  };
  expect(sarif.runs[0]?.results[0]?.locations[0]).toMatchObject({
    physicalLocation: { artifactLocation: { uri: 'fixtures/plans/one-line.json' }, region: { startLine: 1 } },
    logicalLocations: [{}, { name: 'aws_route53_record.spf["example.com"]' }],
  });
});

test('what is known only after apply is inconclusive', async () => {
  const selectors = ['--selector', 'later'];
  const plan = (await readFile(PLAN, 'utf8')).replaceAll('"_verify"', '"later._domainkey"');
  const file = join(folder, 'later.json');
  await writeFile(file, plan);
  const { results } = await judged('--zone', file, ...resolver(), ...selectors, '--only', 'dkim');
  const reasons = results.map(({ reason }) => reason ?? '').join('\n');
  expect(reasons).toMatch(
    /later\.json line \d+ \(module\.dkim\.aws_route53_record\.verification\) is known only after apply/,
  );
});

test('the zones of DNSControl point at lines of its configuration', async () => {
  const source = 'fixtures/plans/dnsconfig.js';
  const after = await judged('--zone', 'fixtures/plans/ir.json', ...resolver(), '--only', 'spf', '--only', 'dmarc');
  expect(after.finding('spf/lookup-limit:over')).toMatchObject({
    at: { file: source, line: await lineOf(source, '_spf.shop') },
  });
  expect(after.outcome('dmarc/record')).toBe('fail');
});

test('a plan alone answers for what it manages; the rest could not be found out', async () => {
  const alone = await judged('--zone', PLAN);
  expect(alone.outcome('dmarc/record')).toBe('fail');
  expect(alone.outcome('mx/alias')).toBe('inconclusive');
});

test('a finding about what is not there has the place of what takes it away, or of what stands beside it', async () => {
  const { stdout } = await sendaudit(
    'check',
    'example.com',
    '--zone',
    PLAN,
    ...resolver(),
    '--only',
    'dmarc/record',
    '--format',
    'github',
  );
  expect(stdout).toMatch(/^::error file=fixtures\/plans\/plan\.json,line=\d+,title=dmarc\/record%3Amissing/m);
});
