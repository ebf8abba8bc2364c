import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** How xz would write what it cannot make smaller: chunks of LZMA2 as they are, with all that stands around them. */
export function xzOf(
  content: string | Uint8Array,
  {
    blockBytes = 90_000,
    chunkBytes = 0x1_00_00,
    check = 1,
  }: { blockBytes?: number; chunkBytes?: number; check?: number } = {},
): Buffer {
  const bytes = Buffer.from(content);
  const blocks: Buffer[] = [];
  const records: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += blockBytes) {
    const stretch = bytes.subarray(at, at + blockBytes);
    const packed = chunksOf(stretch, chunkBytes);
    const sum = checksumOf(stretch, check);
    blocks.push(xzBlock(packed, { sum }));
    records.push(numberBytes(12 + packed.length + sum.length), numberBytes(stretch.length));
  }
  return xzStream(Buffer.concat(blocks), { records, check });
}

/** A stream of blocks, and an index of these records: two numbers a block. */
export function xzStream(
  blocks: Uint8Array,
  { records, check = 1 }: { records: readonly Buffer[]; check?: number },
): Buffer {
  const flags = Buffer.of(0, check);
  const told = Buffer.concat([Buffer.of(0), numberBytes(records.length / 2), ...records]);
  const padded = Buffer.concat([told, Buffer.alloc(-told.length & 3)]);
  const index = Buffer.concat([padded, sumOf(padded)]);
  const footer = Buffer.concat([wordOf(index.length / 4 - 1), flags]);
  return Buffer.concat([
    Buffer.from('\xFD7zXZ\0', 'latin1'),
    flags,
    sumOf(flags),
    blocks,
    index,
    sumOf(footer),
    footer,
    Buffer.from('YZ'),
  ]);
}

/** A block: its header of twelve bytes (LZMA2 with a dictionary of 4 MiB, unless told), what it holds, and its checksum. */
export function xzBlock(
  packed: Uint8Array,
  {
    sum = Buffer.alloc(4),
    filters = [0x21, 1, 20],
    flags = 0,
  }: { sum?: Buffer; filters?: number[]; flags?: number } = {},
): Buffer {
  const header = Buffer.from([2, flags, ...filters, 0, 0, 0, 0, 0, 0]).subarray(0, 8);
  return Buffer.concat([header, sumOf(header), packed, Buffer.alloc(-packed.length & 3), sum]);
}

export function numberBytes(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left >>>= 7) bytes.push((left & 127) | 128);
  return Buffer.from([...bytes, left]);
}

function chunksOf(bytes: Buffer, size: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    parts.push(Buffer.of(at === 0 ? 1 : 2, (chunk.length - 1) >> 8, (chunk.length - 1) & 255), chunk);
  }
  return Buffer.concat([...parts, Buffer.of(0)]);
}

function checksumOf(bytes: Uint8Array, check: number): Buffer {
  if (check === 0) return Buffer.alloc(0);
  if (check === 1) return sumOf(bytes);
  return check === 4 ? crc64Of(bytes) : createHash('sha256').update(bytes).digest();
}

const sumOf = (bytes: Uint8Array): Buffer => wordOf(crc32(bytes));

function wordOf(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** ECMA-182, bit by bit. */
function crc64Of(bytes: Uint8Array): Buffer {
  let value = 0xffff_ffff_ffff_ffffn;
  for (const byte of bytes) {
    value ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) value = (value >> 1n) ^ ((value & 1n) === 1n ? 0xc96c_5795_d787_0f42n : 0n);
  }
  const out = Buffer.alloc(8);
  out.writeBigUInt64LE(value ^ 0xffff_ffff_ffff_ffffn);
  return out;
}
