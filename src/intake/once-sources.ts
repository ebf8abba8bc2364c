import { systemFault } from '../core/system-fault.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';
import type { ByteSource, SourcePlace } from './byte-source.ts';
import { beginsBzip2 } from './bzip2.ts';
import { type Condition, type FailedInput, failedInput } from './document.ts';
import { CHUNK_BYTES, HEAD_BYTES, size } from './limits.ts';
import { recogniseBytes } from './recognise.ts';
import { type Stretch, headOf, heldStretch, unpackedStretch } from './stretch.ts';
import { isPacking, UNPACKERS } from './unpackers.ts';

/** Bytes looked at. More than of a file: what was packed twice, and cannot be read again, has to show what it is. */
const START_BYTES = 4 * HEAD_BYTES;

/** 900,000 of what cannot be packed. */
const BLOCK_BYTES = 1024 * 1024;

type SourcesIn = (stretch: Stretch, place: SourcePlace) => AsyncGenerator<ByteSource | FailedInput>;

/**
 * What can be read only once: standard input, a pipe. A log in it streams, and can be opened again until more than its
 * beginning is gone; an archive in it has to be held.
 */
export async function* onceSources(
  chunks: AsyncIterable<Uint8Array | string>,
  place: SourcePlace,
  sourcesIn: SourcesIn,
): AsyncGenerator<ByteSource | FailedInput> {
  const fault: Condition = { repairs: [] };
  const input = byteReader(counted(chunks, place, fault));
  const { head, isAll } = await beginningOf(input);
  if (head.length === 0 && fault.broken !== undefined) {
    yield failedInput(place.path, fault.broken);
    return;
  }
  if (isAll || (await isArchive({ ...heldStretch(head), start: head }, place.limits.nesting))) {
    const most = Math.max(place.held.left, START_BYTES);
    const rest = await input.take(most + 1 - head.length);
    if (head.length + rest.length > most) {
      const limit = size(place.limits.heldArchiveBytes);
      yield failedInput(place.path, `archive of more than ${limit}, the limit for one that is not a file of its own`);
      return;
    }
    place.held.left = Math.max(0, place.held.left - head.length - rest.length);
    const held = heldStretch(Buffer.concat([head, rest]));
    yield* sourcesIn({ ...held, open: (opening) => told(held.open(opening), fault, opening.condition) }, place);
    return;
  }
  yield* sourcesIn(streamed(head, input, fault), { ...place, onlyOnce: true });
}

/** As much as shows what is in it: of bzip2 data nothing does before a whole block has come. */
async function beginningOf(input: ByteReader): Promise<{ readonly head: Uint8Array; readonly isAll: boolean }> {
  const start = await input.take(START_BYTES);
  if (!beginsBzip2(start)) return { head: start, isAll: start.length < START_BYTES };
  const block = await input.take(BLOCK_BYTES);
  return { head: Buffer.concat([start, block]), isAll: block.length < BLOCK_BYTES };
}

/** Whether what lies within, however it is packed, has members. */
async function isArchive(stretch: Stretch, nesting: number): Promise<boolean> {
  const { kind } = recogniseBytes(await headOf(stretch, { repairs: [] }));
  if (kind === 'tar' || kind === 'zip') return true;
  if (nesting === 0 || !isPacking(kind)) return false;
  return isArchive(await unpackedStretch(stretch, UNPACKERS[kind]), nesting - 1);
}

function streamed(head: Uint8Array, input: ByteReader, fault: Condition): Stretch {
  let isRead = false;
  return {
    start: head,
    async *open({ condition }) {
      if (isRead) {
        condition.broken ??= `it can be read only once, and more than ${size(START_BYTES)} are gone`;
        return;
      }
      yield head;
      isRead = true;
      yield* told(input.rest(CHUNK_BYTES), fault, condition);
    },
  };
}

async function* told(
  chunks: AsyncIterable<Uint8Array>,
  fault: Condition,
  condition: Condition,
): AsyncGenerator<Uint8Array> {
  yield* chunks;
  if (fault.broken !== undefined) condition.broken ??= fault.broken;
}

async function* counted(
  chunks: AsyncIterable<Uint8Array | string>,
  { account }: SourcePlace,
  fault: Condition,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      account.packed += bytes.length;
      yield bytes;
    }
  } catch (error) {
    fault.broken ??= systemFault(error);
  }
}
