import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFlaws {
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  readonly checksum?: number;
  readonly method?: number;
  /** Sizes and checksum stand behind each member, as who packs while sending writes them. */
  readonly streamed?: boolean;
  /** The bytes as that method packs them. */
  readonly packed?: (bytes: Buffer) => Uint8Array;
}

/** A zip archive (APPNOTE 4.3) of the given members, sound but for what is asked for. */
export function zipOf(members: Readonly<Record<string, string | Uint8Array>>, flaws: ZipFlaws = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(members)) {
    const bytes = Buffer.from(content);
    const name = Buffer.from(path);
    const data = flaws.packed?.(bytes) ?? (flaws.stored === true ? bytes : deflateRawSync(bytes, { level: 9 }));
    // From "version needed" to the name's length, the same in both headers.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flaws.encrypted === true ? 1 : 0, 2);
    common.writeUInt16LE(flaws.method ?? (flaws.stored === true ? 0 : 8), 4);
    common.writeUInt32LE(flaws.checksum ?? crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.from(common);
    const behind = Buffer.alloc(flaws.streamed === true ? 16 : 0);
    if (flaws.streamed === true) {
      common.writeUInt16LE(8, 2);
      local.fill(0, 10, 22).writeUInt16LE(8, 2);
      behind.write('PK\x07\x08', 'latin1');
      common.copy(behind, 4, 10, 22);
    }
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), local, name, data, behind]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, name]));
    files.push(file);
    offset += file.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
