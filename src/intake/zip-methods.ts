import { byteReader } from './byte-reader.ts';
import { bunzipped } from './bzip2.ts';
import { inflated64 } from './deflate64.ts';
import { type InflateEnd, inflated } from './inflate.ts';
import { unpackFirst } from './unpack-first.ts';
import type { Unpacker } from './unpackers.ts';
import { unxzed } from './xz.ts';
import { unzstded } from './zstd.ts';

/** How a member is packed (APPNOTE 4.4.5), of what is undone here. */
export type ZipMethod = 'stored' | 'deflated' | 'deflate64' | 'bzip2' | 'xz' | 'zstd';

const METHODS: ReadonlyMap<number, ZipMethod> = new Map([
  [0, 'stored'],
  [8, 'deflated'],
  [9, 'deflate64'],
  [12, 'bzip2'],
  [20, 'zstd'], // its number for a few months of 2020
  [93, 'zstd'],
  [95, 'xz'],
]);
/** What 7-Zip, WinZip and PKZIP call the others. */
const OTHERS: ReadonlyMap<number, string> = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [14, 'LZMA'],
  [97, 'WavPack'],
  [98, 'PPMd'],
]);

export const zipMethod = (number: number): ZipMethod | undefined => METHODS.get(number);

/** Said of a member that is packed in another way. */
export function otherMethod(number: number): string {
  const name = OTHERS.get(number);
  return unpackFirst(
    `packed with ${name === undefined ? `zip method ${number}` : `${name} (zip method ${number})`}`,
    '7z x',
  );
}

/** What undoes it; undefined for what lies there as it is. */
export const zipUnpacker = (method: ZipMethod): Unpacker | undefined =>
  method === 'stored' ? undefined : ZIP_UNPACKERS[method];

const ZIP_UNPACKERS: Readonly<Record<Exclude<ZipMethod, 'stored'>, Unpacker>> = {
  deflated: async function* (chunks, budget, condition) {
    const end: InflateEnd = { packed: 0, unpacked: 0 };
    const input = byteReader(chunks);
    try {
      yield* inflated(input, budget, end);
    } finally {
      await input.close();
    }
    condition.broken ??= end.broken;
  },
  deflate64: inflated64,
  bzip2: bunzipped,
  xz: unxzed,
  zstd: unzstded,
};
