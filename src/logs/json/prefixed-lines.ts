import { lineSplitter } from '../lines.ts';
import { type RecordEvents, type RecordSplitter, recordSplitter, VALUE_LIMIT } from '../record-splitter.ts';

/**
 * What stands before an object on its line: `data: ` of Server-Sent Events (journalctl -o json-sse, and what
 * systemd-journal-gatewayd sends), the service that docker compose names, the stamp and stream of Kubernetes (CRI).
 */
const PREFIX = /^(?:data: ?|[\w.-]{1,64} *\| +|\d{4}-\d\d-\d\dT\S{1,40} std(?:out|err) F )(?=\{)/;

export const beginsPrefixed = (start: string): boolean => PREFIX.test(start);

/** Objects behind such prefixes, one to a line. */
export function prefixedSplitter(events: RecordEvents): RecordSplitter {
  const records = recordSplitter(events);
  const lines = lineSplitter(
    {
      line: (line) => records.push(Buffer.from(`${line.replace(PREFIX, '')}\n`)),
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
