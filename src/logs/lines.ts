import { textOf } from './block.ts';
import { type BlockSplitter, blockSplitter } from './blocks.ts';
import { inUtf8 } from './line-encoding.ts';

/** Takes bytes, gives lines without their ends. */
export type LineSplitter = BlockSplitter;
export interface LineEvents {
  line(text: string): void;
  /** A line above the limit: its beginning. The rest of it is gone. */
  tooLong(start: string): void;
}

/** Lines as texts of their own, where reading them in place is not worth the trouble. */
export const lineSplitter = ({ line, tooLong }: LineEvents, limit?: number): LineSplitter =>
  inUtf8(blockSplitter({ line: (block, start, end) => line(textOf(block, start, end)), tooLong }, limit));
