import { bufferOf } from './charset.ts';

/** A storage or a stream of a compound file. */
export interface CompoundEntry {
  readonly name: string;
  readonly kind: 'storage' | 'stream';
  readonly child: number;
  readonly left: number;
  readonly right: number;
  readonly start: number;
  readonly size: number;
}

/** A compound file ([MS-CFB]), the file system in a file of old Office and of Outlook messages. */
export interface CompoundFile {
  readonly root: CompoundEntry;
  children(storage: CompoundEntry): readonly CompoundEntry[];
  /** What a stream holds; as much as there is, where it is cut off. Undefined where more has been read than the file can hold. */
  bytes(stream: CompoundEntry): Uint8Array | undefined;
}

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Sector numbers from here on are none ([MS-CFB] §2.1). */
const NO_SECTOR = 0xfffffffa;
/** Bytes handed out per byte of the file. Stops thousands of entries that all name one large stream. */
export const REUSE = 4;

export const beginsCompoundFile = (bytes: Uint8Array): boolean =>
  bufferOf(bytes.subarray(0, SIGNATURE.length)).equals(SIGNATURE);

/**
 * Reads the tables of a compound file at hand; what is wrong with it, where they cannot be read. No chain of sectors is
 * followed for longer than the file has sectors, and no entry is visited twice: either may lead round in a circle.
 */
export function compoundFile(file: Uint8Array): CompoundFile | string {
  const data = bufferOf(file);
  if (data.length < HEADER_BYTES || !beginsCompoundFile(data)) return 'no compound file';
  const shift = data.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return 'a sector size that does not exist';
  const sectorBytes = 1 << shift;
  const miniBytes = 64;
  const miniBelow = data.readUInt32LE(56);
  const sectors = Math.ceil(data.length / sectorBytes);
  let allowance = data.length * REUSE;

  const sector = (number: number): Buffer => data.subarray((number + 1) * sectorBytes, (number + 2) * sectorBytes);
  const entryOf = (table: Uint32Array, at: number): number => table[at] ?? NO_SECTOR;

  function* chain(first: number, table: Uint32Array, most: number): Generator<number> {
    let number = first;
    for (let steps = 0; number < NO_SECTOR && steps < most; steps += 1) {
      yield number;
      number = entryOf(table, number);
    }
  }
  const joined = (first: number, table: Uint32Array): Buffer =>
    Buffer.concat([...chain(first, table, sectors)].map((number) => sector(number)));

  const fatSectors = [...masterTable(data, sector, sectors)];
  const fat = numbersIn(Buffer.concat(fatSectors.slice(0, sectors).map((number) => sector(number))));
  const directory = joined(data.readUInt32LE(48), fat);
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, at) =>
    entryIn(directory.subarray(at * ENTRY_BYTES, (at + 1) * ENTRY_BYTES)),
  );
  const root = entries[0];
  if (root === undefined) return 'no directory';
  const miniFat = numbersIn(joined(data.readUInt32LE(60), fat));
  const miniStream = joined(root.start, fat);

  const read = (
    first: number,
    size: number,
    table: Uint32Array,
    unit: number,
    at: (n: number) => Buffer,
  ): Uint8Array => {
    const count = Math.min(Math.ceil(size / unit), Math.ceil(data.length / unit));
    return Buffer.concat([...chain(first, table, count)].map((number) => at(number))).subarray(0, size);
  };

  return {
    root,
    children(storage) {
      const found: CompoundEntry[] = [];
      const visited = new Set<number>();
      const waiting = [storage.child];
      for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
        const entry = entries[number];
        if (entry === undefined || visited.has(number)) continue;
        visited.add(number);
        found.push(entry);
        waiting.push(entry.left, entry.right);
      }
      return found;
    },
    bytes({ start, size }) {
      allowance -= size;
      if (allowance < 0) return undefined;
      const mini = (number: number): Buffer => miniStream.subarray(number * miniBytes, (number + 1) * miniBytes);
      return size < miniBelow
        ? read(start, size, miniFat, miniBytes, mini)
        : read(start, size, fat, sectorBytes, sector);
    },
  };
}

/** The sectors of the allocation table: 109 in the header, the others in a chain of sectors of their own ([MS-CFB] §2.5). */
function* masterTable(data: Buffer, sector: (number: number) => Buffer, sectors: number): Generator<number> {
  for (let at = 76; at < HEADER_BYTES; at += 4) if (data.readUInt32LE(at) < NO_SECTOR) yield data.readUInt32LE(at);
  let next = data.readUInt32LE(68);
  for (let steps = 0; next < NO_SECTOR && steps < sectors; steps += 1) {
    const numbers = numbersIn(sector(next));
    for (const number of numbers.subarray(0, -1)) if (number < NO_SECTOR) yield number;
    next = numbers.at(-1) ?? NO_SECTOR;
  }
}

const numbersIn = (bytes: Buffer): Uint32Array =>
  Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(at * 4));

function entryIn(bytes: Buffer): CompoundEntry {
  const length = Math.min(Math.max(bytes.readUInt16LE(64) - 2, 0), 62);
  return {
    name: bytes.toString('utf16le', 0, length),
    kind: bytes[66] === 2 ? 'stream' : 'storage',
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
    start: bytes.readUInt32LE(116),
    size: bytes.readUInt32LE(120),
  };
}
