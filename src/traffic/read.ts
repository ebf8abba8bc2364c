import { count } from '../core/format.ts';
import { documents, type IntakeOptions } from '../intake/documents.ts';
import type { FeedbackMail, PassedOver, ReportDocument } from '../intake/document.ts';
import { isSubdomainOf } from '../protocols/domain.ts';
import type { Arrival, SeenReports } from '../reports/aggregate/duplicates.ts';
import { readAggregate } from '../reports/aggregate/read.ts';
import type { ReadingError } from '../reports/aggregate/reading.ts';
import type { DmarcRecord, ReportHead } from '../reports/aggregate/row.ts';
import { fileOf, isReadAgain, newReadingState, type ReadingState } from './reading-state.ts';
import type { RowStore } from './rows.ts';
import type { Reading } from './traffic.ts';

export interface ReadOptions extends IntakeOptions {
  /** Only these From domains and what lies below them; all where empty. */
  readonly domains?: readonly string[];
  /** Seconds since 1970: reports whose period begins earlier, or from `until` on, are passed over. */
  readonly since?: number;
  readonly until?: number;
  /** Takes every row that counts. */
  readonly rows?: RowStore;
  /** Reports that have been read before, for another reading: a copy of one does not count again. */
  readonly seen?: SeenReports;
  readonly onProgress?: (text: string) => void;
  /** What was read before, to go on from. */
  readonly state?: ReadingState;
  /** Ends the reading early; what was read until then stands. */
  readonly interrupted?: AbortSignal;
}

/** Milliseconds between two words on progress: small files take a tenth of one. */
const PROGRESS_MS = 50;

/** Reads every aggregate report below `paths` and counts its rows. What cannot be read is listed, never thrown. */
export async function readTraffic(paths: readonly string[], options: ReadOptions = {}): Promise<Reading> {
  const { domains = [], rows, onProgress, interrupted } = options;
  const state = options.state ?? newReadingState(options.seen);
  const { tallies, seen, failed, repairs, passedOver, duplicates, damaged } = state;
  // Only where there is another reading is there anything to be told apart.
  const own = options.seen === undefined ? undefined : new Set<string>();
  let { files, reports } = state;
  let file: string | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;

  for await (const item of documents(paths, options)) {
    if (interrupted?.aborted === true) break;
    if (item.kind === 'failed' && item.nothing === true) {
      // A file that was there a moment ago is nobody's mistake.
      if (options.state === undefined) failed.push({ path: item.path, error: item.error });
      continue;
    }
    // What lies in an archive comes in one go, and is one file.
    const opened = fileOf(item.path);
    if (opened !== file || opened === item.path) files += 1;
    file = opened;
    if (item.kind === 'failed') {
      failed.push({ path: item.path, error: item.error });
      damaged.add(fileOf(item.path));
      continue;
    }
    if (item.kind !== 'document' || item.form !== 'xml') {
      passedOver.push({ path: item.path, what: otherThanAggregate(item) });
      continue;
    }
    let open: { readonly head: ReportHead; arrival?: Arrival } | undefined;
    const arrive = (head: ReportHead, firstRecord?: DmarcRecord): Arrival => {
      const arrival = seen.arrival(head, item.path, firstRecord);
      if (arrival.news === 'first') own?.add(arrival.path);
      else if (!isReadAgain(state, item.path, arrival.path, head.reportId))
        duplicates.push({
          path: item.path,
          reporter: head.reporter,
          reportId: head.reportId,
          of: arrival.path,
          ...(own === undefined || own.has(arrival.path) ? {} : { elsewhere: true }),
        });
      return arrival;
    };
    const reading = await readAggregate(item, {
      head(head) {
        const outside = outsideOf(head, options);
        if (outside !== undefined) {
          open = undefined;
          passedOver.push({ path: item.path, what: outside });
          return 'skip';
        }
        open = { head };
        // Without an id, what tells a report from another of the same day has yet to come.
        if (head.reportId === '') return 'read';
        open.arrival = arrive(head);
        return open.arrival.news === 'none' ? 'skip' : 'read';
      },
      record(record, place) {
        if (open === undefined) return;
        open.arrival ??= arrive(open.head, record);
        if (open.arrival.news === 'none' || place <= open.arrival.known) return;
        if (domains.length > 0 && !domains.some((domain) => isSubdomainOf(record.headerFrom, domain))) return;
        const key = tallies.add(open.head, record);
        rows?.add(open.head, record, key);
      },
      end(report) {
        if (open === undefined) return;
        open.arrival ??= arrive(open.head);
        // What breaks off before its first whole record is a failed input, not a report.
        if (open.arrival.news === 'first' && (report.complete || report.records > 0)) {
          reports += 1;
          tallies.report(open.head);
        }
        open.arrival.ended(report);
      },
    });
    repairs.push(...reading.repairs.map((repair) => ({ path: item.path, ...repair })));
    const now = performance.now();
    if (now - toldAt >= PROGRESS_MS) {
      toldAt = now;
      onProgress?.(`reading reports  ${count(files)} files · ${count(tallies.size())} distinct sources`);
    }
    if (reading.error === undefined) continue;
    failed.push({ path: item.path, error: errorText(reading.error, reading.records) });
    damaged.add(fileOf(item.path));
  }
  Object.assign(state, { files, reports });
  return { tallies, inputs: { read: files - damaged.size, failed, repairs, passedOver }, files, reports, duplicates };
}

/** Which side of the stretch asked for a report lies on; undefined where it is one of it. */
function outsideOf({ begin }: ReportHead, { since, until }: ReadOptions): string | undefined {
  if (since !== undefined && begin < since) return 'a DMARC report that begins before --since';
  return until !== undefined && begin >= until ? 'a DMARC report that does not begin before --until' : undefined;
}

/** What a document is that another command reads. */
function otherThanAggregate(item: ReportDocument | FeedbackMail | PassedOver): string {
  if (item.kind === 'passed-over') return item.what;
  return item.kind === 'feedback'
    ? 'a failure report: sendaudit failures reads it'
    : 'a TLS report: sendaudit tlsrpt reads it';
}

function errorText({ what, line, column }: ReadingError, records: number): string {
  const where =
    line === undefined || what.includes(`line ${line}`)
      ? ''
      : ` (line ${line}${column === undefined ? '' : `, column ${column}`})`;
  const kept = records === 0 || /whole record/.test(what) ? '' : `; ${count(records)} records before it count`;
  return `${what}${where}${kept}`;
}
