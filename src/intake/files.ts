import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Condition } from './document.ts';
import type { Budget } from './limits.ts';
import { systemFault } from '../core/system-fault.ts';

/** Bytes read from a large file at a time: each time is a trip to another thread and back. */
export const READ_BYTES = 256 * 1024;

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

/** Chunks between two turns of the event loop: an interrupt waits no longer than it takes to read 4 MB. */
const CHUNKS_A_TURN = 16;

/**
 * The bytes of a file that lies on disk, from a place on, as `chunksOf` gives them. Mostly the system has them at hand, and
 * the trip to another thread and back would cost more than the reading.
 */
export async function* chunksOnDisk(file: FileHandle, condition: Condition, from = 0): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  let at = from;
  for (let chunks = 1; ; chunks += 1) {
    let count: number;
    try {
      count = readSync(file.fd, buffer, 0, READ_BYTES, at);
    } catch (error) {
      condition.broken ??= systemFault(error);
      return;
    }
    if (count === 0) return;
    at += count;
    yield buffer.subarray(0, count);
    if (chunks % CHUNKS_A_TURN === 0) await setImmediate();
  }
}

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
