import { textBlocks } from '../../src/logs/block.ts';
import type { LineReader } from '../../src/logs/format.ts';

const blockOf = textBlocks();

/** Has a reader read a line that stands alone. */
export function readLine(reader: LineReader, text: string): ReturnType<LineReader['line']> {
  const { block, end } = blockOf(text);
  return reader.line(block, 0, end);
}
