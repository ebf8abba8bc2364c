import type { Condition } from './document.ts';
import type { IntakeLimits } from './limits.ts';

/** A log as bytes, unpacked, that can be read from its beginning more than once. */
export interface ByteSource {
  readonly kind: 'bytes';
  /** For people: `folder/a.zip › mail.log.1`. */
  readonly path: string;
  /** Seconds since 1970, where a file system or an archive knows it. */
  readonly modified?: number;
  /** Beyond its beginning, it can be read but once: standard input, a pipe. */
  readonly onlyOnce?: true;
  /** Chunks may share one buffer: each is valid until the next is asked for. */
  open(condition: Condition): AsyncGenerator<Uint8Array>;
}

/** Where bytes were found, and what everything in the same input may cost together. */
export interface SourcePlace {
  readonly path: string;
  readonly modified?: number;
  readonly onlyOnce?: true;
  readonly limits: IntakeLimits;
  /** Bytes that may still be kept in memory, over all inputs. */
  readonly held: { left: number };
  /** Bytes that may still be unpacked just to get to a member again. */
  readonly repeated: { left: number };
  /** Archives and packing around it. */
  readonly depth: number;
  /** Bytes of the input as it lies there, and of all sources in it together: each once, however often it is read. */
  readonly account: { packed: number; unpacked: number };
}
