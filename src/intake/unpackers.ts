import { bunzipped } from './bzip2.ts';
import type { Condition } from './document.ts';
import { gunzipped } from './gzip.ts';
import type { Budget } from './limits.ts';
import { unbase64ed } from './unbase64.ts';
import { unxzed } from './xz.ts';
import { unzlibbed } from './zlib.ts';
import { unzstded } from './zstd.ts';

/** Unpacks as it reads. What can be read is read; what is wrong with the rest is left in the condition. */
export type Unpacker = (
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
) => AsyncGenerator<Uint8Array>;

/** What one thing is packed in, without members. */
export const UNPACKERS = {
  gzip: gunzipped,
  zlib: unzlibbed,
  zstd: unzstded,
  bzip2: bunzipped,
  xz: unxzed,
  base64: unbase64ed,
} as const satisfies Record<string, Unpacker>;
export type Packing = keyof typeof UNPACKERS;

export const isPacking = (kind: string): kind is Packing => Object.hasOwn(UNPACKERS, kind);
