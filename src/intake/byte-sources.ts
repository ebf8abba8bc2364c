import { stat } from 'node:fs/promises';
import { systemFault } from '../core/system-fault.ts';
import { byteReader } from './byte-reader.ts';
import { type Condition, type FailedInput, failedInput } from './document.ts';
import type { IntakeOptions } from './documents.ts';
import { chunksOf, openLarge } from './files.ts';
import { gunzipped } from './gzip.ts';
import { type Budget, type IntakeLimits, CHUNK_BYTES, HEAD_BYTES, LIMITS, size } from './limits.ts';
import { listedFiles } from './listing.ts';
import { recogniseBytes } from './recognise.ts';

/** A log as bytes, unpacked, that can be read from its beginning more than once. */
export interface ByteSource {
  readonly kind: 'bytes';
  readonly path: string;
  /** Seconds since 1970, where a file system knows it. */
  readonly modified?: number;
  /** Chunks share one buffer: each is valid until the next is asked for. */
  open(condition: Condition): AsyncGenerator<Uint8Array>;
}

/** A log may unpack to far more than a report: what counts is that it streams. The bomb is stopped by its ratio. */
const LOG_LIMITS: IntakeLimits = { ...LIMITS, unpackedBytes: Number.MAX_SAFE_INTEGER };
/** Bytes of standard input that are looked at before it is known what they are; they are read again from memory. */
const STDIN_HEAD_BYTES = HEAD_BYTES;

/** All logs that paths name: files, folders, globs, `-`; gz unpacked. In the order given. */
export async function* byteSources(
  paths: Iterable<string>,
  options: IntakeOptions = {},
): AsyncGenerator<ByteSource | FailedInput> {
  for (const path of paths) {
    if (path === '-') {
      yield fromStdin(options.stdin);
      continue;
    }
    for await (const listed of listedFiles(path))
      yield listed.kind === 'failed' ? listed : await fileSource(listed.path);
  }
}

async function fileSource(path: string): Promise<ByteSource | FailedInput> {
  try {
    const { mtimeMs } = await stat(path);
    return {
      kind: 'bytes',
      path,
      modified: Math.floor(mtimeMs / 1000),
      open: (condition) => fileBytes(path, condition),
    };
  } catch (error) {
    return failedInput(path, systemFault(error));
  }
}

async function* fileBytes(path: string, condition: Condition): AsyncGenerator<Uint8Array> {
  let opened: Awaited<ReturnType<typeof openLarge>>;
  try {
    opened = await openLarge(path);
  } catch (error) {
    condition.broken ??= systemFault(error);
    return;
  }
  try {
    yield* unpackedBytes(chunksOf(opened.file, condition), budgetFor(opened.size), condition, 0);
  } finally {
    await opened.file.close();
  }
}

const budgetFor = (packed: number): Budget => ({ limits: LOG_LIMITS, packed, unpacked: 0 });

/** Bytes as they were before they were packed, once or several times. */
async function* unpackedBytes(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  condition: Condition,
  depth: number,
): AsyncGenerator<Uint8Array> {
  const input = byteReader(chunks);
  try {
    const head = await input.take(HEAD_BYTES);
    input.unread(head);
    if (recogniseBytes(head).kind !== 'gzip') {
      yield* input.rest(CHUNK_BYTES);
      return;
    }
    if (depth >= budget.limits.nesting) {
      condition.broken ??= `archives nested more than ${budget.limits.nesting} deep, the limit`;
      return;
    }
    yield* unpackedBytes(gunzipped(input.rest(CHUNK_BYTES), budget, condition), budget, condition, depth + 1);
  } finally {
    await input.close();
  }
}

function fromStdin(stdin: IntakeOptions['stdin']): ByteSource | FailedInput {
  if (stdin === undefined) return failedInput('stdin', 'there is no standard input here');
  const budget = budgetFor(0);
  const input = byteReader(counted(stdin, budget));
  let head: Uint8Array | undefined;
  let isRead = false;
  return {
    kind: 'bytes',
    path: 'stdin',
    async *open(condition) {
      if (isRead) {
        condition.broken ??= `standard input can be read only once, and more than ${size(STDIN_HEAD_BYTES)} are gone`;
        return;
      }
      head ??= await input.take(STDIN_HEAD_BYTES);
      yield* unpackedBytes(
        again(head, input, () => void (isRead = true)),
        budget,
        condition,
        0,
      );
    },
  };
}

/** What was looked at once more, then the rest. */
async function* again(
  head: Uint8Array,
  input: ReturnType<typeof byteReader>,
  onRest: () => void,
): AsyncGenerator<Uint8Array> {
  yield head;
  onRest();
  yield* input.rest(CHUNK_BYTES);
}

async function* counted(chunks: AsyncIterable<Uint8Array | string>, budget: Budget): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    budget.packed += bytes.length;
    yield bytes;
  }
}
