import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timestamp } from '../core/format.ts';
import type { DmarcRecord, ReportHead } from '../reports/aggregate/row.ts';

/** A row as `--format jsonl` prints it, before its stream is known. */
export type PrintedRow = Readonly<Record<string, unknown>>;

/**
 * Keeps rows until it is known whose they are: that takes the whole period, and the rows may not fit in memory. So they
 * wait in a temporary file, each with the key of its tally, behind the head of its report.
 */
export interface RowStore {
  add(head: ReportHead, record: DmarcRecord, key: number): void;
  /** All rows in the order they were read, from the mark on. */
  read(): Iterable<{ readonly row: PrintedRow; readonly key: number }>;
  /** Where the next row will be. */
  end(): number;
  /** Leaves rows out of what is read: those before one that `end` told; none for 0. */
  startAt(mark: number): void;
  close(): Promise<void>;
}

/** Characters written, and bytes read, at once. */
const BATCH = 1 << 16;
/** Begins the line of a report's head; a row's line begins with its key. */
const HEAD = '#';
const NEWLINE = 0x0a;

export async function newRowStore(): Promise<RowStore> {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  const file = openSync(join(folder, 'rows.jsonl'), 'wx+', 0o600);
  let batch = '';
  let headWritten: ReportHead | undefined;
  // Synchronous: rows come in plain calls, faster than a stream would drain, and must not pile up in memory.
  let [written, start] = [0, 0];
  const flush = (): void => {
    written += writeSync(file, batch);
    batch = '';
  };
  return {
    add(head, record, key) {
      if (head !== headWritten) batch += `${HEAD}${JSON.stringify(printedHead(head))}\n`;
      headWritten = head;
      batch += `${key} ${JSON.stringify(record)}\n`;
      if (batch.length >= BATCH) flush();
    },
    end() {
      flush();
      // What is read from here on needs its report's head again.
      headWritten = undefined;
      return written;
    },
    startAt(mark) {
      start = mark;
    },
    *read() {
      flush();
      let head: PrintedRow = {};
      for (const line of linesOf(file, start)) {
        if (line.startsWith(HEAD)) {
          head = JSON.parse(line.slice(HEAD.length)) as PrintedRow;
          continue;
        }
        const blank = line.indexOf(' ');
        const record = JSON.parse(line.slice(blank + 1)) as PrintedRow;
        yield { row: { ...head, ...record }, key: Number(line.slice(0, blank)) };
      }
    },
    async close() {
      closeSync(file);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The lines of a file from a byte on, each ended by a newline: half the time and memory of node:readline. */
function* linesOf(file: number, from: number): Generator<string> {
  const buffer = Buffer.allocUnsafe(BATCH);
  let carry: Buffer = Buffer.alloc(0);
  for (let at = from; ;) {
    const length = readSync(file, buffer, 0, BATCH, at);
    if (length === 0) return;
    at += length;
    const bytes = Buffer.concat([carry, buffer.subarray(0, length)]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    yield* bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
    carry = bytes.subarray(end);
  }
}

/** The fields of a report, which all its rows have. */
function printedHead({ begin, end, ...report }: ReportHead): PrintedRow {
  return { ...report, begin: timestamp(begin), end: timestamp(end) };
}
