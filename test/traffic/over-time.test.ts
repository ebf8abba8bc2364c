import { describe, expect, test } from 'vitest';
import { onDays, reportFolders, type DailyReport, type DailyRow } from '../support/daily-reports.ts';
import { sendaudit } from '../support/sendaudit.ts';

interface Document {
  readonly totals: { readonly messages: number };
  readonly timeline: {
    readonly days: number;
    readonly daysReported: number;
    readonly longReports: Readonly<Record<'reports' | 'messages', number>>;
  };
  readonly streams: readonly {
    readonly class: string;
    readonly messages: number;
    readonly pass: number;
    readonly days: readonly { readonly day: string; readonly messages: number; readonly pass: number }[];
    readonly spikes: readonly { readonly day: string; readonly messages: number; readonly usual: number }[];
    readonly quietDays: readonly string[];
    readonly stopped?: string;
    readonly passDrop?: { readonly day: string; readonly before: number; readonly after: number };
  }[];
  readonly reporters: readonly {
    readonly reporter: string;
    readonly daysReported: number;
    readonly daysMissing: readonly string[];
    readonly duplicates: number;
  }[];
  readonly findings: readonly { readonly code: string }[];
}

async function documentOf(reports: readonly DailyReport[]): Promise<Document> {
  const [folder] = await reportFolders(reports);
  return JSON.parse((await sendaudit('dmarc', folder, '--format', 'json')).stdout) as Document;
}
async function pageOf(reports: readonly DailyReport[]): Promise<string> {
  const [folder] = await reportFolders(reports);
  return (await sendaudit('dmarc', folder)).stdout;
}

const OURS: DailyRow = { count: 200, dkim: 'example.com s2026 pass', spf: 'example.com pass' };
const FORGED: DailyRow = { count: 20, ip: '203.0.113.66', spf: 'bulk.example fail' };
const codes = ({ findings }: Document): string[] => findings.map(({ code }) => code);

describe('days of a stream', () => {
  test('add up to its messages, of all streams of a month', async () => {
    const { streams } = JSON.parse(
      (await sendaudit('dmarc', 'fixtures/world/dmarc', '--format', 'json')).stdout,
    ) as Document;
    for (const stream of streams)
      for (const key of ['messages', 'pass'] as const)
        expect(stream.days.reduce((sum, day) => sum + day[key], 0)).toBe(stream[key]);
  });

  test('of a report over two days are one day, and the page says how many messages are of such', async () => {
    const reports = [...onDays(1, 9, { rows: [OURS] }), { day: 10, hours: 48, rows: [{ ...OURS, count: 50 }] }];
    const document = await documentOf(reports);
    expect(document.timeline).toEqual({ days: 11, daysReported: 11, longReports: { reports: 1, messages: 50 } });
    expect(document.streams[0]?.days.at(-1)).toEqual({ day: '2026-10-11', messages: 50, pass: 50 });
    expect(await pageOf(reports)).toContain('2.7 % of the messages come from 1 report of more than 36 hours');
  });

  test('are no bars where the period has fewer than three', async () => {
    expect(await pageOf(onDays(1, 2, { rows: [OURS] }))).not.toContain('by day');
    expect(await pageOf(onDays(1, 3, { rows: [OURS] }))).toContain('███');
  });

  test('are bars of a week where the period is longer than a month', async () => {
    const page = await pageOf(onDays(1, 100, { rows: [OURS] }));
    expect(page).toContain('A bar is 7 days.');
    expect(page).toContain(`${'█'.repeat(14)}▃`);
  });
});

test('a report from a clock that is wrong by years makes no period of years', async () => {
  const reports = [...onDays(1, 12, { rows: [OURS] }), { day: -9000, rows: [OURS], reporter: 'Stopped clock' }];
  const page = await pageOf(reports);
  expect(page).toContain('█'.repeat(12));
  expect(page).toContain('Bars are of 1 – 12 Oct 2026; some reports are of other times.');
});

test('reports scattered over years are no course of time', async () => {
  const reports = Array.from({ length: 8 }, (_, index) => ({ day: index * 300, rows: [OURS] }));
  expect(await pageOf(reports)).not.toMatch(/[▁-█]/);
});

describe('a spike', () => {
  const wave = [
    ...onDays(1, 7, { rows: [OURS, FORGED] }),
    { day: 8, rows: [OURS, { ...FORGED, count: 900 }] },
    ...onDays(9, 12, { rows: [OURS, FORGED] }),
  ];

  test('is told with its day, how much, and how many times the usual', async () => {
    const document = await documentOf(wave);
    expect(document.streams.map(({ spikes }) => spikes)).toEqual([
      [],
      [{ day: '2026-10-08', messages: 900, usual: 20 }],
    ]);
    expect(codes(document)).toContain('traffic/suspicious-spike:delivered');
    expect(await pageOf(wave)).toContain('Thu 8 Oct: 900 messages, 45 × the usual day · suspicious from example.com');
  });

  test('is no day on which somebody reports who mostly does not', async () => {
    const rows = [{ ...OURS, count: 900 }];
    const document = await documentOf([...onDays(1, 12, { rows: [OURS] }), { day: 8, rows, reporter: 'Now and then' }]);
    expect(document.streams[0]?.spikes).toEqual([]);
  });

  test('is no newsletter that comes every week', async () => {
    const reports = onDays(1, 28, { rows: [{ ...OURS, count: 10 }] }).map((report) =>
      report.day % 7 === 0 ? { ...report, rows: [{ ...OURS, count: 5000 + report.day }] } : report,
    );
    expect((await documentOf(reports)).streams[0]?.spikes).toEqual([]);
  });

  test('takes seven days and a hundred messages', async () => {
    expect((await documentOf(wave.slice(2, 8))).streams.flatMap(({ spikes }) => spikes)).toEqual([]);
    const little = wave.map((one) => ({ ...one, rows: [OURS, { ...FORGED, count: one.day === 8 ? 99 : 1 }] }));
    expect((await documentOf(little)).streams.flatMap(({ spikes }) => spikes)).toEqual([]);
  });
});

describe('a stream that falls silent', () => {
  const other: DailyRow = { ...OURS, dkim: 'amazonses.com x pass', spf: 'mail.example.com pass', ip: '203.0.113.9' };

  test('is told after three days without a message, all of them reported', async () => {
    const document = await documentOf([...onDays(1, 9, { rows: [OURS, other] }), ...onDays(10, 12, { rows: [OURS] })]);
    expect(document.streams.map(({ stopped }) => stopped)).toEqual([undefined, '2026-10-09']);
    expect(codes(document)).toContain('traffic/vanished-stream:stopped');
  });

  test('is not known to where the reporter that saw it is silent as well', async () => {
    const document = await documentOf([
      ...onDays(1, 12, { rows: [OURS] }),
      ...onDays(1, 9, { rows: [other], reporter: 'The other' }),
    ]);
    expect(document.streams.map(({ stopped }) => stopped)).toEqual([undefined, undefined]);
    expect(document.reporters.map(({ daysMissing }) => daysMissing)).toEqual([
      [],
      ['2026-10-10', '2026-10-11', '2026-10-12'],
    ]);
  });

  test('for some days in between is quiet on those', async () => {
    const document = await documentOf([
      ...onDays(1, 12, { rows: [OURS] }),
      ...onDays(1, 9, { rows: [other] }).map((one) => ({ ...one, reporter: 'B' })),
      { day: 10, rows: [OURS], reporter: 'B' },
      ...onDays(11, 12, { rows: [other] }).map((one) => ({ ...one, reporter: 'B' })),
    ]);
    expect(document.streams.map(({ quietDays }) => quietDays)).toEqual([[], ['2026-10-10']]);
  });
});

test('a pass rate that falls is told with the day from which on it is lower', async () => {
  const broken = { ...OURS, count: 60, dkim: 'example.com s2026 fail', spf: 'bounce.example fail' };
  const document = await documentOf([
    ...onDays(1, 8, { rows: [OURS] }),
    ...onDays(9, 14, { rows: [OURS, { ...broken, ip: OURS.ip ?? '203.0.113.1' }] }),
  ]);
  const drops = document.streams.map(({ passDrop }) => passDrop);
  expect(drops).toEqual([{ day: '2026-10-09', before: 1, after: 0.7692 }]);
  expect(codes(document)).toContain('traffic/pass-rate-drop:within');
});

describe('a reporter', () => {
  test('of weight that misses days in the middle is told, one that comes now and then misses none', async () => {
    const reports = [
      ...onDays(1, 5, { rows: [OURS] }),
      ...onDays(8, 20, { rows: [OURS] }),
      { day: 3, rows: [{ ...OURS, count: 2000 }], reporter: 'Weekly' },
      { day: 10, rows: [{ ...OURS, count: 2000 }], reporter: 'Weekly' },
      { day: 10, rows: [{ ...OURS, count: 2000 }], reporter: 'Weekly' },
    ];
    const { reporters } = await documentOf(reports);
    expect(reporters).toMatchObject([
      { reporter: 'Weekly', daysReported: 2, daysMissing: [], duplicates: 1 },
      { reporter: 'Receiver Inc', daysReported: 18, daysMissing: ['2026-10-06', '2026-10-07'], duplicates: 0 },
    ]);
    expect(await pageOf(reports)).toContain('gap no report from Receiver Inc for 6 – 7 Oct');
  });
});
