import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit, loadZones, readTlsReports, render, tlsReport, zoneWorld } from '../../src/index.ts';
import { documentFromText } from '../../src/intake/document.ts';
import { readTlsItems } from '../../src/tls-report/read.ts';
import { sendaudit } from '../support/sendaudit.ts';

const WORLD = 'fixtures/tls-rpt/world';
const HEALTHY = await readFile('fixtures/tls-rpt/faults/healthy.json', 'utf8');

interface Report {
  readonly totals: Readonly<Record<string, number>>;
  readonly policies: readonly { domain: string; type: string; mode?: string; successful: number; failed: number }[];
  readonly failures: readonly {
    resultType: string;
    receivingMx?: string;
    type: string;
    mode?: string;
    sessions: number;
  }[];
  readonly days: readonly { day: string; failed: number }[];
  readonly duplicates: readonly { path: string; differs?: true }[];
}
const tlsrpt = async (...argv: readonly string[]): Promise<Report> =>
  JSON.parse((await sendaudit('tlsrpt', ...argv, '--format', 'json')).stdout) as Report;

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sendaudit-'))));
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('a month of TLS reports', () => {
  test('comes to what its truth says', async () => {
    const truth = JSON.parse(await readFile('fixtures/tls-rpt/world.truth.json', 'utf8')) as Record<string, object>;
    const { totals, policies, failures, days } = await tlsrpt(WORLD);
    expect(totals).toEqual({ ...truth['totals'], files: 17, duplicates: 1 });
    const name = (...parts: readonly (string | undefined)[]): string =>
      parts.filter((part) => part !== undefined).join(' ');
    expect(
      Object.fromEntries(
        policies.flatMap((policy) =>
          (['successful', 'failed'] as const).map((key) => [
            name(policy.domain, policy.type, policy.mode, key),
            policy[key],
          ]),
        ),
      ),
    ).toEqual(truth['policies']);
    expect(
      Object.fromEntries(
        failures.map((one) => [name(one.resultType, one.receivingMx ?? '-', one.type, one.mode), one.sessions]),
      ),
    ).toEqual(truth['failures']);
    const failing = Object.groupBy(
      days.filter(({ failed }) => failed > 0),
      ({ day }) => day,
    );
    expect(
      Object.fromEntries(
        Object.entries(failing).map(([day, all = []]) => [day, all.reduce((sum, { failed }) => sum + failed, 0)]),
      ),
    ).toEqual(truth['days']);
  });

  test('says the same in any order, in a folder below, and given twice', async () => {
    const files = (await readdir(WORLD)).map((name) => join(WORLD, name));
    const { totals, policies, failures, days } = await tlsrpt(WORLD);
    const { files: _, duplicates: __, ...counts } = totals;
    const copied = join(folder, 'deep', 'down');
    await cp(WORLD, copied, { recursive: true });
    for (const argv of [files.toReversed(), [copied], [WORLD, copied]]) {
      const again = await tlsrpt(...argv);
      expect(again.totals).toMatchObject(counts);
      expect([again.policies, again.failures, again.days]).toEqual([policies, failures, days]);
    }
  });

  test('has a row for every policy and every failure in jsonl and csv', async () => {
    const [jsonl, csv, library] = await Promise.all([
      sendaudit('tlsrpt', WORLD, '--format', 'jsonl'),
      sendaudit('tlsrpt', WORLD, '--format', 'csv'),
      readTlsReports([WORLD]),
    ]);
    const rows = jsonl.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; successful?: number; failed?: number; sessions?: number });
    const sum = (key: 'successful' | 'failed' | 'sessions'): number =>
      rows.reduce((total, row) => total + (row[key] ?? 0), 0);
    expect([sum('successful'), sum('failed'), sum('sessions')]).toEqual([
      library.successful,
      library.failed,
      library.failed,
    ]);
    expect(csv.stdout.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
  });

  test('fails the run for mail that was kept back, and not for failures of a policy that is tested', async () => {
    const [all, tested] = await Promise.all([
      sendaudit('tlsrpt', WORLD),
      sendaudit('tlsrpt', `${WORLD}/google.com!puertolibro.example!1791504000!1791590399!001.json.gz`),
    ]);
    expect([all.exitCode, tested.exitCode]).toEqual([1, 0]);
    expect(tested.stdout).toContain('tls-sessions/tolerated-failures:tested');
  });
});

const parsed = (): { 'report-id': string; policies: { summary: Record<string, number> }[] } =>
  JSON.parse(HEALTHY) as ReturnType<typeof parsed>;
const read = (...texts: readonly string[]): ReturnType<typeof readTlsItems> =>
  readTlsItems(texts.map((text, index) => documentFromText(`${index}.json`, text)));

describe('a report that comes twice', () => {
  test('counts once', async () => {
    expect(await read(HEALTHY, HEALTHY)).toMatchObject({ reports: 1, successful: 95, failed: 10 });
  });

  test('first cut off and then whole, in either order, counts once and in full', async () => {
    const cut = HEALTHY.slice(0, HEALTHY.indexOf('"no-policy-found"'));
    for (const texts of [
      [cut, HEALTHY],
      [HEALTHY, cut],
    ])
      expect(await read(...texts)).toMatchObject({
        reports: 1,
        successful: 95,
        failed: 10,
        duplicates: [{ path: '1.json' }],
      });
  });

  test('with other counts is told, and the first stands', async () => {
    const other = parsed();
    Object.assign(other.policies[0]?.summary ?? {}, { 'total-successful-session-count': 900 });
    const reports = await read(HEALTHY, JSON.stringify(other));
    expect(reports).toMatchObject({ reports: 1, successful: 95, duplicates: [{ differs: true }] });
  });

  test('without an id is known by what it holds', async () => {
    const nameless = HEALTHY.replace('"report-id": "r1",', '');
    expect(await read(nameless, nameless, nameless.replace('90', '91'))).toMatchObject({
      reports: 2,
      successful: 95 + 96,
    });
  });

  test('of another day, or with another id, is another', async () => {
    const texts = [HEALTHY, HEALTHY.replace('"r1"', '"r2"'), HEALTHY.replaceAll('2026-10-01', '2026-10-02')];
    expect(await read(...texts)).toMatchObject({ reports: 3, duplicates: [] });
  });
});

test('two policies alike in one report both count', async () => {
  const report = parsed();
  report.policies.push(...parsed().policies);
  expect(await read(JSON.stringify(report))).toMatchObject({ reports: 1, successful: 190, failed: 20 });
});

test('text from a report reaches nobody’s terminal as it came', async () => {
  const file = join(folder, 'hostile.json');
  await writeFile(
    file,
    HEALTHY.replace('certificate-expired', String.raw`x\u001b[31m`).replace(
      'mx1.example.com',
      String.raw`\u202evil\n::error::x`,
    ),
  );
  for (const format of ['text', 'markdown', 'html', 'json', 'jsonl', 'csv', 'sarif', 'junit', 'github']) {
    const { stdout, exitCode } = await sendaudit('tlsrpt', file, '--format', format);
    expect(exitCode).toBe(1);
    // oxlint-disable-next-line no-control-regex -- what a terminal obeys
    expect(stdout).not.toMatch(/[\u001B\u202E]|^::error::x/m);
  }
});

describe('the library', () => {
  test('renders what it read, judged as the command line does', async () => {
    const report = tlsReport(await readTlsReports([WORLD], { domains: ['puertolibro.example'] }));
    expect(report.summary).toMatchObject({ errors: 2, exitCode: 1 });
    let text = '';
    for await (const piece of render(report, 'markdown')) text += piece;
    expect(text).toContain('tls-sessions/enforced-failures:sts');
  });

  test('audits a domain with what its TLS reports say, and no other domain', async () => {
    const net = zoneWorld(await loadZones(['fixtures/world/zones']), { outside: 'nxdomain' });
    const tlsReports = await readTlsReports([WORLD]);
    const outcomes = async (domain: string): Promise<readonly string[]> =>
      (await audit(domain, { net, tlsReports, checks: ['tls-sessions'] })).results.map(({ outcome }) => outcome);
    expect(new Set(await outcomes('puertolibro.example'))).toEqual(new Set(['fail']));
    expect(new Set(await outcomes('casaluna.example'))).toEqual(new Set(['not-applicable']));
  });
});
