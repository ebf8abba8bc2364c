import { textOf } from '../../logs/block.ts';
import { blockSplitter } from '../../logs/blocks.ts';
import type { EventSink, LineFormat, LineReader } from '../../logs/format.ts';
import { inUtf8 } from '../../logs/line-encoding.ts';
import type { Progress, Reading, Unknown } from './reading.ts';

export function lineReading(format: LineFormat, sink: EventSink, unknown: Unknown, state: Progress): Reading {
  let reader: LineReader | undefined;
  return {
    open(assumptions) {
      // One for all files: what one leaves open another may end.
      const opened = (reader ??= format.open(sink));
      opened.begin(assumptions);
      const lines = blockSplitter({
        line(block, start, end) {
          state.lines += 1;
          if (opened.line(block, start, end) === 'unknown') unknown(textOf(block, start, end));
        },
        tooLong(start) {
          state.lines += 1;
          sink.unread('a line that is too long', start);
        },
      });
      return inUtf8(lines);
    },
    end() {
      const open = reader?.open() ?? 0;
      reader?.end();
      return open;
    },
    repeated: () => reader?.repeated?.() ?? 0,
  };
}
