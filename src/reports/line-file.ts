import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lines that wait in a temporary file until all is read: they may not fit in memory. Nobody else may read it. */
export interface LineFile {
  /** A line, without its end. */
  add(line: string): void;
  /** Where the next line will be, in bytes. */
  end(): number;
  /** The lines from a byte on, in the order they came: half the time and memory of node:readline. */
  lines(from?: number): Iterable<string>;
  close(): Promise<void>;
}

/** Characters written, and bytes read, at once. */
const BATCH = 1 << 16;
const NEWLINE = 0x0a;

export async function newLineFile(): Promise<LineFile> {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
  const file = openSync(join(folder, 'rows.jsonl'), 'wx+', 0o600);
  let batch = '';
  let written = 0;
  // Synchronous: rows come in plain calls, faster than a stream would drain, and must not pile up in memory.
  const flush = (): void => {
    if (batch !== '') written += writeSync(file, batch);
    batch = '';
  };
  return {
    add(line) {
      batch += `${line}\n`;
      if (batch.length >= BATCH) flush();
    },
    end() {
      flush();
      return written;
    },
    *lines(from = 0) {
      flush();
      yield* linesOf(file, from);
    },
    async close() {
      closeSync(file);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

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
