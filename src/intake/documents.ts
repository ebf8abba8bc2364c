import { setImmediate as nextTurn } from 'node:timers/promises';
import { type IntakeItem, failedInput } from './document.ts';
import { chunksOf, openLarge } from './files.ts';
import { lentFile } from './lent-file.ts';
import { type IntakeLimits, LIMITS } from './limits.ts';
import { systemFault } from '../core/system-fault.ts';
import { listedFiles } from './listing.ts';
import type { Place } from './place.ts';
import { createPieces } from './pieces.ts';
import { joinedMail } from './pieced-mail.ts';
import { UNPACK, unpackedStream } from './unpack.ts';

export interface IntakeOptions {
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  readonly limits?: Partial<IntakeLimits>;
}

/** Milliseconds without a turn of the event loop: signals and progress must get through between small files. */
const TURN_MS = 50;

/**
 * All documents in files, folders (recursive, by name), globs and stdin (`-`), unpacked and as text. What they are is
 * seen from their content. One item at a time: a document's text must be read before the next is asked for.
 */
export async function* documents(paths: Iterable<string>, options: IntakeOptions = {}): AsyncGenerator<IntakeItem> {
  const limits = { ...LIMITS, ...options.limits };
  const pieces = createPieces<Place>(limits);
  const placeOf = (path: string, packed: number): Place => ({
    path,
    depth: 0,
    budget: { limits, packed, unpacked: 0 },
    condition: { repairs: [] },
    unpack: UNPACK,
    pieces,
  });
  let lastTurn = performance.now();
  for (const path of paths) {
    if (path === '-') yield* fromStdin(options.stdin, placeOf('stdin', 0));
    else {
      for await (const listed of listedFiles(path)) {
        if (listed.kind === 'failed') yield listed;
        else yield* fromFile(listed.path, listed.kind, placeOf);
        if (performance.now() - lastTurn < TURN_MS) continue;
        await nextTurn();
        lastTurn = performance.now();
      }
    }
  }
  for (const mail of pieces.left()) {
    if (mail.kind === 'lost') yield failedInput(mail.path, mail.error);
    else yield* joinedMail(mail);
  }
}

type PlaceOf = (path: string, packed: number) => Place;

async function* fromFile(path: string, kind: 'file' | 'stream', placeOf: PlaceOf): AsyncGenerator<IntakeItem> {
  try {
    const bytes = kind === 'file' ? lentFile(path) : undefined;
    if (bytes === undefined) {
      yield* fromLargeFile(path, kind, placeOf);
      return;
    }
    yield* UNPACK.whole(bytes, placeOf(path, bytes.length));
  } catch (error) {
    yield failedInput(path, systemFault(error));
  }
}

async function* fromLargeFile(path: string, kind: 'file' | 'stream', placeOf: PlaceOf): AsyncGenerator<IntakeItem> {
  const { file, size } = await openLarge(path);
  try {
    const place = placeOf(path, kind === 'file' ? size : 0);
    const { budget, condition } = place;
    const chunks = chunksOf(file, condition, kind === 'file' ? undefined : budget);
    yield* unpackedStream(chunks, kind === 'file' ? { ...place, file: path } : place);
  } finally {
    await file.close();
  }
}

async function* fromStdin(stdin: IntakeOptions['stdin'], place: Place): AsyncGenerator<IntakeItem> {
  if (stdin === undefined) yield failedInput(place.path, 'there is no standard input here');
  else yield* unpackedStream(counted(stdin, place), place);
}

async function* counted(chunks: AsyncIterable<Uint8Array | string>, place: Place): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      place.budget.packed += bytes.length;
      yield bytes;
    }
  } catch (error) {
    place.condition.broken ??= systemFault(error);
  }
}
