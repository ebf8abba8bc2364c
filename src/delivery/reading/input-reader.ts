import type { MailEvent } from '../../logs/event.ts';
import type { Assumptions, EventSink, LogFormat, MailFormat } from '../../logs/format.ts';
import type { LineSplitter } from '../../logs/lines.ts';
import { lineReading } from './line-reading.ts';
import { entryReading, recordReading, type Strangers } from './object-reading.ts';
import { readByOthers } from './other-formats.ts';
import type { Progress, Reading } from './reading.ts';
import { tableReading } from './table-reading.ts';
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
  const state: Progress = { lines: 0 };
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

function readingOf(
  format: Exclude<LogFormat, MailFormat>,
  sink: EventSink,
  strangers: Strangers,
  state: Progress,
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
