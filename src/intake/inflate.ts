import type { Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';
import { type Budget, type Unpacking, spend } from './limits.ts';

/** How a stretch of deflated data came to its end. */
export interface InflateEnd extends Unpacking {
  /** Why it ended early; absent where it is whole. */
  broken?: string;
}

/** What comes of packed bytes before we look at it: for each piece, another thread has to be woken. */
export const UNPACKED_BYTES = 256 * 1024;
/** Packed bytes handed over at once: as many as that is likely to come of. 1,032 times as much may come, of a bomb. */
const FEED_BYTES = 64 * 1024;
const LIKELY_SHARE = 0.9;
/** At first less: what came out of the step that fails is lost, and a small report would be lost as a whole. */
const FIRST_FEED_BYTES = 64;
const FEED_SHARE = 16;

function feedBytes({ packed, unpacked }: Readonly<Unpacking>): number {
  const likely = (LIKELY_SHARE * UNPACKED_BYTES * packed) / Math.max(1, unpacked);
  return Math.max(FIRST_FEED_BYTES, Math.floor(Math.min(FEED_BYTES, packed / FEED_SHARE, likely)));
}

/**
 * Inflates raw DEFLATE data (RFC 1951) and leaves in `input` what comes after it. All that can be inflated is yielded
 * before a break: Node's own gunzip keeps back the output of the step that failed, often a whole small report.
 */
export const inflated = (input: ByteReader, budget: Budget, end: InflateEnd): AsyncGenerator<Uint8Array> =>
  expanded(input, budget, end, createInflateRaw({ chunkSize: UNPACKED_BYTES }));

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

  let ready: readonly Uint8Array[] = [];
  try {
    while (!state.ended && end.broken === undefined) {
      const piece = await input.next(feedBytes(end));
      const before = engine.bytesWritten;
      end.packed += piece?.length ?? 0;
      const step = new Promise<void>((resolve) => {
        wake = resolve;
        // Where the data fill the last piece exactly, only the attempt to finish tells whether they are whole.
        if (piece === undefined) engine.end();
        else engine.write(piece, () => resolve());
      });
      // Read while another thread unpacks what follows.
      yield* ready;
      await step;
      const used = engine.bytesWritten - before;
      if (piece !== undefined && state.ended && used < piece.length) input.unread(piece.subarray(used));
      ready = out;
      out = [];
    }
    yield* ready;
  } finally {
    engine.destroy();
  }
}
