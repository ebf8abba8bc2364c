/** A storage of a compound file: streams are bytes, storages are records. */
export interface Storage {
  readonly [name: string]: Uint8Array | Storage;
}

const SECTOR = 512;
const MINI = 64;
const MINI_BELOW = 4096;
const END = 0xfffffffe;
const NONE = 0xffffffff;

/** A compound file ([MS-CFB], version 3) of these storages and streams. */
export function compoundFileOf(root: Storage): Buffer {
  const entries: {
    name: string;
    kind: number;
    right: number;
    child: number;
    start: number;
    size: number;
    content?: Uint8Array;
  }[] = [{ name: 'Root Entry', kind: 5, right: NONE, child: NONE, start: END, size: 0 }];
  const list = (storage: Storage, parent: number): void => {
    let before: number | undefined;
    for (const [name, value] of Object.entries(storage)) {
      const isStream = value instanceof Uint8Array;
      const size = isStream ? value.length : 0;
      const number =
        entries.push({
          name,
          kind: isStream ? 2 : 1,
          right: NONE,
          child: NONE,
          start: END,
          size,
          ...(isStream ? { content: value } : {}),
        }) - 1;
      // Siblings as a list: a tree like any other to who reads it.
      const linked = entries[before ?? parent];
      if (linked !== undefined) linked[before === undefined ? 'child' : 'right'] = number;
      before = number;
      if (!isStream) list(value, number);
    }
  };
  list(root, 0);

  const fat: number[] = [];
  const sectors: Buffer[] = [];
  const placed = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END;
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += SECTOR) {
      const sector = Buffer.alloc(SECTOR);
      sector.set(bytes.subarray(at, at + SECTOR));
      sectors.push(sector);
      fat.push(at + SECTOR < bytes.length ? sectors.length : END);
    }
    return first;
  };
  const mini: Buffer[] = [];
  const miniFat: number[] = [];
  for (const entry of entries) {
    const { content } = entry;
    if (content === undefined || content.length === 0) continue;
    if (content.length >= MINI_BELOW) {
      entry.start = placed(content);
      continue;
    }
    entry.start = miniFat.length;
    for (let at = 0; at < content.length; at += MINI) {
      const sector = Buffer.alloc(MINI);
      sector.set(content.subarray(at, at + MINI));
      mini.push(sector);
      miniFat.push(at + MINI < content.length ? miniFat.length + 1 : END);
    }
  }
  const [top] = entries;
  if (top !== undefined) {
    top.size = mini.length * MINI;
    top.start = placed(Buffer.concat(mini));
  }
  const miniFatAt = placed(numbers(miniFat));
  const directoryAt = placed(Buffer.concat(entries.map((entry) => entryBytes(entry))));
  const fatSectors = Math.ceil((sectors.length + 8) / (SECTOR / 4 - 1));
  const fatAt = sectors.length;
  const table = numbers([...fat, ...Array.from({ length: fatSectors }, () => 0xfffffffd)]);

  const header = Buffer.alloc(SECTOR, 0);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(fatSectors, 44);
  header.writeUInt32LE(directoryAt, 48);
  header.writeUInt32LE(MINI_BELOW, 56);
  header.writeUInt32LE(miniFatAt, 60);
  header.writeUInt32LE(Math.ceil(miniFat.length / 128), 64);
  header.writeUInt32LE(END, 68);
  for (let at = 0; at < 109; at += 1) header.writeUInt32LE(at < fatSectors ? fatAt + at : NONE, 76 + at * 4);
  const tableBytes = Buffer.alloc(fatSectors * SECTOR, 0xff);
  tableBytes.set(table);
  return Buffer.concat([header, ...sectors, tableBytes]);
}

function numbers(list: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(list.length / 128) * SECTOR, 0xff);
  for (const [at, number] of list.entries()) bytes.writeUInt32LE(number, at * 4);
  return bytes;
}

function entryBytes(entry: {
  name: string;
  kind: number;
  right: number;
  child: number;
  start: number;
  size: number;
}): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(entry.name, 0, 62, 'utf16le');
  bytes.writeUInt16LE((entry.name.length + 1) * 2, 64);
  bytes[66] = entry.kind;
  bytes[67] = 1;
  bytes.writeUInt32LE(NONE, 68);
  bytes.writeUInt32LE(entry.right, 72);
  bytes.writeUInt32LE(entry.child, 76);
  bytes.writeUInt32LE(entry.start, 116);
  bytes.writeUInt32LE(entry.size, 120);
  return bytes;
}

export interface MessageFile {
  readonly headers?: string;
  readonly body?: string;
  /** The text as a page, in bytes. */
  readonly html?: Uint8Array;
  /** Other texts, by the number of their property: `001A` is what the message is. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Seconds since 1970. */
  readonly delivered?: number;
  readonly recipients?: readonly {
    readonly texts: Readonly<Record<string, string>>;
    /** By the number of their property: `0x0c20` is the status. */
    readonly numbers?: Readonly<Record<number, number>>;
  }[];
  readonly attachments?: readonly (
    | { readonly name: string; readonly type?: string; readonly content: Uint8Array }
    | { readonly name: string; readonly message: MessageFile }
  )[];
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const stream = (property: string): string => `__substg1.0_${property}`;

const textStreams = (texts: Readonly<Record<string, string>>): Storage =>
  Object.fromEntries(Object.entries(texts).map(([number, text]) => [stream(`${number}001F`), wide(text)]));

/** A property whose value stands beside it: type and number, flags, value ([MS-OXMSG] §2.4.2). */
function fixed(number: number, type: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(type, 0);
  bytes.writeUInt16LE(number, 2);
  bytes.writeUInt32LE(6, 4);
  bytes.writeBigInt64LE(value, 8);
  return bytes;
}

/** An Outlook message ([MS-OXMSG]) as a storage; `compoundFileOf` makes it a file. */
export function messageStorage(message: MessageFile, embedded = false): Storage {
  const { headers, body, html, texts = {}, delivered, recipients = [], attachments = [] } = message;
  return {
    // Header of the property stream: 32 bytes on top, 24 embedded ([MS-OXMSG] §2.4.1).
    '__properties_version1.0': Buffer.concat([
      Buffer.alloc(embedded ? 24 : 32),
      ...(delivered === undefined ? [] : [fixed(0x0e06, 0x40, BigInt(delivered + 11_644_473_600) * 10_000_000n)]),
    ]),
    ...textStreams(texts),
    ...Object.fromEntries(
      recipients.map(({ texts: said, numbers: values = {} }, at) => [
        `__recip_version1.0_#${at.toString(16).toUpperCase().padStart(8, '0')}`,
        {
          '__properties_version1.0': Buffer.concat([
            Buffer.alloc(8),
            ...Object.entries(values).map(([number, value]) => fixed(Number(number), 3, BigInt(value))),
          ]),
          ...textStreams(said),
        },
      ]),
    ),
    ...(headers === undefined ? {} : { [stream('007D001F')]: wide(headers) }),
    ...(body === undefined ? {} : { [stream('1000001F')]: wide(body) }),
    ...(html === undefined ? {} : { [stream('10130102')]: html }),
    ...Object.fromEntries(
      attachments.map((one, at) => [
        `__attach_version1.0_#${at.toString(16).toUpperCase().padStart(8, '0')}`,
        {
          '__properties_version1.0': Buffer.alloc(8),
          [stream('3707001F')]: wide(one.name),
          ...('content' in one
            ? { [stream('37010102')]: one.content, [stream('370E001E')]: Buffer.from(one.type ?? '') }
            : { [stream('3701000D')]: messageStorage(one.message, true) }),
        },
      ]),
    ),
  };
}
