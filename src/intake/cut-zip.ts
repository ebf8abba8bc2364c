import { bufferOf } from '../mail/charset.ts';
import { visible } from '../core/readable.ts';
import { isIgnoredMember } from './ignored.ts';
import { type ZipMethod, zipMethod } from './zip-methods.ts';

/** A file of an archive without a directory, as its own header tells of it. */
export interface CutMember {
  readonly name: string;
  readonly method: ZipMethod;
  /** Its packed bytes; where only what follows tells how many there are, what follows may be among them. */
  readonly bytes: Uint8Array;
  /** Undefined where it stood behind the member and is lost. */
  readonly checksum: number | undefined;
}

const LOCAL = 'PK\x03\x04';
const DIRECTORY = 'PK\x01\x02';
const DESCRIPTOR = 0x08_07_4b_50;
const LOCAL_BYTES = 30;
const DESCRIPTOR_BYTES = 16;
const ENCRYPTED = 1;
/** Sizes and checksum are not known yet and follow the member: who packs while sending writes that (APPNOTE 4.4.4). */
const STREAMED = 8;

/**
 * The members of an archive whose end, and the directory there, is lost: a mail was cut off at a size limit. Each has a header
 * of its own in front of it (APPNOTE 4.3.7).
 */
export function* cutMembers(archive: Uint8Array): Generator<CutMember> {
  const bytes = bufferOf(archive);
  const nextHeader = headersOf(bytes);
  for (let at = 0; bytes.length - at >= LOCAL_BYTES && bytes.toString('latin1', at, at + 4) === LOCAL;) {
    const flags = bytes.readUInt16LE(at + 6);
    const method = zipMethod(bytes.readUInt16LE(at + 8));
    const named = at + LOCAL_BYTES;
    const start = named + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const path = bytes.toString('utf8', named, named + bytes.readUInt16LE(at + 26));
    const streamed = (flags & STREAMED) !== 0;
    const next = streamed ? nextHeader(start) : Math.min(start + bytes.readUInt32LE(at + 18), bytes.length);
    const checksum = streamed ? checksumBefore(bytes, next) : bytes.readUInt32LE(at + 14);
    at = next;
    if (path.endsWith('/') || isIgnoredMember(path)) continue;
    if ((flags & ENCRYPTED) !== 0 || method === undefined || start >= bytes.length) continue;
    yield { name: visible(path), method, bytes: bytes.subarray(start, next), checksum };
  }
}

/** Where the next header begins. The directory is looked for once, or an archive of many small members took days. */
function headersOf(bytes: Buffer): (start: number) => number {
  const after = (signature: string, start: number): number => {
    const found = bytes.indexOf(signature, start, 'latin1');
    return found === -1 ? bytes.length : found;
  };
  let directory = -1;
  return (start) => {
    if (directory < start) directory = after(DIRECTORY, start);
    return Math.min(after(LOCAL, start), directory);
  };
}

function checksumBefore(bytes: Buffer, end: number): number | undefined {
  const at = end - DESCRIPTOR_BYTES;
  return at >= 0 && bytes.readUInt32LE(at) === DESCRIPTOR ? bytes.readUInt32LE(at + 4) : undefined;
}
