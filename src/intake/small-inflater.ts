import { crc32, createInflateRaw } from 'node:zlib';
import { CHUNK_BYTES, WHOLE_UNPACKED_BYTES } from './limits.ts';

/** Inflates many small things one after the other, on one engine. */
export interface SmallInflater {
  /**
   * What `packed`, raw DEFLATE data and nothing else, unpacks to; undefined where that is large, or not what `checksum`
   * and `length` promise. Then `inflated` has to look closer.
   */
  inflate(packed: Uint8Array, checksum: number, length?: number): Promise<Uint8Array | undefined>;
  close(): void;
}

/** Node's `gunzipSync` makes an engine for every call, and after 10,000 of them holds 100 MB more. */
export function createSmallInflater(): SmallInflater {
  let engine: ReturnType<typeof createInflateRaw> | undefined;
  let out: Uint8Array[] = [];
  let bytes = 0;
  let done = (): void => undefined;

  const newEngine = (): ReturnType<typeof createInflateRaw> => {
    const made = createInflateRaw({ chunkSize: CHUNK_BYTES });
    const spoilt = (): void => {
      if (engine === made) engine = undefined;
      made.destroy();
      done();
    };
    made.on('data', (chunk: Uint8Array) => {
      bytes += chunk.length;
      if (bytes > WHOLE_UNPACKED_BYTES) return spoilt();
      out.push(chunk);
    });
    // Bytes behind the end of the data end the engine, too.
    made.on('end', spoilt);
    made.on('error', spoilt);
    return made;
  };

  return {
    async inflate(packed, checksum, length) {
      if (packed.length === 0) return undefined;
      engine ??= newEngine();
      const used = engine;
      out = [];
      bytes = 0;
      await new Promise<void>((resolve) => {
        done = resolve;
        used.write(packed, () => resolve());
      });
      const whole = out.length === 1 ? out[0] : Buffer.concat(out);
      out = [];
      if (engine !== used || whole === undefined) return undefined;
      used.reset();
      return crc32(whole) === checksum && (length === undefined || whole.length === length) ? whole : undefined;
    },
    close: () => engine?.destroy(),
  };
}
