import {
  type Drafts,
  type RecordDraft,
  type Said,
  clearRecord,
  hasOnlySource,
  newDrafts,
  saidOf,
  say,
} from './drafts.ts';
import { type Element, FEEDBACK, METADATA, OUTSIDE, POLICY, RECORD, ROW, childOf } from './elements.ts';
import { namedReport } from '../file-name.ts';
import { ReportFault } from './fault.ts';
import { headFrom, isBlank, recordFrom, recordLike } from './finished.ts';
import { DEPTH_LIMIT, HELD_RECORDS_LIMIT, TEXT_LIMIT } from './limits.ts';
import type { Notes } from './notes.ts';
import type { AggregateSink } from './reading.ts';
import type { DmarcRecord } from './row.ts';

/** Turns tags and text, in the order of the document, into a report. Throws a ReportFault where there can be none. */
export interface ReportBuilder {
  open(tag: string): void;
  /** Strings are the builder's to keep: none may be a slice of a longer text. */
  text(text: string): void;
  /** Whether text has a meaning where the document stands. */
  wantsText(): boolean;
  close(): void;
  /** Like `open`, for text whose end tags cannot be trusted: closes what the tag cannot stand in. */
  openLoosely(tag: string): void;
  /** How many elements are open. */
  depth(): number;
  /** Forgets what is open and unfinished, down to the report itself, as if it had not been read. */
  abandon(): void;
  /** Counts a record that is there and cannot be read. */
  lose(): void;
  /** Ends a report that the document does not end. */
  end(complete: boolean): void;
  /** Whether of the record that is open only the address and the count are known, and nothing within `row` is open. */
  isAtTail(): boolean;
  /** Ends that record, its `row` first, as if all this had stood in it. */
  endRecord(said: Said): void;
  /** Whether the next thing may be a record, and it would be handed on at once. */
  takesRecords(): boolean;
  /** Takes a whole record, with nothing to note about it: one like `pattern` but for its address and count. */
  addRecord(pattern: DmarcRecord, sourceIp: string, count: number): void;
  /** The same for one to be filled in: of what stands behind its count. */
  fillRecord(sourceIp: string, count: number, fill: (drafts: Drafts) => void): void;
  /** What the record that ended last said. */
  said(): Said;
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

export function createReportBuilder(sink: AggregateSink, notes: Notes, line: () => number, path = ''): ReportBuilder {
  const progress: Progress = { inReport: false, reports: 0, records: 0, lost: 0, delivered: 0, settled: 0 };
  let stack: Element[] = [OUTSIDE];
  let current: Element = OUTSIDE;
  let ignored = 0; // open elements the schema does not know, and everything in them
  let text = '';

  const drafts = newDrafts();
  let metadata: typeof drafts.metadata | undefined;
  let policy: typeof drafts.policy | undefined;
  let wanted: 'not yet' | 'read' | 'skip' = 'not yet';
  let policyDomain = '';
  let held: { readonly record: RecordDraft; readonly place: number; readonly line: number }[] = [];

  const builder: ReportBuilder = {
    open,
    text: addText,
    wantsText,
    close,
    openLoosely,
    depth,
    abandon,
    lose,
    end,
    isAtTail,
    endRecord: endRecordWith,
    takesRecords,
    addRecord,
    fillRecord,
    said: () => saidOf(drafts),
    progress,
  };
  return builder;

  function depth(): number {
    return stack.length + ignored;
  }

  function open(tag: string): void {
    if (stack.length + ignored > DEPTH_LIMIT)
      throw new ReportFault(`elements nested more than ${DEPTH_LIMIT} deep, the limit`);
    const child = ignored > 0 ? undefined : childOf(current, tag);
    if (child === undefined && current !== OUTSIDE) {
      ignored += 1;
      return;
    }
    text = '';
    current = child ?? OUTSIDE;
    stack.push(current);
    if (current === FEEDBACK) beginReport();
    else current.begin?.(drafts);
  }

  function wantsText(): boolean {
    return ignored === 0 && current.value !== undefined;
  }

  function addText(part: string): void {
    if (!wantsText()) return;
    text = text === '' ? part : text + part;
    if (text.length > TEXT_LIMIT)
      throw new ReportFault(`an element with more than ${TEXT_LIMIT} characters, the limit`);
  }

  function close(): void {
    if (ignored > 0) {
      ignored -= 1;
      return;
    }
    const element = current;
    stack.pop();
    current = stack.at(-1) ?? OUTSIDE;
    if (element.value !== undefined) {
      const value = trimmed(text);
      text = '';
      if (value !== '') element.value(drafts, value);
      element.end?.(drafts);
    } else if (element === RECORD) endRecord();
    else if (element === METADATA) endMetadata();
    else if (element === POLICY) endPolicy();
    else if (element === FEEDBACK) end(true);
    else element.end?.(drafts);
  }

  function openLoosely(tag: string): void {
    const at =
      ignored > 0 ? -1 : stack.findLastIndex((element) => element !== OUTSIDE && childOf(element, tag) !== undefined);
    // Never out of the record, or the metadata, that is being read.
    if (at > stack.indexOf(FEEDBACK)) while (stack.length - 1 > at) close();
    open(tag);
  }

  function abandon(): void {
    if (!progress.inReport) {
      stack = [OUTSIDE, FEEDBACK];
      beginReport();
    }
    stack.length = stack.indexOf(FEEDBACK) + 1;
    current = FEEDBACK;
    ignored = 0;
    text = '';
  }

  function isAtTail(): boolean {
    return current === ROW && ignored === 0 && stack[stack.length - 3] === FEEDBACK && hasOnlySource(drafts);
  }

  function endRecordWith(said: Said): void {
    say(drafts, said);
    stack.length -= 2;
    current = FEEDBACK;
    endRecord();
  }

  function takesRecords(): boolean {
    const isWaiting = wanted === 'not yet' && (metadata === undefined || policy === undefined);
    return current === FEEDBACK && ignored === 0 && !isWaiting;
  }

  function addRecord(pattern: DmarcRecord, sourceIp: string, count: number): void {
    progress.settled += 1;
    progress.records += 1;
    if (wanted === 'not yet') begin(pattern.headerFrom);
    if (wanted === 'skip') return;
    progress.delivered += 1;
    sink.record(recordLike(pattern, sourceIp, count), progress.records);
  }

  function fillRecord(sourceIp: string, count: number, fill: (drafts: Drafts) => void): void {
    clearRecord(drafts);
    const { record } = drafts;
    record.rows = 1;
    record.sourceIp = sourceIp;
    record.count = String(count);
    fill(drafts);
    endRecord();
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
    if (wanted === 'not yet') {
      if (metadata === undefined || policy === undefined) return hold(record);
      begin(record.headerFrom);
    }
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

  function end(complete: boolean): void {
    if (!progress.inReport) return;
    progress.inReport = false;
    progress.settled += 1;
    // Of a report that breaks off in its own head nothing is known that could be passed on.
    if (wanted === 'not yet' && (complete || metadata !== undefined)) begin(firstHeld());
    if (complete && progress.records === 0) notes.add('records', 'the report has no records');
    if (wanted !== 'not yet') sink.end?.({ records: progress.records, complete });
  }
}

/** `trim`, for text that hardly ever needs it. */
export function trimmed(text: string): string {
  const isTight = isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1));
  return isTight ? text : text.trim();
}
const isVisible = (code: number): boolean => code > 0x20 && code < 0x7f;
