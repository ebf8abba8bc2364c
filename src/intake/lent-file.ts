import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { CHUNK_BYTES, WHOLE_BYTES } from './limits.ts';

let room: Uint8Array | undefined;

/**
 * A small file, whole, and at once: four trips through the thread pool would cost more than the report in it.
 * Undefined where it is large. Throws what the system says. The bytes may be lent, from memory that all files share, since
 * fresh memory costs as much as the reading: they are good until the next call, which comes no sooner than the caller waits.
 */
export function lentFile(path: string): Uint8Array | undefined {
  const file = openSync(path, 'r');
  try {
    room ??= new Uint8Array(CHUNK_BYTES);
    const length = filled(file, room, 0);
    if (length < room.length) return room.subarray(0, length);
    const { size } = fstatSync(file);
    if (size > WHOLE_BYTES) return undefined;
    const bytes = new Uint8Array(Math.max(size, length));
    bytes.set(room);
    return bytes.subarray(0, filled(file, bytes, length));
  } finally {
    closeSync(file);
  }
}

/** Reads on until the file ends or there is no room: how much is in it then. */
function filled(file: number, bytes: Uint8Array, from: number): number {
  let length = from;
  while (length < bytes.length) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return length;
}
