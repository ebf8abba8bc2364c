import type { MailEvent } from '../logs/event.ts';
import type {
  Assumptions,
  EventSink,
  LineFormat,
  LineReader,
  LogFormat,
  RecordFormat,
  TableFormat,
  TableReader,
} from '../logs/format.ts';
import type { LineSplitter } from '../logs/lines.ts';
import { recordSplitter } from '../logs/record-splitter.ts';
import { rowSplitter } from '../logs/row-splitter.ts';
import { spanSplitter } from '../logs/spans.ts';
import type { UnreadLines } from './unread-lines.ts';

/** Reads inputs of one format, one after the other: bytes in, events out. */
export interface InputReader {
  begin(path: string, assumptions: Assumptions): void;
  push(bytes: Uint8Array): void;
  endOfInput(): void;
  /** No more inputs come; how many messages were left open. */
  end(): number;
  /** Lines, objects or rows so far. */
  readonly lines: number;
}

interface Surroundings {
  readonly onEvent: (event: MailEvent) => void;
  readonly unread: UnreadLines;
}

export function readerOf(format: LogFormat, { onEvent, unread }: Surroundings): InputReader {
  let path = '';
  const state = { lines: 0 };
  const sink: EventSink = { event: onEvent, unread: (why, text) => unread.add(path, why, text) };
  const unknown = (text: string): void => {
    if (text.trim() !== '') sink.unread(`no line of ${format.title}`, text);
  };
  const reading =
    format.shape === 'lines'
      ? lineReading(format, sink, unknown, state)
      : format.shape === 'records'
        ? recordReading(format, sink, unknown, state)
        : tableReading(format, sink, unknown, state);
  let splitter: LineSplitter | undefined;
  return {
    begin(next, assumptions) {
      path = next;
      splitter = reading.open(assumptions);
    },
    push: (bytes) => splitter?.push(bytes),
    endOfInput: () => splitter?.end(),
    end: () => reading.end(),
    get lines() {
      return state.lines;
    },
  };
}

interface Reading {
  open(assumptions: Assumptions): LineSplitter;
  end(): number;
}
type Unknown = (text: string) => void;

function lineReading(format: LineFormat, sink: EventSink, unknown: Unknown, state: { lines: number }): Reading {
  let reader: LineReader | undefined;
  return {
    open(assumptions) {
      // One for all files: what one leaves open another may end.
      const opened = (reader ??= format.open(sink));
      opened.begin(assumptions);
      const span = opened.span ?? ((text, start, end) => opened.line(text.slice(start, end)));
      return spanSplitter({
        span(text, start, end) {
          state.lines += 1;
          if (span(text, start, end) === 'unknown') unknown(text.slice(start, end));
        },
        tooLong(start) {
          state.lines += 1;
          sink.unread('a line that is too long', start);
        },
      });
    },
    end() {
      const open = reader?.open ?? 0;
      reader?.end();
      return open;
    },
  };
}

function recordReading(format: RecordFormat, sink: EventSink, unknown: Unknown, state: { lines: number }): Reading {
  return {
    open: (assumptions) =>
      recordSplitter({
        record(value) {
          state.lines += 1;
          if (!format.read(value, sink, assumptions)) unknown(JSON.stringify(value));
        },
        unread(why, text) {
          state.lines += 1;
          sink.unread(why, text);
        },
      }),
    end: () => 0,
  };
}

function tableReading(format: TableFormat, sink: EventSink, unknown: Unknown, state: { lines: number }): Reading {
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
          if (!reader.row(cells)) unknown(cells.join(','));
        },
        unread(why, text) {
          state.lines += 1;
          sink.unread(why, text);
        },
      });
    },
    end: () => 0,
  };
}
