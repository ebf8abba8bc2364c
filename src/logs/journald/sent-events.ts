import { lineSplitter } from '../lines.ts';
import { type RecordEvents, type RecordSplitter, recordSplitter, VALUE_LIMIT } from '../record-splitter.ts';

const DATA = /^data: ?(?=\{)/;

export const beginsSentEvents = (start: string): boolean => DATA.test(start);

/** `journalctl -o json-sse`, and what systemd-journal-gatewayd sends: JSON behind `data: ` (Server-Sent Events). */
export function sentEventSplitter(events: RecordEvents): RecordSplitter {
  const records = recordSplitter(events);
  const lines = lineSplitter(
    {
      line: (line) => records.push(Buffer.from(`${line.replace(DATA, '')}\n`)),
      tooLong: (start) => events.unread('a line that is too long', start),
    },
    VALUE_LIMIT,
  );
  return {
    push: (bytes) => lines.push(bytes),
    end() {
      lines.end();
      records.end();
    },
  };
}
