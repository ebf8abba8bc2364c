import type { Sorted } from './block.ts';

/** Four of a byte are followed by how many more there are. */
const RUN = 4;
const POLYNOMIAL = 0x04c11db7;

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) value = value < 0 ? (value << 1) ^ POLYNOMIAL : value << 1;
  return value >>> 0;
});

/** Undoes the sorting (Burrows and Wheeler) and the first runs, in pieces of about `piece` bytes; the checksum at the end. */
export function* unsorted({ bytes, origin }: Sorted, piece: number): Generator<Uint8Array, number> {
  const links = linksOf(bytes);
  let out = Buffer.allocUnsafe(piece + 256);
  let length = 0;
  let crc = 0xffffffff;
  let place = links[(links[origin] ?? 0) >>> 8] ?? 0;
  let [before, count] = [-1, 0];
  const put = (byte: number): void => {
    out[length] = byte;
    length += 1;
    crc = ((crc << 8) ^ (CRC[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  };
  for (let n = 0; n < bytes.length; n += 1) {
    const byte = place & 0xff;
    place = links[place >>> 8] ?? 0;
    if (count === RUN) {
      for (let more = 0; more < byte; more += 1) put(before);
      count = 0;
      before = -1;
    } else {
      count = byte === before ? count + 1 : 1;
      before = byte;
      put(byte);
    }
    if (length >= piece) {
      yield out.subarray(0, length);
      out = Buffer.allocUnsafe(piece + 256);
      length = 0;
    }
  }
  if (length > 0) yield out.subarray(0, length);
  return ~crc >>> 0;
}

/** Of each place in the sorted text the byte that stands there, and above it where the next one is. */
function linksOf(bytes: Uint8Array): Uint32Array {
  const starts = new Uint32Array(256);
  for (const byte of bytes) starts[byte] = (starts[byte] ?? 0) + 1;
  let sum = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    const count = starts[byte] ?? 0;
    starts[byte] = sum;
    sum += count;
  }
  const links = new Uint32Array(bytes.length);
  for (let n = 0; n < bytes.length; n += 1) {
    const byte = bytes[n] ?? 0;
    const at = starts[byte] ?? 0;
    starts[byte] = at + 1;
    links[at] = n << 8;
  }
  for (let n = 0; n < bytes.length; n += 1) links[n] = ((links[n] ?? 0) & ~0xff) | (bytes[n] ?? 0);
  return links;
}
