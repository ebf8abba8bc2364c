import { spanSplitter, type SpanSplitter } from './spans.ts';

/** Takes bytes, gives lines without their ends. */
export type LineSplitter = SpanSplitter;
export interface LineEvents {
  /** A slice of what was read: whoever keeps it makes a copy, or the whole chunk stays alive. */
  line(text: string): void;
  /** A line above the limit: its beginning. The rest of it is gone. */
  tooLong(start: string): void;
}

/** Lines as texts of their own, where spans are not worth the trouble. */
export const lineSplitter = ({ line, tooLong }: LineEvents): LineSplitter =>
  spanSplitter({ span: (text, start, end) => line(text.slice(start, end)), tooLong });
