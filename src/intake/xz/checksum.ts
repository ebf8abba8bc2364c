import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What stands behind a block, of all it unpacks to. */
export interface Checksum {
  add(bytes: Uint8Array): void;
  /** As it is written. */
  value(): Buffer;
}

/** Bytes of a checksum, by its number: those that have no name yet are passed over (The .xz File Format 2.1.1.2). */
const SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

export const checksumSize = (kind: number): number => SIZES[kind] ?? 0;

/** Undefined where there is none, or none that is known. */
export function newChecksum(kind: number): Checksum | undefined {
  if (kind === 1) return newCrc32();
  if (kind === 4) return newCrc64();
  return kind === 10 ? newSha256() : undefined;
}

function newCrc32(): Checksum {
  let value = 0;
  return {
    add(bytes) {
      value = crc32(bytes, value);
    },
    value: () => littleEndian(value),
  };
}

function newSha256(): Checksum {
  const hash = createHash('sha256');
  return {
    add(bytes) {
      hash.update(bytes);
    },
    value: () => hash.digest(),
  };
}

/** CRC-64 (ECMA-182, the least significant bit first), in two halves: an integer of 64 bits takes ten times as long. */
function newCrc64(): Checksum {
  const { lows, highs } = crc64Tables();
  let [low, high] = [-1, -1];
  return {
    add(bytes) {
      for (let at = 0; at < bytes.length; at += 1) {
        const index = (low ^ (bytes[at] as number)) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (lows[index] as number);
        high = (high >>> 8) ^ (highs[index] as number);
      }
    },
    value: () => Buffer.concat([littleEndian(~low), littleEndian(~high)]),
  };
}

const POLYNOMIAL = { low: 0xd7870f42 | 0, high: 0xc96c5795 | 0 };

function crc64Tables(): { readonly lows: Int32Array; readonly highs: Int32Array } {
  const [lows, highs] = [new Int32Array(256), new Int32Array(256)];
  for (let byte = 0; byte < 256; byte += 1) {
    let [low, high] = [byte, 0];
    for (let bit = 0; bit < 8; bit += 1) {
      const isOdd = (low & 1) === 1;
      low = (low >>> 1) | (high << 31);
      high >>>= 1;
      if (!isOdd) continue;
      low ^= POLYNOMIAL.low;
      high ^= POLYNOMIAL.high;
    }
    lows[byte] = low;
    highs[byte] = high;
  }
  return { lows, highs };
}

/** A number of 32 bits, signed or not. */
export function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
