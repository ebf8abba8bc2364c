import { createInflate } from 'node:zlib';
import { byteReader, lengthOfRest } from './byte-reader.ts';
import type { Condition } from './document.ts';
import { expanded, type InflateEnd, UNPACKED_BYTES } from './inflate.ts';
import { type Budget, size } from './limits.ts';

const DEFLATE = 8;
/** A dictionary both sides know beforehand, which nobody sends us. */
const DICTIONARY = 0x20;

/** The two bytes of a zlib header (RFC 1950 §2.2). They also begin other data: to be asked last. */
export const beginsZlib = ([method = 0, flags = 0]: Uint8Array): boolean =>
  (method & 0x0f) === DEFLATE && method >> 4 <= 7 && (flags & DICTIONARY) === 0 && (method * 256 + flags) % 31 === 0;

/** Unpacks zlib data (RFC 1950), which scripts call gzip: PHP's `gzcompress` and Python's `zlib.compress` write them. */
export async function* unzlibbed(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  const input = byteReader(chunks);
  const end: InflateEnd = { packed: 0, unpacked: 0 };
  try {
    yield* expanded(input, budget, end, createInflate({ chunkSize: UNPACKED_BYTES }));
    condition.broken ??= end.broken;
    const behind = await lengthOfRest(input);
    if (behind > 0) condition.repairs.push({ what: `${size(behind)} after the zlib data are ignored` });
  } finally {
    await input.close();
  }
}
