import type { Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';
import { type Budget, CHUNK_BYTES, type Unpacking, spend } from './limits.ts';

/** How a stretch of deflated data came to its end. */
export interface InflateEnd extends Unpacking {
  /** Why it ended early; absent where it is whole. */
  broken?: string;
}

/** Compressed bytes handed to zlib at once: 1,032 times as much may come out before we can look at it. */
const FEED_BYTES = 4 * 1024;
/** At first less: what came out of the step that fails is lost, and a small report would be lost as a whole. */
const FIRST_FEED_BYTES = 64;
const FEED_SHARE = 16;

const feedBytes = ({ packed }: Readonly<Unpacking>): number =>
  Math.min(FEED_BYTES, Math.max(FIRST_FEED_BYTES, Math.floor(packed / FEED_SHARE)));

/**
 * Inflates raw DEFLATE data (RFC 1951) and leaves in `input` what comes after it. All that can be inflated is yielded
 * before a break: Node's own gunzip keeps back the output of the step that failed, often a whole small report.
 */
export const inflated = (input: ByteReader, budget: Budget, end: InflateEnd): AsyncGenerator<Uint8Array> =>
  expanded(input, budget, end, createInflateRaw({ chunkSize: CHUNK_BYTES }));

/** The same for any of Node's engines: one stretch of compressed data, and what comes after it is left in `input`. */
export async function* expanded(
  input: ByteReader,
  budget: Budget,
  end: InflateEnd,
  engine: Transform & { readonly bytesWritten: number },
): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const state = { ended: false };
  let wake = (): void => undefined;

  engine.on('data', (bytes: Uint8Array) => {
    end.unpacked += bytes.length;
    end.broken ??= spend(budget, bytes.length, end);
    // A bomb stops here, inside the step, and not when the step is done.
    if (end.broken === undefined) out.push(bytes);
    else engine.destroy();
    if (engine.destroyed) wake();
  });
  engine.on('end', () => {
    state.ended = true;
    wake();
  });
  engine.on('error', (error: NodeJS.ErrnoException) => {
    end.broken ??=
      error.code === 'Z_BUF_ERROR' ? 'compressed data are cut off' : `compressed data are damaged (${error.message})`;
    wake();
  });

  try {
    while (!state.ended && end.broken === undefined) {
      const piece = await input.next(feedBytes(end));
      const before = engine.bytesWritten;
      end.packed += piece?.length ?? 0;
      await new Promise<void>((resolve) => {
        wake = resolve;
        // Where the data fill the last piece exactly, only the attempt to finish tells whether they are whole.
        if (piece === undefined) engine.end();
        else engine.write(piece, () => resolve());
      });
      const used = engine.bytesWritten - before;
      if (piece !== undefined && state.ended && used < piece.length) input.unread(piece.subarray(used));
      const ready = out;
      out = [];
      yield* ready;
    }
  } finally {
    engine.destroy();
  }
}
