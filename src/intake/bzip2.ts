import type { ByteReader } from './byte-reader.ts';
import { type Bits, bitsOf, bytesTaken, isPastEnd, takeBits } from './bzip2/bits.ts';
import { CUT_OFF, packedMost, readBlock } from './bzip2/block.ts';
import { unfolded } from './bzip2/unfolded.ts';
import type { Condition } from './document.ts';
import { type Budget, spend, type Unpacking } from './limits.ts';
import { oneAfterAnother } from './one-after-another.ts';

/** `BZh` and a digit: how many times 100,000 bytes a block has at most. */
const HEADER_BYTES = 4;
const BLOCK_UNIT = 100_000;
/** π and its square root, which say what follows. */
const BLOCK = 0x314159265359;
const END = 0x177245385090;
/** Bytes of what says that a stream ends, and its checksum. */
const TRAILER_BYTES = 12;

export const beginsBzip2 = ([b, z, h, digit = 0]: Uint8Array): boolean =>
  b === 0x42 && z === 0x5a && h === 0x68 && digit >= 0x31 && digit <= 0x39;

/**
 * Unpacks bzip2 data of any length, stream after stream, block after block: there is no paper but the program (bzip2 1.0.8,
 * `decompress.c`). What can be read is read; what is wrong with the rest is left in the condition. It is written here since
 * what is published for Node makes an array of a block's bytes, 46 MB of which can come from 50.
 */
export function bunzipped(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  const data: Unpacking = { packed: 0, unpacked: 0 };
  return oneAfterAnother(chunks, budget, condition, {
    name: 'bzip2',
    units: 'streams',
    headBytes: HEADER_BYTES,
    begins: beginsBzip2,
    unpackOne: (input) => oneStream(input, { budget, data }),
  });
}

interface Costs {
  readonly budget: Budget;
  readonly data: Unpacking;
}

async function* oneStream(input: ByteReader, { budget, data }: Costs): AsyncGenerator<Uint8Array, string | undefined> {
  const header = await input.take(HEADER_BYTES);
  data.packed += header.length;
  const blockBytes = ((header[3] ?? 0) - 0x30) * BLOCK_UNIT;
  const packed = new Int32Array(blockBytes);
  const enough = packedMost(blockBytes) + TRAILER_BYTES;
  let bits = bitsOf(new Uint8Array());
  let sum = 0;
  for (;;) {
    bits = await refilled(bits, input, { enough, data });
    const kind = takeBits(bits, 24) * 2 ** 24 + takeBits(bits, 24);
    const checksum = takeBits(bits, 16) * 2 ** 16 + takeBits(bits, 16);
    if (isPastEnd(bits)) return 'bzip2 data are cut off';
    if (kind === END) {
      const rest = bits.bytes.subarray(bytesTaken(bits));
      data.packed -= rest.length;
      input.unread(rest);
      return sum === checksum ? undefined : WRONG_SUM;
    }
    if (kind !== BLOCK) return 'bzip2 data are damaged: where a block should begin, none does';
    const block = readBlock(bits, packed);
    if (block === CUT_OFF) return 'bzip2 data are cut off';
    if (typeof block === 'string') return `bzip2 data are damaged: ${block}`;
    const pieces = unfolded(block, packed);
    let step = pieces.next();
    for (; step.done !== true; step = pieces.next()) {
      data.unpacked += step.value.length;
      const bomb = spend(budget, step.value.length, data);
      if (bomb !== undefined) return bomb;
      yield step.value;
    }
    if (step.value !== checksum) return WRONG_SUM;
    sum = (((sum << 1) | (sum >>> 31)) ^ checksum) >>> 0;
  }
}

const WRONG_SUM = 'bzip2 data are damaged: the checksum does not match';

/** With enough bytes for any block, or all that are left: a block is read at one go. */
async function refilled(
  bits: Bits,
  input: ByteReader,
  { enough, data }: { readonly enough: number; readonly data: Unpacking },
): Promise<Bits> {
  const rest = bits.bytes.subarray(bits.at);
  if (rest.length >= enough) return bits;
  // Twice as many, so that what is left is not copied for each block.
  const more = await input.take(2 * enough - rest.length);
  data.packed += more.length;
  return { ...bits, bytes: Buffer.concat([rest, more]), at: 0 };
}
