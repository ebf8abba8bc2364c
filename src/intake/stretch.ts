import { systemFault } from '../core/system-fault.ts';
import { byteReader } from './byte-reader.ts';
import type { Condition } from './document.ts';
import { chunksOnDisk, openLarge, READ_BYTES, smallFile } from './files.ts';
import { type Budget, CHUNK_BYTES, HEAD_BYTES } from './limits.ts';
import type { Unpacker } from './unpackers.ts';

/** Bytes that can be read from their beginning again and again. */
export interface Stretch {
  open(opening: Opening): AsyncGenerator<Uint8Array>;
  /** Its first bytes, where they are at hand: at least `HEAD_BYTES` of them, or all there are. */
  readonly start?: Uint8Array;
  /** The file, where it is one as it lies on disk, or a part of one: what comes before it need not be read. */
  readonly file?: { readonly path: string; readonly at: number; readonly isPart: boolean };
}

/** One reading of a stretch: what it may cost, and what comes to light on the way. */
export interface Opening {
  readonly budget: Budget;
  readonly condition: Condition;
}

/** The small file that was read last: what it is, is found out in two looks at its beginning, one behind the other. */
let latest: { readonly of: Stretch; readonly bytes: Uint8Array } | undefined;

/** A file, or the part of it that begins at `at`. */
export function fileStretch(path: string, part?: { readonly at: number; readonly size: number }): Stretch {
  const stretch: Stretch = {
    file: { path, at: part?.at ?? 0, isPart: part !== undefined },
    async *open({ condition }) {
      let file: Awaited<ReturnType<typeof openLarge>>['file'];
      try {
        // A mailbox has a file for every mail: a buffer and five trips to another thread each cost more than its bytes.
        const whole = part === undefined ? wholeOf(stretch, path) : undefined;
        if (whole !== undefined && whole.length > 0) {
          yield whole;
          return;
        }
        // What says that it is empty may be a device, or a file of the system's own.
        ({ file } = await openLarge(path));
      } catch (error) {
        condition.broken ??= systemFault(error);
        return;
      }
      try {
        if (part === undefined) yield* chunksOnDisk(file, condition);
        else yield* cutTo(part.size, chunksOnDisk(file, condition, part.at), condition);
      } finally {
        await file.close();
      }
    },
  };
  return stretch;
}

function wholeOf(stretch: Stretch, path: string): Uint8Array | undefined {
  if (latest?.of === stretch) return latest.bytes;
  const bytes = smallFile(path, READ_BYTES);
  latest = bytes === undefined ? undefined : { of: stretch, bytes };
  return bytes;
}

export const heldStretch = (bytes: Uint8Array): Stretch => ({
  start: bytes.subarray(0, HEAD_BYTES),
  // oxlint-disable-next-line require-await -- a stream of what is at hand
  async *open() {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
  },
});

/** A part of what has to be unpacked from its beginning every time, for as far as `start` does not do. */
export function partStretch(of: Stretch, at: number, size: number, start?: Uint8Array): Stretch {
  return {
    ...(start === undefined ? {} : { start }),
    async *open(opening) {
      if (start !== undefined) yield start;
      const known = start?.length ?? 0;
      if (known < size) yield* cutTo(size - known, without(at + known, of.open(opening)), opening.condition);
    },
  };
}

/** What a stretch unpacks to. */
export async function unpackedStretch(packed: Stretch, unpack: Unpacker): Promise<Stretch> {
  const open = ({ budget, condition }: Opening): AsyncGenerator<Uint8Array> =>
    unpack(packed.open({ budget, condition }), budget, condition);
  if (packed.start === undefined) return { open };
  // As much as the packed beginning holds: it breaks off there, and what comes of that is no concern of the rest.
  const opening = trial(packed.start.length);
  const start = await firstBytes(unpack(heldStretch(packed.start).open(opening), opening.budget, opening.condition));
  return start.length < HEAD_BYTES
    ? { open }
    : {
        start,
        async *open(real) {
          yield start;
          yield* without(start.length, open(real));
        },
      };
}

/** A look at the beginning: it can cost no more than `HEAD_BYTES`. */
export const trial = (packed: number): Opening => ({
  budget: {
    limits: {
      unpackedBytes: Number.MAX_SAFE_INTEGER,
      ratio: Number.MAX_SAFE_INTEGER,
      ratioFrom: Number.MAX_SAFE_INTEGER,
      nesting: 1,
      members: 1000,
      heldArchiveBytes: 0,
    },
    packed,
    unpacked: 0,
  },
  condition: { repairs: [] },
});

/** The first `HEAD_BYTES` of a stretch, or all there are. */
export async function headOf(stretch: Stretch, condition: Condition): Promise<Uint8Array> {
  if (stretch.start !== undefined) return stretch.start;
  return firstBytes(stretch.open({ budget: trial(0).budget, condition }));
}

export async function firstBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const input = byteReader(chunks);
  try {
    return await input.take(HEAD_BYTES);
  } finally {
    await input.close();
  }
}

async function* without(count: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const bytes of chunks) {
    if (left < bytes.length) yield left === 0 ? bytes : bytes.subarray(left);
    left = Math.max(0, left - bytes.length);
  }
}

async function* cutTo(
  size: number,
  chunks: AsyncIterable<Uint8Array>,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  let left = size;
  if (left === 0) return;
  for await (const bytes of chunks) {
    yield bytes.subarray(0, left);
    left -= Math.min(left, bytes.length);
    if (left === 0) return;
  }
  condition.broken ??= 'tar archive is damaged: cut off in a member';
}
