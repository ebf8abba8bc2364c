import type { EventSink, TableFormat, TableReader } from '../../logs/format.ts';
import { rowSplitter } from '../../logs/row-splitter.ts';
import type { Progress, Reading, Unknown } from './reading.ts';

/** Surer than this that a row has the names of columns. */
const SURELY_COLUMNS = 0.5;

export function tableReading(format: TableFormat, sink: EventSink, unknown: Unknown, state: Progress): Reading {
  return {
    open(assumptions) {
      let reader: TableReader | undefined;
      return rowSplitter({
        row(cells) {
          if (reader === undefined) {
            reader = format.open(cells, sink, assumptions);
            return;
          }
          state.lines += 1;
          if (reader.row(cells)) return;
          // Files that were joined, each with its own column names.
          if (format.recognise(cells) > SURELY_COLUMNS) reader = format.open(cells, sink, assumptions);
          else unknown(cells.join(','));
        },
        unread(why, text) {
          state.lines += 1;
          sink.unread(why, text);
        },
        encoding: format.encoding,
      });
    },
    end: () => 0,
  };
}
