import type { Assumptions } from '../../logs/format.ts';
import type { LineSplitter } from '../../logs/lines.ts';

/** How inputs of one shape are read, one after the other. */
export interface Reading {
  open(assumptions: Assumptions): LineSplitter;
  /** No more inputs come; how many messages were left open. */
  end(): number;
  /** Events that were told again, and counted once. */
  repeated?(): number;
}

/** Takes what is not of the input's format. */
export type Unknown = (text: string) => void;
/** Lines, objects or rows so far. */
export interface Progress {
  lines: number;
}
