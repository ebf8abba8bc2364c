import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Rows that are printed when all is read. They may not fit in memory, so they wait in a temporary file. */
export interface RowFile {
  add(row: object): void;
  /** All rows in the order they came. */
  read(): Iterable<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

/** Characters written, and bytes read, at once. */
const BATCH = 1 << 16;
const NEWLINE = 0x0a;

export async function newRowFile(): Promise<RowFile> {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  const file = openSync(join(folder, 'rows.jsonl'), 'wx+', 0o600);
  let batch = '';
  // Synchronous: rows come in plain calls, faster than a stream would drain, and must not pile up in memory.
  const flush = (): void => {
    if (batch !== '') writeSync(file, batch);
    batch = '';
  };
  return {
    add(row) {
      batch += `${JSON.stringify(row)}\n`;
      if (batch.length >= BATCH) flush();
    },
    *read() {
      flush();
      for (const line of linesOf(file)) yield JSON.parse(line) as Readonly<Record<string, unknown>>;
    },
    async close() {
      closeSync(file);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function* linesOf(file: number): Generator<string> {
  const buffer = Buffer.allocUnsafe(BATCH);
  let carry: Buffer = Buffer.alloc(0);
  for (let at = 0; ;) {
    const length = readSync(file, buffer, 0, BATCH, at);
    if (length === 0) return;
    at += length;
    const bytes = Buffer.concat([carry, buffer.subarray(0, length)]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    yield* bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
    carry = Buffer.from(bytes.subarray(end));
  }
}
