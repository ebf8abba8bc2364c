import { crc32 } from 'node:zlib';
import { size } from '../limits.ts';
import { unpackFirst } from '../unpack-first.ts';
import { littleEndian } from './checksum.ts';

/** What is known of a block before it. */
export interface BlockHeader {
  /** Bytes of the dictionary. */
  readonly dictionary: number;
  /** As far as it says. */
  readonly packed: number | undefined;
  readonly unpacked: number | undefined;
}

/** `xz -9` has 64 MiB, `xz` 8. Stops data that ask for gigabytes. */
const DICTIONARY_MOST = 64 * 1024 * 1024;
const LZMA2 = 0x21;
/** Filters that make programs and samples smaller, by which nobody packs a text. */
const OTHER_FILTERS: ReadonlyMap<number, string> = new Map([
  [0x03, 'delta'],
  [0x04, 'x86'],
  [0x05, 'PowerPC'],
  [0x06, 'IA-64'],
  [0x07, 'ARM'],
  [0x08, 'ARM Thumb'],
  [0x09, 'SPARC'],
  [0x0a, 'ARM64'],
  [0x0b, 'RISC-V'],
]);

/** Whether the last four bytes are the checksum of those before. */
export const isSound = (bytes: Uint8Array): boolean =>
  Buffer.compare(littleEndian(crc32(bytes.subarray(0, -4))), bytes.subarray(-4)) === 0;

/** Reads a block's header, whole and with its checksum (The .xz File Format 3.1); why it cannot be unpacked, if it cannot. */
export function blockHeader(bytes: Uint8Array): BlockHeader | string {
  if (!isSound(bytes)) return 'xz data are damaged: the checksum of a block header does not match';
  const flags = bytes[1] ?? 0;
  if ((flags & 0x3c) !== 0) return 'xz data are of a newer kind than is known here';
  const reading = { bytes, at: 2 };
  const packed = (flags & 0x40) === 0 ? undefined : takeNumber(reading);
  const unpacked = (flags & 0x80) === 0 ? undefined : takeNumber(reading);
  // Of several filters, LZMA2 is the last: the first is what it was made smaller by before.
  const filter = takeNumber(reading);
  if (filter !== LZMA2)
    return unpackFirst(`xz data with the filter ${OTHER_FILTERS.get(filter) ?? `0x${filter.toString(16)}`}`, 'xz -d');
  if ((flags & 3) !== 0) return 'xz data are damaged: a block has filters behind the last';
  const [length, code] = [takeNumber(reading), bytes[reading.at] ?? 0];
  if (length !== 1 || code > 40) return 'xz data are damaged: a block header says nothing of its dictionary';
  // 4 KiB, 6 KiB, 8 KiB, 12 KiB … (5.3.1)
  const dictionary = code === 40 ? 2 ** 32 : (2 | (code & 1)) * 2 ** ((code >> 1) + 11);
  if (dictionary > DICTIONARY_MOST)
    return unpackFirst(`xz data with a dictionary of more than ${size(DICTIONARY_MOST)}`, 'xz -d');
  return { dictionary, packed, unpacked };
}

/** Seven bits a byte, the least significant first (1.2). */
export function takeNumber(reading: { readonly bytes: Uint8Array; at: number }): number {
  let [value, unit] = [0, 1];
  for (let left = 9; left > 0; left -= 1) {
    const byte = reading.bytes[reading.at] ?? 0;
    reading.at += 1;
    value += (byte & 0x7f) * unit;
    if (byte < 0x80) break;
    unit *= 128;
  }
  return value;
}

export function numberBytes(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 0x80);
  return Buffer.from([...bytes, left]);
}
