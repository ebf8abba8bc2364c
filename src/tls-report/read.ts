import { count } from '../core/format.ts';
import { documents, type IntakeOptions } from '../intake/documents.ts';
import type { IntakeItem } from '../intake/document.ts';
import { newInputLog } from '../intake/input-log.ts';
import { isSubdomainOf } from '../protocols/domain.ts';
import type { RowFile } from '../reports/row-file.ts';
import { readTlsRpt } from '../reports/tls-rpt/read.ts';
import type { TlsPolicy, TlsReport } from '../reports/tls-rpt/report.ts';
import { seenPolicies } from './duplicates.ts';
import { tlsRows } from './rows.ts';
import { newTlsTallies } from './tally.ts';
import type { TlsDuplicate, TlsReports } from './tls-reports.ts';

export interface TlsReadOptions extends IntakeOptions {
  /** Only these policy domains and what lies below them; all where empty. */
  readonly domains?: readonly string[];
  /** Takes every policy and failure that counts. */
  readonly rows?: RowFile;
  readonly onProgress?: (text: string) => void;
  /** Ends the reading early; what was read until then stands. */
  readonly interrupted?: AbortSignal;
}

/** What other reports are about, where none is about the domains asked for. */
const OTHERS_NAMED = 5;

/** Reads every TLS report below `paths` and counts its sessions. What cannot be read is listed, never thrown. */
export const readTlsPaths = (paths: readonly string[], options: TlsReadOptions = {}): Promise<TlsReports> =>
  readTlsItems(documents(paths, options), options);

/** The same for what intake, or somebody else, hands over. */
export async function readTlsItems(
  items: AsyncIterable<IntakeItem> | Iterable<IntakeItem>,
  { domains = [], rows, onProgress, interrupted }: TlsReadOptions = {},
): Promise<TlsReports> {
  const log = newInputLog();
  const tallies = newTlsTallies();
  const arrived = seenPolicies();
  const duplicates: TlsDuplicate[] = [];
  const others = new Set<string>();
  let reports = 0;

  const take = (report: TlsReport, path: string): void => {
    const { fresh, of, differs } = arrived(report, path);
    if (of !== undefined) {
      const { reporter, reportId } = report;
      duplicates.push({ path, reporter, reportId, of, ...(differs ? { differs } : {}) });
    }
    if (fresh.length === 0 && of !== undefined) return;
    const wanted = fresh.filter(({ domain }) => isAbout(domains, domain));
    if (wanted.length === 0 && domains.length > 0) {
      for (const { domain } of fresh) if (others.size < OTHERS_NAMED && domain !== '') others.add(domain);
      return;
    }
    // What a copy adds to one that was cut off belongs to a report that is counted already.
    if (of === undefined) reports += 1;
    tallies.add(report, wanted, of === undefined);
    for (const row of rows === undefined ? [] : tlsRows(report, wanted)) rows?.add(row);
  };

  for await (const opened of items) {
    if (interrupted?.aborted === true) break;
    const item = log.opened(opened);
    if (item === undefined) continue;
    if (item.kind !== 'document' || item.form !== 'json') {
      log.passedOver(item.path, otherThanTls(item));
      continue;
    }
    const reading = await readTlsRpt(item);
    log.repaired(item.path, reading.repairs);
    if (reading.error !== undefined) log.failed(item.path, reading.error.what);
    for (const report of reading.reports) take(report, item.path);
    onProgress?.(`reading TLS reports  ${count(log.files)} files`);
  }
  return {
    inputs: log.inputs(),
    files: log.files,
    reports,
    duplicates,
    otherDomains: [...others],
    ...tallies.totals(),
  };
}

const isAbout = (domains: readonly string[], domain: TlsPolicy['domain']): boolean =>
  domains.length === 0 || domains.some((wanted) => isSubdomainOf(domain, wanted));

/** What an item is that another command reads. */
function otherThanTls(item: Exclude<IntakeItem, { readonly kind: 'failed' }>): string {
  if (item.kind === 'passed-over') return item.what;
  return item.kind === 'feedback'
    ? 'a failure report: sendaudit failures reads it'
    : 'XML: sendaudit dmarc reads aggregate reports';
}
