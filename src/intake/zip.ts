import type { Entry, ZipFile } from 'yauzl';
import { visible } from '../core/readable.ts';
import { isIgnoredMember } from './ignored.ts';
import { otherMethod, type ZipMethod, zipMethod } from './zip-methods.ts';

/** One file of an archive, still packed. */
export interface ZipMember {
  readonly name: string;
  readonly packed: number;
  readonly method: ZipMethod;
  readonly checksum: number;
  /** Seconds since 1970, taken for UTC: APPNOTE 4.4.6 knows no zone. */
  readonly modified: number;
  /** The member's bytes as they lie in the archive, or in the same one opened once more. */
  chunks(opened?: ZipFile): AsyncIterable<Uint8Array>;
}
export type ZipItem = ZipMember | { readonly name: string; readonly fault: string };

/** Signature, sizes and offsets of the end record, which a comment of declared length follows (APPNOTE 4.3.16). */
const END_RECORD_BYTES = 22;

/** Opens an archive that lies on disk, or in memory. Throws where it is none, or a damaged one. */
export async function openZip(from: string | Uint8Array): Promise<ZipFile> {
  const yauzl = await import('yauzl');
  // We never write a member anywhere: odd names are no danger, and names are decoded here.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
  return typeof from === 'string'
    ? yauzl.openPromise(from, options)
    : yauzl.fromBufferPromise(Buffer.from(from.buffer, from.byteOffset, from.byteLength), options);
}

/** An archive in memory without the bytes after its end record, which mail software sometimes leaves there. */
export function withoutTail(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const at = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at === -1 || at + END_RECORD_BYTES > bytes.length) return archive;
  return archive.subarray(0, Math.min(bytes.length, at + END_RECORD_BYTES + bytes.readUInt16LE(at + 20)));
}

/** The files of an archive, one at a time; a damaged directory ends it by throwing. */
export async function* zipMembers(zip: ZipFile): AsyncGenerator<ZipItem> {
  for await (const entry of zip.eachEntry()) {
    const path = memberName(entry);
    if (path.endsWith('/') || isIgnoredMember(path)) continue;
    const name = visible(path);
    const method = zipMethod(entry.compressionMethod);
    if (entry.isEncrypted()) yield { name, fault: 'encrypted, and there is no password' };
    else if (method === undefined) yield { name, fault: otherMethod(entry.compressionMethod) };
    else {
      yield {
        name,
        packed: entry.compressedSize,
        method,
        checksum: entry.crc32,
        modified: entry.getLastModDate({ timezone: 'UTC' }).getTime() / 1000,
        chunks: (opened = zip) => rawBytes(opened, entry),
      };
    }
  }
}

async function* rawBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  for await (const chunk of stream) yield chunk as Uint8Array;
}

/** UTF-8 where it is, whatever the flags say; otherwise one character per byte. */
function memberName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return raw.toString('latin1');
  }
}
