import type { ByteReader } from './byte-reader.ts';
import { CHUNK_BYTES } from './limits.ts';

/** One file of a tar archive. Its bytes must be read before the next is asked for. */
export interface TarMember {
  readonly name: string;
  readonly size: number;
  /** Where its bytes begin, from the beginning of the archive. */
  readonly offset: number;
  /** Seconds since 1970; undefined where the archive does not say. */
  readonly modified: number | undefined;
  chunks(): AsyncGenerator<Uint8Array>;
}
export type TarItem = TarMember | { readonly name: string; readonly fault: string };

const BLOCK = 512;
/** Bytes of an extended header. Stops a name of gigabytes. */
const EXTENDED_BYTES = 64 * 1024;
const REGULAR = new Set(['0', '\0', '7']);

/** Whether a block is the header of a member: by its checksum, which archives older than POSIX have as well. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK || block[0] === 0) return false;
  let sum = 0;
  for (let at = 0; at < BLOCK; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
  return numberIn(block.subarray(148, 156)) === sum;
}

/**
 * The files of a tar archive: ustar, pax (POSIX.1-2001) and GNU, one after the other as they come. Folders, links and devices
 * hold nothing and are passed over. Throws where the archive is damaged or cut off.
 */
export async function* tarMembers(input: ByteReader): AsyncGenerator<TarItem> {
  /** What extended headers say of the next member. */
  let said = new Map<string, string>();
  let at = 0;
  for (;;) {
    const header = await input.take(BLOCK);
    at += header.length;
    // Two blocks of zeros, or nothing more: both end an archive.
    if (header.every((byte) => byte === 0)) return;
    if (header.length < BLOCK) throw new Error('cut off in a header');
    if (!isTarHeader(header)) throw new Error('the checksum of a header does not match');
    const type = String.fromCharCode(header[156] ?? 0);
    const size = Number(said.get('size') ?? numberIn(header.subarray(124, 136)));
    if (!Number.isSafeInteger(size) || size < 0) throw new Error('a header says an impossible size');
    if (type === 'x' || type === 'L') {
      if (size > EXTENDED_BYTES) throw new Error('a name of more than 64 kiB');
      const content = await input.take(padded(size));
      at += padded(size);
      const bytes = content.subarray(0, size);
      said = type === 'x' ? paxRecords(bytes) : said.set('path', textIn(bytes));
      continue;
    }
    const name = said.get('path') ?? ustarName(header);
    const sparse = type === 'S' || [...said.keys()].some((key) => key.startsWith('GNU.sparse.'));
    said = new Map();
    let left = size;
    if (sparse) yield { name, fault: 'a sparse file, which is not put together here' };
    else if (REGULAR.has(type) && !name.endsWith('/')) {
      yield {
        name,
        size,
        offset: at,
        modified: numberIn(header.subarray(136, 148)) || undefined,
        async *chunks() {
          for (let bytes; left > 0; yield bytes) {
            bytes = await input.next(Math.min(left, CHUNK_BYTES));
            if (bytes === undefined) throw new Error('cut off in a member');
            left -= bytes.length;
          }
        },
      };
    }
    await skip(input, left + padded(size) - size);
    at += padded(size);
  }
}

const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

async function skip(input: ByteReader, count: number): Promise<void> {
  for (let left = count; left > 0;) {
    const bytes = await input.next(left);
    if (bytes === undefined) return;
    left -= bytes.length;
  }
}

/** Octal digits, or GNU's numbers in base 256, marked by the highest bit. */
function numberIn(field: Uint8Array): number {
  if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.parseInt(/[0-7]+/.exec(textIn(field))?.[0] ?? 'none', 8);
}

/** POSIX.1 ustar: a prefix and a name, which make one path. GNU's own headers keep times where the prefix would be. */
function ustarName(header: Uint8Array): string {
  const prefix = textIn(header.subarray(257, 265)).startsWith('ustar  ') ? '' : textIn(header.subarray(345, 500));
  const name = textIn(header.subarray(0, 100));
  return prefix === '' || !textIn(header.subarray(257, 262)).startsWith('ustar') ? name : `${prefix}/${name}`;
}

/** `17 path=report.xml\n`: the length counts the record itself. */
function paxRecords(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const match = /^(\d{1,6}) ([^=\n]{1,200})=/.exec(Buffer.from(bytes.subarray(at, at + 220)).toString('latin1'));
    const length = Number(match?.[1] ?? 0);
    if (match === null || length <= match[0].length) return records;
    records.set(match[2] ?? '', textIn(bytes.subarray(at + match[0].length, at + length - 1)));
    at += length;
  }
  return records;
}

/** Text up to the first NUL. */
function textIn(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end === -1 ? bytes : bytes.subarray(0, end)).toString('utf8');
}
