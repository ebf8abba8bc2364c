import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { recordXml, reportXml } from './aggregate-xml.ts';

const DAY = 86_400;
/** 1 October 2026, a Thursday. */
export const OCTOBER = 1_790_812_800;

/** Messages of one sender on one day, as short as they can be said. */
export interface DailyRow {
  readonly ip?: string;
  readonly count: number;
  /** `domain selector result`; none where it is empty. */
  readonly dkim?: string;
  /** `domain result` */
  readonly spf?: string;
  readonly from?: string;
}

export interface DailyReport {
  /** Of October 2026; 0 is the last of September. */
  readonly day: number;
  readonly rows: readonly DailyRow[];
  readonly reporter?: string;
  /** Hours the report spans, and hours it begins after midnight. */
  readonly hours?: number;
  readonly late?: number;
  readonly p?: string;
}

export function dailyReportXml(report: DailyReport): string {
  const { day, rows, reporter = 'Receiver Inc', hours = 24, late = 0, p = 'none' } = report;
  const begin = OCTOBER + (day - 1) * DAY + late * 3600;
  return reportXml({
    metadata: `<report_metadata><org_name>${reporter}</org_name><email>x@receiver.example</email><report_id>${reporter}-${day}</report_id><date_range><begin>${begin}</begin><end>${begin + hours * 3600}</end></date_range></report_metadata>`,
    policy: `<policy_published><domain>example.com</domain><p>${p}</p></policy_published>`,
    records: rows.map((row) => rowXml(row)),
  });
}

function rowXml({ ip = '203.0.113.1', count, dkim = '', spf = '', from = 'example.com' }: DailyRow): string {
  const [signer = '', selector = '', signed = ''] = dkim.split(' ');
  const [envelope = '', sent = ''] = spf.split(' ');
  const aligned = (domain: string, result: string): string =>
    result === 'pass' && `.${domain}`.endsWith('.example.com') ? 'pass' : 'fail';
  return recordXml({
    sourceIp: ip,
    count: String(count),
    evaluated: `<disposition>none</disposition><dkim>${aligned(signer, signed)}</dkim><spf>${aligned(envelope, sent)}</spf>`,
    identifiers: `<header_from>${from}</header_from>`,
    results:
      (dkim === ''
        ? ''
        : `<dkim><domain>${signer}</domain><selector>${selector}</selector><result>${signed}</result></dkim>`) +
      (spf === '' ? '' : `<spf><domain>${envelope}</domain><result>${sent}</result></spf>`),
  });
}

/** Folders of reports, gone when the test is. */
export async function reportFolders(
  ...folders: readonly (readonly DailyReport[])[]
): Promise<readonly [string, ...string[]]> {
  const root = await mkdtemp(join(tmpdir(), 'sendaudit-days-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const made = await Promise.all(
    folders.map(async (reports, index) => {
      const folder = join(root, String(index));
      await mkdir(folder);
      for (const [number, report] of reports.entries())
        await writeFile(join(folder, `${number}.xml`), dailyReportXml(report));
      return folder;
    }),
  );
  return made as [string, ...string[]];
}

/** The same report on each of these days. */
export const onDays = (first: number, last: number, report: Omit<DailyReport, 'day'>): DailyReport[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ ...report, day: first + index }));
