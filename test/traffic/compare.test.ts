import { describe, expect, test } from 'vitest';
import { onDays, reportFolders, type DailyReport, type DailyRow } from '../support/daily-reports.ts';
import { sendaudit, type Run } from '../support/sendaudit.ts';

interface Document {
  readonly totals: { readonly messages: number; readonly duplicates: number };
  readonly comparison: {
    readonly messages: number;
    readonly perDay: number;
    readonly perDayNow: number;
    readonly inBoth: number;
    readonly streams: readonly {
      readonly id: string;
      readonly kind: string;
      readonly newSelectors: readonly string[];
      readonly newSources: { readonly count: number; readonly largest: readonly object[] };
    }[];
    readonly policies: readonly object[];
  };
  readonly findings: readonly { readonly code: string }[];
}

const compared = (folders: readonly [string, ...string[]], ...argv: readonly string[]): Promise<Run> =>
  sendaudit('dmarc', folders[0], ...folders.slice(1).flatMap((folder) => ['--compare', folder]), ...argv);
const documentOf = async (folders: readonly [string, ...string[]]): Promise<Document> =>
  JSON.parse((await compared(folders, '--format', 'json')).stdout) as Document;
const codes = ({ findings }: Document): string[] => findings.map(({ code }) => code);

const STAFF: DailyRow = { count: 50, dkim: 'example.com s2026 pass', spf: 'example.com pass' };
const SHOP: DailyRow = {
  count: 60,
  ip: '203.0.113.9',
  dkim: 'amazonses.com x pass',
  spf: 'bounce.example.com pass',
};
const FORGED: DailyRow = { count: 40, ip: '203.0.113.66', spf: 'bulk.example fail' };
const september = (rows: readonly DailyRow[], p = 'none'): DailyReport[] => onDays(-19, -10, { rows, p });

describe('against an earlier period', () => {
  test('periods of different length are compared by the day', async () => {
    const folders = await reportFolders(onDays(1, 5, { rows: [STAFF] }), september([STAFF]));
    expect((await documentOf(folders)).comparison).toMatchObject({
      messages: 500,
      perDay: 50,
      perDayNow: 50,
      streams: [],
    });
    expect((await compared(folders)).stdout).toContain('the same streams, and none of them changed');
  });

  test('new, vanished and changed streams are told, and found', async () => {
    const folders = await reportFolders(
      onDays(1, 5, { rows: [{ ...STAFF, dkim: 'example.com s2027 pass' }, STAFF, FORGED] }),
      september([STAFF, SHOP]),
    );
    const document = await documentOf(folders);
    const told = Object.fromEntries(document.comparison.streams.map(({ id, kind }) => [id, kind]));
    expect(told).toMatchObject({
      'suspicious/example.com': 'new',
      'amazon-ses/transactional/example.com': 'vanished',
    });
    expect(codes(document)).toEqual(
      expect.arrayContaining(['traffic/vanished-stream:gone', 'traffic/new-suspicious-source:source']),
    );
    const page = (await compared(folders)).stdout;
    expect(page).toContain('Since 11 – 20 Sep 2026');
    expect(page).toContain('vanished: 600 messages then');
  });

  test('a selector and an address that were not there before are named', async () => {
    const rows = [
      { ...SHOP, dkim: 'example.com zendesk2 pass', ip: '203.0.113.20' },
      { ...SHOP, dkim: 'example.com zendesk1 pass' },
    ];
    const folders = await reportFolders(onDays(1, 5, { rows }), september(rows.slice(1)));
    const [change] = (await documentOf(folders)).comparison.streams;
    expect(change).toMatchObject({
      kind: 'changed',
      newSelectors: ['zendesk2'],
      newSources: { count: 1, messages: 300, largest: [{ ip: '203.0.113.20', messages: 300 }] },
    });
  });

  test('a key that was renewed makes no new sender of an old one', async () => {
    const renewed = { ...STAFF, dkim: 'example.com s2027 pass' };
    const folders = await reportFolders(onDays(1, 5, { rows: [renewed] }), september([STAFF]));
    const document = await documentOf(folders);
    expect(document.comparison.streams).toMatchObject([
      {
        id: 'dkim:s2027/unknown/example.com',
        formerly: 'dkim:s2026/unknown/example.com',
        kind: 'changed',
        newSelectors: ['s2027'],
        newSources: { count: 0 },
      },
    ]);
    expect(codes(document)).toEqual([]);
  });

  test('another key from other addresses is another sender', async () => {
    const other = { ...STAFF, dkim: 'example.com s2027 pass', ip: '203.0.113.77' };
    const folders = await reportFolders(onDays(1, 5, { rows: [other] }), september([STAFF]));
    expect(codes(await documentOf(folders))).toEqual(['traffic/new-sender:unnamed', 'traffic/vanished-stream:gone']);
  });

  test('a share that fell fails a run that is asked to', async () => {
    const broken = { ...STAFF, count: 10, dkim: 'example.com s2026 fail', spf: 'x.example fail' };
    const folders = await reportFolders(onDays(1, 5, { rows: [STAFF, broken] }), september([STAFF]));
    expect(codes(await documentOf(folders))).toContain('traffic/pass-rate-drop:since');
    expect((await compared(folders, '--fail-on', 'warning')).exitCode).toBe(1);
  });

  test('a policy that changed is told, tag by tag', async () => {
    const folders = await reportFolders(onDays(1, 5, { rows: [STAFF], p: 'reject' }), september([STAFF]));
    expect((await documentOf(folders)).comparison.policies).toEqual([
      { domain: 'example.com', tag: 'p', before: 'none', after: 'reject' },
    ]);
  });
});

describe('a report that lies in both periods', () => {
  const all = onDays(1, 5, { rows: [STAFF] });

  test('counts in the one that is reported on, and in no other', async () => {
    const folders = await reportFolders(all, [...all.slice(0, 2), ...september([STAFF])]);
    const document = await documentOf(folders);
    const alone = JSON.parse((await sendaudit('dmarc', folders[0], '--format', 'json')).stdout) as Document;
    expect(document.totals).toEqual(alone.totals);
    expect(document.comparison).toMatchObject({ messages: 500, inBoth: 2, duplicates: 0 });
    expect((await compared(folders)).stdout).toContain('2 reports given for both periods: counted in this one only');
  });

  test('leaves nothing to compare with where all of them do', async () => {
    const folders = await reportFolders(all, all);
    const { exitCode, stderr } = await compared(folders);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('every report there is among those that are reported on as well');
  });
});

test('what cannot be read of the earlier period is told like what cannot be read of this one', async () => {
  const folders = await reportFolders(onDays(1, 5, { rows: [STAFF] }), september([STAFF]));
  const { stdout, exitCode } = await compared(folders, '--compare', `${folders[0]}/nowhere.xml`);
  expect(stdout).toContain('nowhere.xml');
  expect(exitCode).toBe(3);
});
