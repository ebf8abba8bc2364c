import type { WriteStream } from 'node:tty';
import { keepHeapSmall } from './heap.ts';
import { UserError } from '../core/errors.ts';
import type { Io, Output } from './io.ts';

/** The real world: this process. Only this file and the launcher know it (law 3). */
export function nodeIo(): Io {
  const interruption = new AbortController();
  process.once('SIGINT', () => {
    interruption.abort();
    // A second Ctrl-C does not ask again.
    process.once('SIGINT', () => process.exit(130));
  });
  return {
    // Most commands read none, and a stream for it is dear.
    get stdin() {
      return process.stdin;
    },
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    interrupted: interruption.signal,
    interrupt: () => interruption.abort(),
    now: () => new Date(),
    prepareForBulk: keepHeapSmall,
  };
}

function output(stream: WriteStream | NodeJS.WriteStream): Output {
  let gone = false;
  // What fails is told by the write that failed.
  stream.on('error', () => (gone = true));
  return {
    isTerminal: isTerminal(stream),
    columns: isTerminal(stream) ? stream.columns : undefined,
    async write(text) {
      if (gone) return;
      await new Promise<void>((resolve, reject) => {
        stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
          // `| head` closes the pipe when it has read enough: that is no error of anybody's.
          if (error === null || error === undefined || error.code === 'EPIPE') resolve();
          else reject(new UserError('cannot write what was asked for', error.message));
        });
      });
    },
  };
}

/** Node leaves the property out where the stream is none. */
const isTerminal = (stream: { readonly isTTY?: boolean }): boolean => stream.isTTY ?? false;
