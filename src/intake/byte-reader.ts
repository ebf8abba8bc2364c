import { CHUNK_BYTES } from './limits.ts';

/** Takes exactly as many bytes from a stream of chunks as are wanted, and gives back what was too much. */
export interface ByteReader {
  /** The next bytes, at most `most`; undefined at the end. Valid until the next call. */
  next(most: number): Promise<Uint8Array | undefined>;
  /** Exactly `count` bytes, or fewer at the end. */
  take(count: number): Promise<Uint8Array>;
  /** Puts bytes back in front. */
  unread(bytes: Uint8Array): void;
  /** What is left, in chunks of at most `most` bytes. */
  rest(most: number): AsyncGenerator<Uint8Array>;
  /** Lets go of the source, read to its end or not. */
  close(): Promise<void>;
}

const EMPTY = new Uint8Array(0);

export function byteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Uint8Array = EMPTY;

  async function next(most: number): Promise<Uint8Array | undefined> {
    while (held.length === 0) {
      const step = await iterator.next();
      if (step.done === true) return undefined;
      held = step.value;
    }
    const part = held.subarray(0, most);
    held = held.subarray(part.length);
    return part;
  }

  return {
    next,
    async take(count) {
      const parts: Uint8Array[] = [];
      let length = 0;
      while (length < count) {
        const part = await next(count - length);
        if (part === undefined) break;
        parts.push(Uint8Array.from(part)); // a copy: the chunk's buffer may be used again
        length += part.length;
      }
      return Buffer.concat(parts);
    },
    async *rest(most) {
      for (let part = await next(most); part !== undefined; part = await next(most)) yield part;
    },
    async close() {
      await iterator.return?.();
    },
    unread(bytes) {
      held = held.length === 0 ? Uint8Array.from(bytes) : Buffer.concat([bytes, held]);
    },
  };
}

// oxlint-disable-next-line require-await -- a stream of one chunk
export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** How many bytes are left; they are read, and let go. */
export async function lengthOfRest(input: ByteReader): Promise<number> {
  let length = 0;
  for await (const bytes of input.rest(CHUNK_BYTES)) length += bytes.length;
  return length;
}
