import { hash } from 'node:crypto';
import { count } from '../core/format.ts';
import { documents, type IntakeOptions } from '../intake/documents.ts';
import type { IntakeItem } from '../intake/document.ts';
import { newInputLog } from '../intake/input-log.ts';
import { isSubdomainOf } from '../protocols/domain.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { readFailureReport } from '../reports/failure/read.ts';
import type { FailureReport } from '../reports/failure/report.ts';
import type { RowFile } from '../reports/row-file.ts';
import type { FailureDuplicate, FailureReports } from './failure-reports.ts';
import { failureRow } from './rows.ts';
import { senderOf } from './sender.ts';
import { newFailureTallies } from './tally.ts';

export interface FailureReadOptions extends IntakeOptions {
  /** The services that senders are named from. */
  readonly catalogue: Catalogue;
  /** Only these From domains and what lies below them; all where empty. */
  readonly domains?: readonly string[];
  /** Keeps subjects of reported messages, which are personal. */
  readonly samples?: boolean;
  /** Takes every report that counts. */
  readonly rows?: RowFile;
  readonly onProgress?: (text: string) => void;
  /** Ends the reading early; what was read until then stands. */
  readonly interrupted?: AbortSignal;
}

/** What other reports are about, where none is about the domains asked for. */
const OTHERS_NAMED = 5;

/** Reads every failure report below `paths`. What cannot be read is listed, never thrown. */
export const readFailurePaths = (paths: readonly string[], options: FailureReadOptions): Promise<FailureReports> =>
  readFailureItems(documents(paths, options), options);

/** The same for what intake, or somebody else, hands over. */
export async function readFailureItems(
  items: AsyncIterable<IntakeItem> | Iterable<IntakeItem>,
  { catalogue, domains = [], samples = false, rows, onProgress, interrupted }: FailureReadOptions,
): Promise<FailureReports> {
  const log = newInputLog();
  const tallies = newFailureTallies(samples);
  const seen = new Map<string, string>();
  const others = new Set<string>();
  const duplicates: FailureDuplicate[] = [];

  const take = (report: FailureReport, path: string): void => {
    const key = reportKey(report);
    const of = seen.get(key);
    if (of !== undefined) {
      duplicates.push({ path, reporter: report.reporter, of });
      return;
    }
    seen.set(key, path);
    const { headerFrom } = report;
    if (domains.length > 0 && !domains.some((domain) => isSubdomainOf(headerFrom, domain))) {
      if (others.size < OTHERS_NAMED && headerFrom !== '') others.add(headerFrom);
      return;
    }
    const sender = senderOf(report, catalogue);
    tallies.add(report, sender);
    rows?.add(failureRow(report, sender, samples));
  };

  for await (const opened of items) {
    if (interrupted?.aborted === true) break;
    const item = log.opened(opened);
    if (item === undefined) continue;
    if (item.kind !== 'feedback') {
      log.passedOver(item.path, otherThanFailure(item));
      continue;
    }
    const { report, repairs, error } = readFailureReport(item);
    log.repaired(item.path, repairs);
    if (error !== undefined) log.failed(item.path, error);
    if (report !== undefined) take(report, item.path);
    onProgress?.(`reading failure reports  ${count(log.files)} files`);
  }
  return { inputs: log.inputs(), files: log.files, duplicates, otherDomains: [...others], ...tallies.totals() };
}

/** What makes a report one: its own Message-ID and what it is about, or all of it. A digest, as there may be a million. */
function reportKey(report: FailureReport): string {
  const { id, reporter, arrivalDate, sourceIp, headerFrom, original } = report;
  const parts = id === undefined ? report : [id, reporter, arrivalDate, sourceIp, headerFrom, original?.messageId];
  return hash('sha256', JSON.stringify(parts), 'base64');
}

/** What an item is that another command reads. */
function otherThanFailure(item: Exclude<IntakeItem, { readonly kind: 'failed' | 'feedback' }>): string {
  if (item.kind === 'passed-over') return item.what;
  return item.form === 'json'
    ? 'a TLS report: sendaudit tlsrpt reads it'
    : 'XML: sendaudit dmarc reads aggregate reports';
}
