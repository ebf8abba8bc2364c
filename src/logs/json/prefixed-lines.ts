import { lineSplitter } from '../lines.ts';
import { type RecordEvents, type RecordSplitter, recordSplitter, VALUE_LIMIT } from '../record-splitter.ts';

/**
 * What stands before an object on its line: `data: ` of Server-Sent Events (journalctl -o json-sse, and what
 * systemd-journal-gatewayd sends), the service that docker compose names, the stamp and stream of Kubernetes (CRI).
 */
const PREFIX = /^(?:data: ?|[\w.-]{1,64} *\| +|\d{4}-\d\d-\d\dT\S{1,40} std(?:out|err) F )(?=\{)/;

/**
 * Time and tag before the object: as Fluentd writes into files and buckets (`out_file`, `out_s3`), with tabs, and as its
 * `out_stdout` prints. The object has no other time.
 */
const FLUENTD =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?) ?(Z|[+-]\d\d:?\d\d)(?:\t([^\t]{0,200})\t| ([^\s:{]{1,200}): )(?=\{)/;

export const beginsPrefixed = (start: string): boolean => PREFIX.test(start) || FLUENTD.test(start);

/** What stands before it goes around it: a service's event in it stays as it was. */
function unprefixed(line: string): string {
  const [whole, day, clock, zone, tag] = FLUENTD.exec(line) ?? [];
  if (whole === undefined) return line.replace(PREFIX, '');
  return `{"@timestamp":"${day}T${clock}${zone}","fluentd_tag":${JSON.stringify(tag ?? '')},"event":${line.slice(whole.length)}}`;
}

/** Objects behind such prefixes, one to a line. */
export function prefixedSplitter(events: RecordEvents): RecordSplitter {
  const records = recordSplitter(events);
  const lines = lineSplitter(
    {
      line: (line) => records.push(Buffer.from(`${unprefixed(line)}\n`)),
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
