import { type Block, textBlocks, textOf } from '../../logs/block.ts';
import { blockSplitter } from '../../logs/blocks.ts';
import { excerptReader } from '../../logs/excerpt/excerpt.ts';
import type { EventSink, LineFormat, LineReader } from '../../logs/format.ts';
import { inUtf8 } from '../../logs/line-encoding.ts';
import type { Progress, Reading, Unknown } from './reading.ts';

/** Lines that come as texts. */
function readText(read: (block: Block, start: number, end: number) => void): (line: string) => void {
  const blockOf = textBlocks();
  return (line) => {
    const { block, end } = blockOf(line);
    read(block, 0, end);
  };
}

export function lineReading(format: LineFormat, sink: EventSink, unknown: Unknown, state: Progress): Reading {
  let reader: LineReader | undefined;
  return {
    open(assumptions) {
      // One for all files: what one leaves open another may end.
      const opened = (reader ??= format.open(sink));
      opened.begin(assumptions);
      const read = (block: Block, start: number, end: number): void => {
        if (opened.line(block, start, end) === 'unknown') unknown(textOf(block, start, end));
      };
      const shown = assumptions.excerpt;
      const excerpt = shown === undefined ? undefined : excerptReader(format, shown, { take: readText(read) });
      const lines = blockSplitter({
        line(block, start, end) {
          state.lines += 1;
          if (excerpt === undefined) read(block, start, end);
          else excerpt.line(textOf(block, start, end));
        },
        tooLong(start) {
          state.lines += 1;
          sink.unread('a line that is too long', start);
        },
      });
      if (excerpt === undefined) return inUtf8(lines);
      return inUtf8({
        push: lines.push,
        end() {
          lines.end();
          excerpt.end();
        },
      });
    },
    end() {
      const open = reader?.open() ?? 0;
      reader?.end();
      return open;
    },
    repeated: () => reader?.repeated?.() ?? 0,
  };
}
