import { crc32 } from 'node:zlib';
import { type ByteReader, byteReader } from './byte-reader.ts';
import type { Condition } from './document.ts';
import { type InflateEnd, inflated } from './inflate.ts';
import { type Budget, size } from './limits.ts';
import { inflatedWhole } from './small-inflater.ts';

// RFC 1952 §2.3.1
const FHCRC = 2;
const FEXTRA = 4;
const FNAME = 8;
const FCOMMENT = 16;
/** Bytes of a file name or comment in a header. Stops a header that never ends. */
const HEADER_TEXT_BYTES = 64 * 1024;

const FIXED_BYTES = 10;
const TRAILER_BYTES = 8;
const BEGINNING_BYTES = 4;

/** Bytes behind gzip data that are too few to hold a report: line ends, a mailing list's footer. */
const GARBAGE_BYTES = 1024;

/** Unpacks small and healthy gzip data of one member; undefined where `gunzipped` has to look closer. */
export function gunzippedWhole(bytes: Uint8Array): Uint8Array | undefined {
  const flags = bytes[3] ?? 0;
  if (bytes.length < FIXED_BYTES + TRAILER_BYTES || (flags & ~FNAME) !== 0) return undefined;
  const start = flags === FNAME ? bytes.indexOf(0, FIXED_BYTES) + 1 : FIXED_BYTES;
  const end = bytes.length - TRAILER_BYTES;
  if (start === 0 || start >= end) return undefined;
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end, TRAILER_BYTES);
  return inflatedWhole(bytes.subarray(start, end), trailer.getUint32(0, true), trailer.getUint32(4, true));
}

/**
 * Unpacks gzip data (RFC 1952) of any length, member after member. What can be read is read; what is wrong
 * with the rest is left in the condition.
 */
export async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  const input = byteReader(chunks);
  const end: InflateEnd = { packed: 0, unpacked: 0 };
  let skipped: string | undefined;
  try {
    for (let members = 1; ; members += 1) {
      if (members > budget.limits.members) {
        condition.broken ??= `more than ${budget.limits.members} gzip members, the limit`;
        return;
      }
      const header = await readHeader(input);
      if (header === 'cut') condition.broken ??= 'gzip data are cut off in the header';
      if (header === 'other') {
        const length = await skipGarbage(input);
        const what = `${size(length)} after the gzip data are ignored`;
        if (length > GARBAGE_BYTES) skipped ??= what;
        else condition.repairs.push({ what });
        continue;
      }
      if (header === 'end') condition.broken ??= skipped;
      if (header !== 'whole') return;
      let checksum = 0;
      const start = end.unpacked;
      for await (const bytes of inflated(input, budget, end)) {
        checksum = crc32(bytes, checksum);
        yield bytes;
      }
      condition.broken ??= end.broken ?? trailerFault(await input.take(TRAILER_BYTES), checksum, end.unpacked - start);
      if (condition.broken !== undefined) return;
    }
  } finally {
    await input.close();
  }
}

/** `end`: nothing, or nothing but padding, is left; `other`: what follows is no gzip member. */
async function readHeader(input: ByteReader): Promise<'whole' | 'cut' | 'end' | 'other'> {
  await skipPadding(input);
  const start = await input.take(2);
  if (start.length === 0) return 'end';
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    input.unread(start);
    return 'other';
  }
  const fixed = await input.take(8);
  if (fixed.length < 8) return 'cut';
  const flags = fixed[1] ?? 0;
  if ((flags & FEXTRA) !== 0) {
    const length = await input.take(2);
    await input.take((length[0] ?? 0) + 256 * (length[1] ?? 0));
  }
  for (const text of [FNAME, FCOMMENT]) {
    if ((flags & text) !== 0 && !(await skipText(input))) return 'cut';
  }
  if ((flags & FHCRC) !== 0) await input.take(2);
  return 'whole';
}

/** Tape and block devices pad with zeros. */
async function skipPadding(input: ByteReader): Promise<void> {
  for (;;) {
    const bytes = await input.next(Number.POSITIVE_INFINITY);
    if (bytes === undefined) return;
    const start = bytes.findIndex((byte) => byte !== 0);
    if (start === -1) continue;
    input.unread(bytes.subarray(start));
    return;
  }
}

async function skipText(input: ByteReader): Promise<boolean> {
  for (let length = 0; length < HEADER_TEXT_BYTES; length += 1) {
    const byte = await input.take(1);
    if (byte.length === 0) return false;
    if (byte[0] === 0) return true;
  }
  return false;
}

function trailerFault(trailer: Uint8Array, checksum: number, length: number): string | undefined {
  if (trailer.length < TRAILER_BYTES) return 'gzip data are cut off in the checksum';
  const fields = new DataView(trailer.buffer, trailer.byteOffset, TRAILER_BYTES);
  const right = fields.getUint32(0, true) === checksum && fields.getUint32(4, true) === length % 2 ** 32;
  return right ? undefined : 'gzip data are damaged: the checksum does not match';
}

/**
 * Goes on to what may be the next member, and tells how many bytes that was: files that are joined to a stream (`cat *.gz`)
 * need not all be what their names say.
 */
async function skipGarbage(input: ByteReader): Promise<number> {
  let skipped = 0;
  // What may be the start of a member's beginning.
  let held: Uint8Array = new Uint8Array(0);
  for (;;) {
    const bytes = await input.next(Number.POSITIVE_INFINITY);
    if (bytes === undefined) return skipped + held.length;
    const seen = Buffer.concat([held, bytes]);
    const at = memberIn(seen);
    if (at !== -1) {
      input.unread(seen.subarray(at));
      return skipped + at;
    }
    held = seen.subarray(-(BEGINNING_BYTES - 1));
    skipped += seen.length - held.length;
  }
}

/** Where a member begins: the magic number, the one method there is, and no flag that is reserved. */
function memberIn(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x1f); at !== -1; at = bytes.indexOf(0x1f, at + 1))
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0xff) < 0x20) return at;
  return -1;
}
