import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timestamp } from '../core/format.ts';
import type { DmarcRecord, ReportHead } from '../reports/aggregate/row.ts';
import { sharedParts } from './shared-parts.ts';

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
/** Begins the line of a report's head, and of what rows share; a row's own line begins with its key. */
const HEAD = '#';
const PART = '@';
const NEWLINE = 0x0a;

export async function newRowStore(): Promise<RowStore> {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  const file = openSync(join(folder, 'rows.jsonl'), 'wx+', 0o600);
  let batch = '';
  let headWritten: ReportHead | undefined;
  const parts = sharedParts();
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
      const { sourceIp, count, ...rest } = record;
      const { number, isNew } = parts.of(record);
      if (isNew) batch += `${PART}${number} ${JSON.stringify(rest)}\n`;
      batch += `${key} ${number} ${count} ${JSON.stringify(sourceIp)}\n`;
      if (batch.length >= BATCH) flush();
    },
    end() {
      flush();
      // What is read from here on needs its report's head, and what it shares, again.
      headWritten = undefined;
      parts.forget();
      return written;
    },
    startAt(mark) {
      start = mark;
    },
    *read() {
      flush();
      let head: PrintedRow = {};
      const shared: PrintedRow[] = [];
      for (const line of linesOf(file, start)) {
        if (line.startsWith(HEAD)) {
          head = JSON.parse(line.slice(HEAD.length)) as PrintedRow;
          continue;
        }
        const [first = '', second = '', count = ''] = line.split(' ', 3);
        if (line.startsWith(PART)) {
          shared[Number(first.slice(PART.length))] = JSON.parse(line.slice(first.length + 1)) as PrintedRow;
          continue;
        }
        const sourceIp: unknown = JSON.parse(line.slice(first.length + second.length + count.length + 3));
        yield { row: { ...head, sourceIp, count: Number(count), ...shared[Number(second)] }, key: Number(first) };
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
