import type { Block } from './block.ts';
import { CHUNK_BYTES } from '../limits.ts';

/** Equal bytes behind which stands how many more there are. */
const FOLDED = 4;
const MOST_MORE = 255;

/** What a block unpacks to, in pieces that are good until the next, and its checksum, which is told at the end. */
export function* unfolded({ length, origin }: Block, packed: Int32Array): Generator<Uint8Array, number> {
  chain(packed, length);
  const checksums = newChecksums();
  const piece = new Uint8Array(CHUNK_BYTES + MOST_MORE);
  let [used, checksum, run, last] = [0, -1, 0, -1];
  let next = (packed[origin] as number) >>> 8;
  for (let left = length; left > 0; left -= 1) {
    const entry = packed[next] as number;
    const byte = entry & 0xff;
    next = entry >>> 8;
    let copies = 1;
    let value = byte;
    if (run === FOLDED) {
      [copies, value, run, last] = [byte, last, 0, -1];
    } else {
      run = byte === last ? run + 1 : 1;
      last = byte;
    }
    for (; copies > 0; copies -= 1) {
      piece[used] = value;
      used += 1;
      checksum = (checksum << 8) ^ (checksums[(checksum >>> 24) ^ value] as number);
    }
    if (used < CHUNK_BYTES) continue;
    yield piece.subarray(0, used);
    used = 0;
  }
  if (used > 0) yield piece.subarray(0, used);
  return ~checksum >>> 0;
}

/** Makes of the sorted bytes a chain: the place of the byte that follows is written above each. */
function chain(packed: Int32Array, length: number): void {
  const places = new Int32Array(256);
  for (let at = 0; at < length; at += 1) places[packed[at] as number] = (places[packed[at] as number] as number) + 1;
  let before = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    const count = places[byte] as number;
    places[byte] = before;
    before += count;
  }
  for (let at = 0; at < length; at += 1) {
    const byte = (packed[at] as number) & 0xff;
    const place = places[byte] as number;
    places[byte] = place + 1;
    packed[place] = (packed[place] as number) | (at << 8);
  }
}

/**
 * CRC-32 as bzip2 has it: with the polynomial of IEEE 802.3, and the most significant bit first, which zlib's has last. Made
 * for each block, where it is nothing, and not at every start.
 */
const newChecksums = (): Int32Array =>
  Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte << 24;
    for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0);
    return value;
  });
