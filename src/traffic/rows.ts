import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { timestamp } from '../core/format.ts';
import type { DmarcRecord, ReportHead } from '../reports/aggregate/row.ts';

/** A row as `--format jsonl` prints it, before its stream is known. */
export type PrintedRow = Readonly<Record<string, unknown>>;

/**
 * Keeps rows until it is known whose they are: that takes the whole period, and the rows may not fit in memory. So they
 * wait in a temporary file, each with the key of its tally.
 */
export interface RowStore {
  add(head: ReportHead, record: DmarcRecord, key: number): void;
  /** All rows in the order they were read; once. */
  read(): AsyncIterable<{ readonly row: PrintedRow; readonly key: number }>;
  close(): Promise<void>;
}

/** Characters written at once. */
const BATCH = 1 << 16;

export async function newRowStore(): Promise<RowStore> {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  const path = join(folder, 'rows.jsonl');
  const file = openSync(path, 'wx', 0o600);
  let batch = '';
  // Synchronous: rows come in plain calls, faster than a stream would drain, and must not pile up in memory.
  const flush = (): void => {
    writeSync(file, batch);
    batch = '';
  };
  return {
    add(head, record, key) {
      batch += `${JSON.stringify({ key, row: printedRow(head, record) })}\n`;
      if (batch.length >= BATCH) flush();
    },
    async *read() {
      flush();
      for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
        yield JSON.parse(line) as { row: PrintedRow; key: number };
    },
    async close() {
      closeSync(file);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The fields of a DmarcRow, report and record in one flat object. */
function printedRow(head: ReportHead, record: DmarcRecord): PrintedRow {
  const { begin, end, ...report } = head;
  return { ...report, begin: timestamp(begin), end: timestamp(end), ...record };
}
