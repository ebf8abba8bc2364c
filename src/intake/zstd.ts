import { constants, createZstdDecompress } from 'node:zlib';
import { byteReader, lengthOfRest } from './byte-reader.ts';
import type { Condition } from './document.ts';
import { expanded, type InflateEnd } from './inflate.ts';
import { type Budget, CHUNK_BYTES, size } from './limits.ts';

const MAGIC_BYTES = 4;
/** 2^23 bytes, the window every decoder should offer (RFC 8878 §3.1.1.1.2). Stops frames that ask for gigabytes. */
const WINDOW_LOG = 23;

export const beginsZstd = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;

/**
 * Unpacks Zstandard data (RFC 8878) of any length, frame after frame. What can be read is read; what is wrong with the rest
 * is left in the condition.
 */
export async function* unzstded(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  const input = byteReader(chunks);
  const end: InflateEnd = { packed: 0, unpacked: 0 };
  try {
    for (let frames = 1; condition.broken === undefined; frames += 1) {
      const magic = await input.take(MAGIC_BYTES);
      if (magic.length === 0) return;
      input.unread(magic);
      if (frames > budget.limits.members) {
        condition.broken ??= `more than ${budget.limits.members} Zstandard frames, the limit`;
        return;
      }
      if (!beginsZstd(magic)) {
        condition.repairs.push({ what: `${size(await lengthOfRest(input))} after the Zstandard data are ignored` });
        return;
      }
      const params = { [constants.ZSTD_d_windowLogMax]: WINDOW_LOG };
      yield* expanded(input, budget, end, createZstdDecompress({ chunkSize: CHUNK_BYTES, params }));
      condition.broken ??= end.broken;
    }
  } finally {
    await input.close();
  }
}
