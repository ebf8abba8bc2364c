import { systemFault } from '../core/system-fault.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';
import type { ByteSource, SourcePlace } from './byte-sources.ts';
import { beginsBzip2, unbzipped } from './bzip2/bzip2.ts';
import { type Condition, type FailedInput, failedInput } from './document.ts';
import { gunzipped } from './gzip.ts';
import { type Budget, CHUNK_BYTES, HEAD_BYTES, size } from './limits.ts';
import { recogniseBytes } from './recognise.ts';
import { type Stretch, headOf, heldStretch, unpackedStretch } from './stretch.ts';
import { unzstded } from './zstd.ts';

/** Bytes looked at. More than of a file: what was packed twice, and cannot be read again, has to show what it is. */
const START_BYTES = 4 * HEAD_BYTES;

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
  const head = await input.take(START_BYTES);
  if (head.length === 0 && fault.broken !== undefined) {
    yield failedInput(place.path, fault.broken);
    return;
  }
  // Nothing of it can be told before a whole block has come, which may be more than is looked at.
  if (beginsBzip2(head)) {
    input.unread(head);
    const { limits, depth } = place;
    if (depth >= limits.nesting)
      yield failedInput(place.path, `archives nested more than ${limits.nesting} deep, the limit`);
    else
      yield* onceSources(
        unbzippedOnce(input, place, fault),
        { ...place, depth: depth + 1, account: { packed: 0, unpacked: 0 } },
        sourcesIn,
      );
    return;
  }
  if (head.length < START_BYTES || (await isArchive({ ...heldStretch(head), start: head }, place.limits.nesting))) {
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

async function* unbzippedOnce(
  input: ByteReader,
  { limits, account }: SourcePlace,
  fault: Condition,
): AsyncGenerator<Uint8Array> {
  const budget: Budget = {
    limits,
    unpacked: 0,
    // It grows while it is read.
    get packed() {
      return account.packed;
    },
  };
  yield* unbzipped(input.rest(CHUNK_BYTES), budget, fault);
  if (fault.broken !== undefined) throw new Error(fault.broken);
}

/** Whether what lies within, however it is packed, has members. */
async function isArchive(stretch: Stretch, nesting: number): Promise<boolean> {
  const { kind } = recogniseBytes(await headOf(stretch, { repairs: [] }));
  if (kind === 'tar' || kind === 'zip') return true;
  const unpack = kind === 'gzip' ? gunzipped : kind === 'zstd' ? unzstded : kind === 'bzip2' ? unbzipped : undefined;
  return nesting > 0 && unpack !== undefined && isArchive(await unpackedStretch(stretch, unpack), nesting - 1);
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
