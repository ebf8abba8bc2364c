import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Condition } from './document.ts';
import type { Budget } from './limits.ts';
import { systemFault } from '../core/system-fault.ts';

/** Bytes read from a large file at a time: each time is a trip to another thread and back. */
export const READ_BYTES = 512 * 1024;

/** A small file, whole, and at once. Undefined where it is larger than `most`. Throws what the system says. */
export function smallFile(path: string, most: number): Uint8Array | undefined {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > most) return undefined;
    const bytes = Buffer.allocUnsafe(size);
    let length = 0;
    while (length < size) {
      const count = readSync(file, bytes, length, size - length, null);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/**
 * Chunks that are being read while one is looked at: another thread reads them, and each comes late now and then by a time
 * slice of a busy machine, which is as long as one is looked at.
 */
const AHEAD = 2;

/** A chunk that is being read. */
interface Reading {
  readonly at: number;
  readonly buffer: Buffer;
  readonly count: Promise<number | Error>;
}

/**
 * The bytes of a file that lies on disk, from a place on, as `chunksOf` gives them. While one chunk is looked at, the next
 * are read: a log of gigabytes is seldom in memory, and waiting for the disk took as long as the reading.
 */
export async function* chunksOnDisk(file: FileHandle, condition: Condition, from = 0): AsyncGenerator<Uint8Array> {
  const free: Buffer[] = [];
  let ahead: Reading[] = [];
  let next = from;
  const begun = (): Reading => {
    const buffer = free.pop() ?? Buffer.allocUnsafeSlow(READ_BYTES);
    const reading = { at: next, buffer, count: bytesAt(file, buffer, next) };
    next += READ_BYTES;
    return reading;
  };
  /** Until it has ended, the file must stay open, and a buffer is not free. */
  const ended = async (): Promise<void> => {
    for (const { buffer, count } of ahead) {
      await count;
      free.push(buffer);
    }
    ahead = [];
  };
  try {
    for (let chunks = 0; ; chunks += 1) {
      const { at, buffer, count: counted } = ahead.shift() ?? begun();
      const count = await counted;
      if (typeof count !== 'number') condition.broken ??= systemFault(count);
      if (typeof count !== 'number' || count === 0) return;
      if (count < READ_BYTES) {
        // The end, mostly. Where it is not, what was read behind it lies elsewhere.
        await ended();
        next = at + count;
      }
      // Who looks at the beginning alone has no use for more.
      if (chunks > 0) while (ahead.length < AHEAD) ahead.push(begun());
      yield buffer.subarray(0, count);
      free.push(buffer);
    }
  } finally {
    await ended();
  }
}

/** How many bytes were read; what failed is an answer, since nobody may be there to take it. */
const bytesAt = (file: FileHandle, buffer: Buffer, at: number): Promise<number | Error> =>
  file.read(buffer, 0, READ_BYTES, at).then(
    ({ bytesRead }) => bytesRead,
    (error: Error) => error,
  );

export async function openLarge(path: string): Promise<{ readonly file: FileHandle; readonly size: number }> {
  const file = await open(path, 'r');
  return { file, size: (await file.stat()).size };
}

/**
 * The bytes of a file. Chunks share one buffer, so each is valid until the next is asked for.
 * `budget` counts them where the size was not known before; `from` is where to begin, in a file that has places.
 */
export async function* chunksOf(
  file: FileHandle,
  condition: Condition,
  budget?: Budget,
  from?: number,
): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  let at = from ?? null;
  for (;;) {
    let count: number;
    try {
      count = (await file.read(buffer, 0, READ_BYTES, at)).bytesRead;
      if (at !== null) at += count;
    } catch (error) {
      condition.broken ??= systemFault(error);
      return;
    }
    if (count === 0) return;
    if (budget !== undefined) budget.packed += count;
    yield buffer.subarray(0, count);
  }
}
