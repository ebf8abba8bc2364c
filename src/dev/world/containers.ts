import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

const DEFLATE_LEVEL = 9;
const UNKNOWN_SYSTEM = 255; // RFC 1952 §2.3.1

/** A gzip member without file name or time. Its header is the same on every machine; what deflate makes may not be. */
export function gzipOf(content: Buffer): Buffer {
  const gzip = gzipSync(content, { level: DEFLATE_LEVEL });
  gzip.writeUInt32LE(0, 4); // mtime
  gzip[9] = UNKNOWN_SYSTEM;
  return gzip;
}

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, UNKNOWN_SYSTEM]);

/** The first `length` octets of a gzip member that holds `content` in a stored block, so that the cut is exact. */
export function cutGzipOf(content: Buffer, length: number): Buffer {
  const block = Buffer.alloc(5);
  block[0] = 1; // the last block, stored (RFC 1951 §3.2.4)
  block.writeUInt16LE(content.length, 1);
  block.writeUInt16LE(~content.length & 0xffff, 3);
  return Buffer.concat([GZIP_HEADER, block, content]).subarray(0, length);
}

export interface Member {
  readonly name: string;
  readonly content: Buffer;
}

const DOS_TIME = 0;
const DOS_DATE = ((2026 - 1980) << 9) | (11 << 5) | 1; // 1 November 2026
const VERSION = 20; // deflate and folders (APPNOTE.TXT §4.4.3.2)
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** A zip archive with all members deflated, nothing optional in it. */
export function zipOf(members: readonly Member[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of members) {
    const encodedName = Buffer.from(name, 'utf8');
    const data = deflateRawSync(content, { level: DEFLATE_LEVEL });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(DOS_TIME, 6);
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(encodedName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, encodedName, data]);
    const place = Buffer.alloc(14); // comment, disk and attributes stay 0
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([VERSION, 0]), common, place, encodedName);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
