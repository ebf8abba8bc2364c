import { type ByteReader, byteReader } from './byte-reader.ts';
import { bitsOf, bytesTaken } from './deflate64/bits.ts';
import { type Inflation, inflateSome, WINDOW } from './deflate64/inflation.ts';
import type { Condition } from './document.ts';
import { type Budget, CHUNK_BYTES, spend, type Unpacking } from './limits.ts';

/** Bytes handed out at a time: less than the window holds, which they are cut from. */
const PIECE_BYTES = WINDOW / 2;

/**
 * Unpacks Deflate64 data (APPNOTE 4.4.5, method 9), which Windows' own zip makes of large files: DEFLATE (RFC 1951) with twice
 * the window and longer repeats. zlib does not know it. Memory is the window and a piece of the data.
 */
export async function* inflated64(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  const input = byteReader(chunks);
  const data: Unpacking = { packed: 0, unpacked: 0 };
  const state: Inflation = {
    bits: bitsOf(new Uint8Array()),
    window: new Uint8Array(WINDOW),
    unpacked: 0,
    block: undefined,
    isLast: false,
    stored: 0,
    copy: 0,
    distance: 0,
  };
  try {
    for (let isAll = false; condition.broken === undefined;) {
      const before = state.unpacked;
      const step = inflateSome(state, PIECE_BYTES, isAll);
      const count = state.unpacked - before;
      data.unpacked += count;
      condition.broken ??= count === 0 ? undefined : spend(budget, count, data);
      if (count > 0 && condition.broken === undefined) yield newest(state, count);
      if (step === 'end') return;
      if (typeof step === 'object') condition.broken ??= step.fault;
      if (step === 'more') isAll = await refill(state, input, data);
    }
  } finally {
    await input.close();
  }
}

function newest({ window, unpacked }: Inflation, count: number): Uint8Array {
  const start = (unpacked - count) % WINDOW;
  const end = start + count;
  return end <= WINDOW
    ? window.slice(start, end)
    : Buffer.concat([window.subarray(start), window.subarray(0, end - WINDOW)]);
}

/** Whether that is all there is. */
async function refill({ bits }: Inflation, input: ByteReader, data: Unpacking): Promise<boolean> {
  const rest = bits.bytes.subarray(bytesTaken(bits));
  const more = await input.take(CHUNK_BYTES);
  data.packed += more.length;
  // What is held of a byte stays held: whole bytes are read again.
  bits.held &= (1 << (bits.count & 7)) - 1;
  bits.count &= 7;
  bits.bytes = Buffer.concat([rest, more]);
  bits.at = 0;
  return more.length < CHUNK_BYTES;
}
