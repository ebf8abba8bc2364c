import type { MailEvent } from '../../logs/event.ts';
import { textOf } from '../../logs/block.ts';
import { blockSplitter } from '../../logs/blocks.ts';
import type {
  Assumptions,
  EntryFormat,
  EntryReader,
  EventSink,
  JsonObject,
  LineFormat,
  LineReader,
  LogFormat,
  MailFormat,
  RecordFormat,
  TableFormat,
  TableReader,
} from '../../logs/format.ts';
import { inUtf8 } from '../../logs/line-encoding.ts';
import type { LineSplitter } from '../../logs/lines.ts';
import { readInside } from '../../logs/json/inside.ts';
import { recordText } from '../../logs/json/record-text.ts';
import { bodySplitter } from '../../logs/body-splitter.ts';
import { rowSplitter } from '../../logs/row-splitter.ts';
import { readByOthers } from './other-formats.ts';
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
  /** Events that were told again, and counted once. */
  readonly repeated: number;
}

interface Surroundings {
  readonly onEvent: (event: MailEvent) => void;
  readonly unread: UnreadLines;
  /** By which objects are read that are not of the input's own format. */
  readonly formats: readonly LogFormat[];
}

export function readerOf(
  format: Exclude<LogFormat, MailFormat>,
  { onEvent, unread, formats }: Surroundings,
): InputReader {
  let path = '';
  const state = { lines: 0 };
  const sink: EventSink = { event: onEvent, unread: (why, text) => unread.add(path, why, text) };
  const unknown = (text: string): void => {
    if (text.trim() !== '') sink.unread(`no line of ${format.title}`, text);
  };
  const byOthers = readByOthers(formats, sink);
  const reading = readingOf(format, sink, { unknown, byOthers }, state);
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
    get repeated() {
      return reading.repeated?.() ?? 0;
    },
  };
}

interface Reading {
  open(assumptions: Assumptions): LineSplitter;
  end(): number;
  repeated?(): number;
}
type Unknown = (text: string) => void;
interface Strangers {
  readonly unknown: Unknown;
  readonly byOthers: ReturnType<typeof readByOthers>;
}

function readingOf(
  format: Exclude<LogFormat, MailFormat>,
  sink: EventSink,
  strangers: Strangers,
  state: { lines: number },
): Reading {
  switch (format.shape) {
    case 'lines':
      return lineReading(format, sink, strangers.unknown, state);
    case 'records':
      return recordReading(format, sink, strangers, state);
    case 'entries':
      return entryReading(format, sink, strangers, state);
    default:
      return tableReading(format, sink, strangers.unknown, state);
  }
}

function lineReading(format: LineFormat, sink: EventSink, unknown: Unknown, state: { lines: number }): Reading {
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

function recordReading(format: RecordFormat, sink: EventSink, strangers: Strangers, state: { lines: number }): Reading {
  return {
    open: (assumptions) =>
      objectSplitter(
        (value) => format.read(value, sink, assumptions),
        sink,
        { ...strangers, assumptions, wantsWhole: format.wantsWhole },
        state,
      ),
    end: () => 0,
  };
}

function entryReading(format: EntryFormat, sink: EventSink, strangers: Strangers, state: { lines: number }): Reading {
  let reader: EntryReader | undefined;
  return {
    open(assumptions) {
      // One for all files, as for lines.
      const opened = (reader ??= format.open(sink));
      opened.begin(assumptions);
      return objectSplitter((value) => opened.entry(value), sink, { ...strangers, assumptions }, state);
    },
    end() {
      const open = reader?.open() ?? 0;
      reader?.end();
      return open;
    },
  };
}

function objectSplitter(
  read: (value: JsonObject) => boolean,
  sink: EventSink,
  {
    unknown,
    byOthers,
    assumptions,
    wantsWhole = false,
  }: Strangers & { readonly assumptions: Assumptions; readonly wantsWhole?: boolean | undefined },
  state: { lines: number },
): LineSplitter {
  const untold = (value: JsonObject): void => unknown(recordText(value));
  const unknownObject = (value: JsonObject): void => {
    if (!byOthers(value, assumptions, untold)) untold(value);
  };
  return bodySplitter({
    record(value) {
      // Most are known, and the way through wrappers is not for them.
      state.lines += read(value) ? 1 : readInside(value, read, unknownObject);
    },
    unread(why, text) {
      state.lines += 1;
      sink.unread(why, text);
    },
    isDoneWith: true,
    wantsWhole,
  });
}
const SURELY_COLUMNS = 0.5;

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
