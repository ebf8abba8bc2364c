import { bufferOf, windows1252 } from './charset.ts';
import type { CompoundEntry, CompoundFile } from './compound-file.ts';

const UTF_16 = '001F';
const STRING_8 = '001E';
const LONG = 0x0003;
const TIME = 0x0040;
/** Of each property that has its value beside it: type and number, flags, value ([MS-OXMSG] §2.4.2). */
const FIXED_BYTES = 16;

/** The stream or storage that holds a property ([MS-OXMSG] §2.2.2): `__substg1.0_`, its number and its type, in hex. */
export const property = (entries: readonly CompoundEntry[], number: string, type: string): CompoundEntry | undefined =>
  entries.find(({ name }) => name.toUpperCase() === `__SUBSTG1.0_${number}${type}`);

export function textOf(file: CompoundFile, entries: readonly CompoundEntry[], number: string): string | undefined {
  const wide = property(entries, number, UTF_16);
  const narrow = wide ?? property(entries, number, STRING_8);
  const bytes = narrow === undefined ? undefined : file.bytes(narrow);
  if (bytes === undefined) return undefined;
  return (wide === undefined ? windows1252(bytes) : bufferOf(bytes).toString('utf16le')).replace(/\0+$/, '');
}

/** Numbers and times of a message or a recipient, which stand together in one stream behind a header of `skipped` bytes. */
export function fixedProperties(
  file: CompoundFile,
  entries: readonly CompoundEntry[],
  skipped: number,
): { long(number: number): number | undefined; time(number: number): Date | undefined } {
  const stream = entries.find(({ name }) => name === '__properties_version1.0');
  const bytes = bufferOf((stream === undefined ? undefined : file.bytes(stream)) ?? new Uint8Array(0));
  const placeOf = (number: number, type: number): number | undefined => {
    for (let at = skipped; at + FIXED_BYTES <= bytes.length; at += FIXED_BYTES)
      if (bytes.readUInt16LE(at) === type && bytes.readUInt16LE(at + 2) === number) return at + 8;
    return undefined;
  };
  return {
    long(number) {
      const at = placeOf(number, LONG);
      return at === undefined ? undefined : bytes.readInt32LE(at);
    },
    time(number) {
      const at = placeOf(number, TIME);
      return at === undefined ? undefined : dateOf(bytes.readBigUInt64LE(at));
    },
  };
}

/** Seconds from 1601 to 1970: FILETIME counts tenths of microseconds from there ([MS-DTYP] §2.3.3). */
const SINCE_1601 = 11_644_473_600;

function dateOf(filetime: bigint): Date | undefined {
  const date = new Date((Number(filetime / 10_000_000n) - SINCE_1601) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
