import { crc32, inflateRawSync } from 'node:zlib';
import { CHUNK_BYTES, WHOLE_UNPACKED_BYTES } from './limits.ts';
import { lentInflate } from './lent-inflate.ts';

/** Bytes of a chunk to unpack into: what zlib takes where the length is not known, or not believed. */
const CHUNK = { ordinary: 16 * 1024, most: CHUNK_BYTES };

/** What zlib says about itself, of which the types know nothing. */
interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

/**
 * What `packed`, raw DEFLATE data and nothing else, unpacks to; undefined where that is large, or not what `checksum` and
 * `length` promise. Then `inflated` has to look closer. At once, and not in the thread pool: to hand a small report over, and
 * to be told that it is done, takes three times as long as to unpack it. The bytes may be lent: they are good until the next
 * call, which comes no sooner than the caller waits for something.
 */
export function inflatedWhole(packed: Uint8Array, checksum: number, length?: number): Uint8Array | undefined {
  if (packed.length === 0) return undefined;
  const bytes = lentInflate(packed, length) ?? inflatedByItself(packed, length);
  if (bytes === undefined || crc32(bytes) !== checksum) return undefined;
  return length === undefined || bytes.length === length ? bytes : undefined;
}

function inflatedByItself(packed: Uint8Array, length: number | undefined): Uint8Array | undefined {
  // One byte more than there should be, so that zlib sees the end of the data in one go.
  const chunkSize = length === undefined ? CHUNK.ordinary : Math.min(length + 1, CHUNK.most);
  try {
    const options = { chunkSize: Math.max(chunkSize, 64), maxOutputLength: WHOLE_UNPACKED_BYTES, info: true };
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as Inflated;
    return engine.bytesWritten === packed.length ? buffer : undefined;
  } catch {
    return undefined;
  }
}
