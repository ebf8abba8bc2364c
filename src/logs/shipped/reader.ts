import { ANY_TIME } from '../any-time.ts';
import { textBlocks } from '../block.ts';
import type { Assumptions, EntryReader, EventSink, LineFormat, LineReader } from '../format.ts';
import { stampOf } from '../syslog/stamp.ts';
import { innerFormat } from './inner.ts';
import { linesIn } from './line.ts';

/** Entries looked at before it is known whether the newest comes first. */
const LOOKED_AT = 64;
/** Entries of an input that are turned round. Beyond that, they are read as they come: it stops an export from filling memory. */
const MOST_TURNED = 500_000;

/**
 * Has the lines that collectors wrap into objects read by the reader of the format that they are of. Interfaces of log
 * stores answer with the newest entry first: such an input is turned round.
 */
export function shippedReader(sink: EventSink): EntryReader {
  const own: EventSink = {
    event: (event) => sink.event({ ...event, source: 'log-shipper' }),
    unread: (why, text) => sink.unread(why, text),
  };
  const blockOf = textBlocks();
  const readers = new Map<LineFormat, LineReader>();
  let current: LineFormat | undefined;
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };
  let order: 'unknown' | 'as it comes' | 'newest first' = 'unknown';
  let held: string[] = [];

  const readerOf = (format: LineFormat): LineReader => {
    const known = readers.get(format);
    if (known !== undefined) return known;
    const reader = format.open(own);
    reader.begin(assumptions);
    readers.set(format, reader);
    return reader;
  };

  const read = (line: string): void => {
    current ??= innerFormat(line);
    // What comes before the first line of a mail server is another program's.
    if (current === undefined) return;
    const { block, end } = blockOf(line);
    if (readerOf(current).line(block, 0, end) === 'unknown') sink.unread(`no line of ${current.title}`, line);
  };

  const release = (): void => {
    const lines = order === 'newest first' ? held.toReversed() : held;
    held = [];
    order = 'as it comes';
    for (const line of lines) read(line);
  };

  const take = (line: string): void => {
    if (order === 'as it comes') return read(line);
    held.push(line);
    if (order === 'unknown' && held.length >= LOOKED_AT) order = orderOf(held);
    if (order === 'as it comes' || held.length >= MOST_TURNED) release();
  };

  return {
    begin(next) {
      release();
      assumptions = next;
      order = 'unknown';
      for (const reader of readers.values()) reader.begin(next);
    },
    entry(record) {
      const lines = linesIn(record);
      for (const line of lines) take(line);
      return lines.length > 0;
    },
    end() {
      if (order === 'unknown') order = orderOf(held);
      release();
      for (const reader of readers.values()) reader.end();
    },
    open() {
      let open = 0;
      for (const reader of readers.values()) open += reader.open();
      return open;
    },
  };
}

/** By the stamps of the first and the last of some lines. */
function orderOf(lines: readonly string[]): 'as it comes' | 'newest first' {
  const times = lines.map((line) => stampOf(line, ANY_TIME)).filter((stamp) => stamp !== undefined);
  const [first, last] = [times.at(0), times.at(-1)];
  if (first === undefined || last === undefined) return 'as it comes';
  return first.minute + first.seconds > last.minute + last.seconds ? 'newest first' : 'as it comes';
}
