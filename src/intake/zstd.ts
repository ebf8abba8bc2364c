import { constants, createZstdDecompress } from 'node:zlib';
import type { Condition } from './document.ts';
import { expanded, type InflateEnd, UNPACKED_BYTES } from './inflate.ts';
import type { Budget } from './limits.ts';
import { oneAfterAnother } from './one-after-another.ts';

const MAGIC_BYTES = 4;
/** 2^23 bytes, the window every decoder should offer (RFC 8878 §3.1.1.1.2). Stops frames that ask for gigabytes. */
const WINDOW_LOG = 23;

export const beginsZstd = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;

/**
 * Unpacks Zstandard data (RFC 8878) of any length, frame after frame. What can be read is read; what is wrong with the rest
 * is left in the condition.
 */
export function unzstded(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  const end: InflateEnd = { packed: 0, unpacked: 0 };
  return oneAfterAnother(chunks, budget, condition, {
    name: 'Zstandard',
    units: 'frames',
    headBytes: MAGIC_BYTES,
    begins: beginsZstd,
    async *unpackOne(input) {
      const params = { [constants.ZSTD_d_windowLogMax]: WINDOW_LOG };
      yield* expanded(input, budget, end, createZstdDecompress({ chunkSize: UNPACKED_BYTES, params }));
      return end.broken;
    },
  });
}
