import { crc32, inflateRawSync } from 'node:zlib';
import { WHOLE_UNPACKED_BYTES } from './limits.ts';

/** Bytes of a chunk to unpack into: what zlib takes where the length is not known, or not believed. */
const CHUNK = { least: 64, ordinary: 16 * 1024, most: 64 * 1024 };

/** What zlib says about itself, of which the types know nothing. */
interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

/**
 * What `packed`, raw DEFLATE data and nothing else, unpacks to; undefined where that is large, or not what `checksum` and
 * `length` promise. Then `inflated` has to look closer. At once, and not in the thread pool: to hand a small report over, and
 * to be told that it is done, takes three times as long as to unpack it.
 */
export function inflatedWhole(packed: Uint8Array, checksum: number, length?: number): Uint8Array | undefined {
  if (packed.length === 0) return undefined;
  // One byte more than there should be, so that zlib sees the end of the data in one go.
  const chunkSize = length === undefined ? CHUNK.ordinary : Math.min(Math.max(length + 1, CHUNK.least), CHUNK.most);
  let whole: Inflated;
  try {
    const options = { chunkSize, maxOutputLength: WHOLE_UNPACKED_BYTES, info: true };
    whole = inflateRawSync(packed, options) as unknown as Inflated;
  } catch {
    return undefined;
  }
  const { buffer, engine } = whole;
  if (engine.bytesWritten !== packed.length || crc32(buffer) !== checksum) return undefined;
  return length === undefined || buffer.length === length ? buffer : undefined;
}
