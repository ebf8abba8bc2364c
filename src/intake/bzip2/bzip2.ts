import { type ByteReader, byteReader, lengthOfRest } from '../byte-reader.ts';
import type { Condition } from '../document.ts';
import { type Budget, CHUNK_BYTES, size, spend, type Unpacking } from '../limits.ts';
import { bitsOf } from './bits.ts';
import { sortedBlock } from './block.ts';
import { unsorted } from './unsorted.ts';

const HEADER_BYTES = 4;
const BLOCK_UNIT = 100_000;
/** Octets a block can take up: 900,000 symbols of twenty bits and what tells them. What does not end by then is damaged. */
const BLOCK_BYTES = 2_400_000;
const BLOCK = [0x314159, 0x265359];
const END = [0x177245, 0x385090];

export const beginsBzip2 = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x42 && bytes[1] === 0x5a && bytes[2] === 0x68 && isLevel(bytes[3] ?? 0);
const isLevel = (octet: number): boolean => octet >= 0x31 && octet <= 0x39;

/**
 * Unpacks bzip2 data of any length, stream after stream, as pbzip2 and rotated logs that were joined have them. What can be
 * read is read; what is wrong with the rest is left in the condition.
 */
export async function* unbzipped(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  const input = byteReader(chunks);
  const data: Unpacking = { packed: 0, unpacked: 0 };
  try {
    for (let streams = 1; condition.broken === undefined; streams += 1) {
      const header = await input.take(HEADER_BYTES);
      if (header.length === 0 && streams > 1) return;
      if (!beginsBzip2(header)) {
        input.unread(header);
        condition.repairs.push({ what: `${size(await lengthOfRest(input))} after the bzip2 data are ignored` });
        return;
      }
      if (streams > budget.limits.members)
        condition.broken ??= `more than ${budget.limits.members} bzip2 streams, the limit`;
      else yield* oneStream(input, ((header[3] ?? 0) - 0x30) * BLOCK_UNIT, { budget, condition, data });
    }
  } finally {
    await input.close();
  }
}

interface Reading {
  readonly budget: Budget;
  readonly condition: Condition;
  readonly data: Unpacking;
}

/** Blocks begin anywhere in an octet: what is left of the last one is looked at again, from the bit it ended at. */
async function* oneStream(
  input: ByteReader,
  limit: number,
  { budget, condition, data }: Reading,
): AsyncGenerator<Uint8Array> {
  let skipped = 0;
  for (;;) {
    const held = await input.take(BLOCK_BYTES);
    const isWhole = held.length < BLOCK_BYTES;
    const bits = bitsOf(held);
    bits.take(skipped);
    const magic = [bits.take(24), bits.take(24)];
    const checksum = bits.take(16) * 0x1_0000 + bits.take(16);
    if (isSame(magic, END) && !bits.isPast()) {
      input.unread(held.subarray(bits.used()));
      return;
    }
    const sorted = isSame(magic, BLOCK) ? sortedBlock(bits, limit) : undefined;
    if (sorted === undefined || bits.isPast()) {
      condition.broken ??=
        isWhole && (bits.isPast() || held.length < 10) ? 'bzip2 data are cut off' : 'bzip2 data are damaged';
      return;
    }
    data.packed += bits.used();
    const pieces = unsorted(sorted, CHUNK_BYTES);
    let step = pieces.next();
    for (; step.done !== true; step = pieces.next()) {
      data.unpacked += step.value.length;
      condition.broken ??= spend(budget, step.value.length, data);
      if (condition.broken !== undefined) return;
      yield step.value;
    }
    if (step.value !== checksum) {
      condition.broken ??= 'bzip2 data are damaged';
      return;
    }
    skipped = bits.odd();
    input.unread(held.subarray(bits.used() - (skipped === 0 ? 0 : 1)));
  }
}

const isSame = (a: readonly number[], b: readonly number[]): boolean => a[0] === b[0] && a[1] === b[1];
