import { crc32 } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';
import type { Condition } from './document.ts';
import { type Budget, CHUNK_BYTES, spend, type Unpacking } from './limits.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { checksumSize, littleEndian, newChecksum } from './xz/checksum.ts';
import { blockHeader, isSound, numberBytes } from './xz/header.ts';
import { CUT_OFF, unpackLzma2 } from './xz/lzma2.ts';

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
const HEADER_BYTES = 12;
/** Everything begins at a multiple of these bytes. */
const UNIT = 4;

export const beginsXz = (bytes: Uint8Array): boolean => MAGIC.every((byte, at) => bytes[at] === byte);

/**
 * Unpacks xz data of any length, stream after stream, block after block (The .xz File Format 1.2.1, of the Tukaani project).
 * What can be read is read; what is wrong with the rest is left in the condition. It is written here since Node has none, and
 * what is published for it hangs, or says a number, where data are cut off.
 */
export function unxzed(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  const data: Unpacking = { packed: 0, unpacked: 0 };
  return oneAfterAnother(chunks, budget, condition, {
    name: 'xz',
    units: 'streams',
    headBytes: MAGIC.length,
    begins: beginsXz,
    unpackOne: (input) => oneStream(input, { budget, data }),
  });
}

interface Costs {
  readonly budget: Budget;
  readonly data: Unpacking;
}
type Take = ByteReader['take'];

const damaged = (what: string): string => (what === CUT_OFF ? 'xz data are cut off' : `xz data are damaged: ${what}`);

async function* oneStream(input: ByteReader, { budget, data }: Costs): AsyncGenerator<Uint8Array, string | undefined> {
  const take: Take = async (count) => {
    const bytes = await input.take(count);
    data.packed += bytes.length;
    return bytes;
  };
  const header = await take(HEADER_BYTES);
  if (header.length < HEADER_BYTES) return damaged(CUT_OFF);
  const flags = header.subarray(MAGIC.length, MAGIC.length + 2);
  if (!isSound(header.subarray(MAGIC.length))) return damaged('the checksum of its header does not match');
  const [reserved = 0, kind = 0] = flags;
  if (reserved !== 0 || kind > 15) return 'xz data are of a newer kind than is known here';
  const records: Buffer[] = [];
  for (;;) {
    const [units] = await take(1);
    if (units === undefined) return damaged(CUT_OFF);
    if (units === 0) break;
    if (records.length === budget.limits.members)
      return `more than ${budget.limits.members} blocks of xz data, the limit`;
    const block = yield* oneBlock(take, { units, kind, budget, data });
    if (typeof block === 'string') return block;
    records.push(block);
  }
  const index = indexOf(records);
  const end = Buffer.concat([index, footerOf(index, flags)]);
  const told = await take(end.length - 1);
  if (told.length < end.length - 1) return damaged(CUT_OFF);
  if (!end.subarray(1).equals(told)) return damaged('its index tells of other blocks than there are');
  await skipPadding(input, data);
  return undefined;
}

interface BlockCosts extends Costs {
  /** The first byte of its header, which says how long that is. */
  readonly units: number;
  /** Of its checksum. */
  readonly kind: number;
}

/** Unpacks a block: its record in the index, or what is wrong with it. */
async function* oneBlock(
  take: Take,
  { units, kind, budget, data }: BlockCosts,
): AsyncGenerator<Uint8Array, Buffer | string> {
  const headerBytes = (units + 1) * UNIT;
  const rest = await take(headerBytes - 1);
  if (rest.length < headerBytes - 1) return damaged(CUT_OFF);
  const header = blockHeader(Buffer.from([units, ...rest]));
  if (typeof header === 'string') return header;
  const before = data.packed;
  const checksum = newChecksum(kind);
  let unpacked = 0;
  const pieces = unpackLzma2(take, header.dictionary);
  let step = await pieces.next();
  for (; step.done !== true; step = await pieces.next()) {
    unpacked += step.value.length;
    checksum?.add(step.value);
    for (let at = 0; at < step.value.length; at += CHUNK_BYTES) {
      const piece = step.value.subarray(at, at + CHUNK_BYTES);
      data.unpacked += piece.length;
      const bomb = spend(budget, piece.length, data);
      if (bomb !== undefined) return bomb;
      yield piece;
    }
  }
  if (step.value !== undefined) return damaged(step.value);
  const packed = data.packed - before;
  if ((header.packed ?? packed) !== packed || (header.unpacked ?? unpacked) !== unpacked)
    return damaged('a block is not as long as it says');
  const padding = await take(paddingOf(packed));
  if (padding.some((byte) => byte !== 0)) return damaged('between blocks stands what is nothing');
  const sum = await take(checksumSize(kind));
  if (sum.length < checksumSize(kind)) return damaged(CUT_OFF);
  if (checksum !== undefined && !checksum.value().equals(sum)) return damaged('the checksum of a block does not match');
  return Buffer.concat([numberBytes(headerBytes + packed + sum.length), numberBytes(unpacked)]);
}

const paddingOf = (bytes: number): number => (UNIT - (bytes % UNIT)) % UNIT;

/** What stands behind the blocks, and tells of each (4). */
function indexOf(records: readonly Buffer[]): Buffer {
  const told = Buffer.concat([Buffer.of(0), numberBytes(records.length), ...records]);
  const padded = Buffer.concat([told, Buffer.alloc(paddingOf(told.length))]);
  return Buffer.concat([padded, littleEndian(crc32(padded))]);
}

/** The end of a stream (2.1.2). */
function footerOf(index: Uint8Array, flags: Uint8Array): Buffer {
  const told = Buffer.concat([littleEndian(index.length / UNIT - 1), flags]);
  return Buffer.concat([littleEndian(crc32(told)), told, Buffer.from('YZ')]);
}

/** Zeros behind a stream, four at a time (2.2). */
async function skipPadding(input: ByteReader, data: Unpacking): Promise<void> {
  for (;;) {
    const bytes = await input.take(UNIT);
    if (bytes.length < UNIT || bytes.some((byte) => byte !== 0)) {
      input.unread(bytes);
      return;
    }
    data.packed += UNIT;
  }
}
