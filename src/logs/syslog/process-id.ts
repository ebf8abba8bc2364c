import type { Block } from '../block.ts';

const ZERO = 0x30;

/** Where in a block the process id of a line stands. */
interface ProcessIdPlace {
  readonly pidAt: number;
  readonly pidEnd: number;
}

/** Where a number ends. */
export function digitsEnd({ bytes }: Block, start: number, lineEnd: number): number {
  let at = start;
  for (; at < lineEnd; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (!(digit >= 0 && digit <= 9)) break;
  }
  return at;
}

/** The process id of a line, for comparison; -1 where there is none. */
export function processId({ bytes }: Block, { pidAt, pidEnd }: ProcessIdPlace): number {
  let process = pidEnd > pidAt ? 0 : -1;
  for (let at = pidAt; at < pidEnd; at += 1) process = (process * 10 + (bytes[at] ?? 0) - ZERO) | 0;
  return process;
}
