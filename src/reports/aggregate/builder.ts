import { createAssembly, type Progress } from './assembly.ts';
import { type Drafts, type Said, clearRecord, hasOnlySource, newDrafts, saidOf, say } from './drafts.ts';
import {
  type Element,
  FEEDBACK,
  METADATA,
  OUTSIDE,
  POLICY,
  RECORD,
  ROW,
  WRAPPER,
  childOf,
  isForeign,
  mayWrap,
} from './elements.ts';
import { ReportFault } from './fault.ts';
import { DEPTH_LIMIT, TEXT_LIMIT } from './limits.ts';
import type { Notes } from './notes.ts';
import type { AggregateSink } from './reading.ts';
import type { DmarcRecord } from './row.ts';
import { trimmed } from './values.ts';

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

export function createReportBuilder(sink: AggregateSink, notes: Notes, line: () => number, path = ''): ReportBuilder {
  let stack: Element[] = [OUTSIDE];
  let current: Element = OUTSIDE;
  let ignored = 0; // open elements the schema does not know, and everything in them
  let text = '';
  let recordTag = '';

  const drafts = newDrafts();
  const assembly = createAssembly(drafts, sink, notes, line, path);
  const { beginReport, endMetadata, endPolicy, endRecord, isWaiting, addRecord, lose, endReport, progress } = assembly;

  return {
    open,
    text: addText,
    wantsText,
    close,
    openLoosely,
    depth,
    abandon,
    lose,
    end: endReport,
    isAtTail,
    endRecord: endRecordWith,
    takesRecords,
    addRecord,
    fillRecord,
    said: () => saidOf(drafts),
    progress,
  };

  function depth(): number {
    return stack.length + ignored;
  }

  function open(tag: string): void {
    if (stack.length + ignored > DEPTH_LIMIT)
      throw new ReportFault(`elements nested more than ${DEPTH_LIMIT} deep, the limit`);
    const isKnown = ignored === 0 && !(current === RECORD && isForeign(tag, recordTag));
    const child = isKnown ? (childOf(current, tag) ?? wrapper(tag)) : undefined;
    if (child === undefined && current !== OUTSIDE) {
      ignored += 1;
      return;
    }
    if (child === RECORD && current === WRAPPER)
      notes.add('wrapped records', 'the record stands within an element of no schema: read all the same', line());
    if (child === RECORD) recordTag = tag;
    text = '';
    current = child ?? OUTSIDE;
    stack.push(current);
    if (current === FEEDBACK) beginReport();
    else current.begin?.(drafts);
  }

  function wrapper(tag: string): Element | undefined {
    return current === FEEDBACK && mayWrap(tag) ? WRAPPER : undefined;
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
    else if (element === FEEDBACK) endReport(true);
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
    return current === FEEDBACK && ignored === 0 && !isWaiting();
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
}
