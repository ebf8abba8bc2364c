import { type Drafts, type RecordDraft } from './drafts.ts';
import { namedReport } from '../file-name.ts';
import { ReportFault } from './fault.ts';
import { headFrom, isBlank, recordFrom, recordLike } from './finished.ts';
import { HELD_RECORDS_LIMIT } from './limits.ts';
import type { Notes } from './notes.ts';
import type { AggregateSink } from './reading.ts';
import type { DmarcRecord } from './row.ts';

/**
 * Hands a report on, of which one part after the other has been read into the drafts: its head first, though records may
 * stand before the metadata and the policy.
 */
export interface Assembly {
  beginReport(): void;
  endMetadata(): void;
  endPolicy(): void;
  endRecord(): void;
  /** Whether a record would have to wait for the head. */
  isWaiting(): boolean;
  /** Takes a whole record, with nothing to note about it: one like `pattern` but for its address and count. */
  addRecord(pattern: DmarcRecord, sourceIp: string, count: number): void;
  /** Counts a record that is there and cannot be read. */
  lose(): void;
  endReport(complete: boolean): void;
  readonly progress: Progress;
}

export interface Progress {
  /** Inside `feedback`. */
  inReport: boolean;
  /** Reports begun. */
  reports: number;
  /** Records of the report at hand, those included that could not be read. */
  records: number;
  lost: number;
  /** Records handed on, over all reports. */
  delivered: number;
  /** Grows whenever something is settled that need not be read again: a record, the metadata, the policy. */
  settled: number;
}

export function createAssembly(
  drafts: Drafts,
  sink: AggregateSink,
  notes: Notes,
  line: () => number,
  path = '',
): Assembly {
  const progress: Progress = { inReport: false, reports: 0, records: 0, lost: 0, delivered: 0, settled: 0 };
  let metadata: typeof drafts.metadata | undefined;
  let policy: typeof drafts.policy | undefined;
  let wanted: 'not yet' | 'read' | 'skip' = 'not yet';
  let policyDomain = '';
  let held: { readonly record: RecordDraft; readonly place: number; readonly line: number }[] = [];

  return { beginReport, endMetadata, endPolicy, endRecord, isWaiting, addRecord, lose, endReport, progress };

  function isWaiting(): boolean {
    return wanted === 'not yet' && (metadata === undefined || policy === undefined);
  }

  function addRecord(pattern: DmarcRecord, sourceIp: string, count: number): void {
    progress.settled += 1;
    progress.records += 1;
    if (wanted === 'not yet') begin(pattern.headerFrom);
    if (wanted === 'skip') return;
    progress.delivered += 1;
    sink.record(recordLike(pattern, sourceIp, count), progress.records);
  }

  function lose(): void {
    progress.records += 1;
    progress.lost += 1;
  }

  function beginReport(): void {
    progress.settled += 1;
    progress.inReport = true;
    progress.reports += 1;
    progress.records = 0;
    progress.lost = 0;
    metadata = undefined;
    policy = undefined;
    wanted = 'not yet';
    policyDomain = '';
    held = [];
  }

  function endMetadata(): void {
    progress.settled += 1;
    if (metadata === undefined) metadata = drafts.metadata;
    else notes.add('report_metadata', 'a second report_metadata is ignored', line());
  }

  function endPolicy(): void {
    progress.settled += 1;
    if (Object.keys(drafts.policy).length === 0) return;
    if (policy !== undefined)
      notes.add('policy_published', 'a second policy_published is ignored: the first counts', line());
    else if (wanted !== 'not yet')
      notes.add('policy_published', 'policy_published comes too late and is ignored', line());
    else policy = drafts.policy;
  }

  function endRecord(): void {
    progress.settled += 1;
    progress.records += 1;
    const { record } = drafts;
    if (isWaiting()) return hold(record);
    if (wanted === 'not yet') begin(record.headerFrom);
    if (wanted === 'read') deliver(record, progress.records, line());
  }

  /** Keeps a record until the report says whose it is. */
  function hold(record: RecordDraft): void {
    held.push({ record: { ...record }, place: progress.records, line: line() });
    if (held.length < HELD_RECORDS_LIMIT) return;
    if (metadata === undefined) {
      throw new ReportFault(`no report_metadata before the first ${HELD_RECORDS_LIMIT} records, the limit`);
    }
    begin(firstHeld());
  }

  function firstHeld(): string | undefined {
    return held.find(({ record }) => record.headerFrom !== undefined)?.record.headerFrom;
  }

  function deliver(record: RecordDraft, place: number, at: number): void {
    if (isBlank(record)) {
      notes.add('a blank record', `record ${place} is blank, no address and no messages: nothing came in`, at);
      return;
    }
    progress.delivered += 1;
    sink.record(recordFrom(record, policyDomain, notes, place, at), place);
  }

  /** Announces the report, and hands on what waited for it. */
  function begin(firstHeaderFrom: string | undefined): void {
    if (metadata === undefined) throw new ReportFault('report_metadata is missing');
    if (policy === undefined) notes.add('policy_published', 'policy_published is missing');
    const head = headFrom(metadata, policy ?? {}, { firstHeaderFrom, named: namedReport(path) }, notes);
    policyDomain = head.policyDomain;
    wanted = sink.head(head);
    const waiting = held;
    held = [];
    if (waiting.length > 0) {
      const records = waiting.length === 1 ? '1 record stands' : `${waiting.length} records stand`;
      notes.add('order', `${records} before the metadata or the policy`);
    }
    if (wanted === 'skip') return;
    for (const { record, place, line: at } of waiting) deliver(record, place, at);
  }

  function endReport(complete: boolean): void {
    if (!progress.inReport) return;
    progress.inReport = false;
    progress.settled += 1;
    // Of a report that breaks off in its own head nothing is known that could be passed on.
    if (wanted === 'not yet' && (complete || metadata !== undefined)) begin(firstHeld());
    if (complete && progress.records === 0) notes.add('records', 'the report has no records');
    if (wanted !== 'not yet') sink.end?.({ records: progress.records, complete });
  }
}
