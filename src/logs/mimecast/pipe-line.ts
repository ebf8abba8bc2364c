import type { JsonObject } from '../format.ts';

/** `datetime=2026-11-09T08:00:00+0000|aCode=…|acc=C0A0|…`, also behind what a syslog puts before it. */
const FIRST = /(?:^|[\s|])(?:datetime|acc|aCode)=/;
/** A bar within a value is followed by no name. */
const BARS = /\|(?=[A-Za-z][\w-]{0,40}=)/;
/** Fields of a line. Stops a line that is nothing but bars. */
const MOST_FIELDS = 100;

/** The fields of a line, as if it were a record of JSON; undefined where it is none of Mimecast's. */
export function pipeRecord(line: string): JsonObject | undefined {
  const first = FIRST.exec(line);
  if (first === null) return undefined;
  const record: Record<string, unknown> = {};
  const text = line
    .slice(first.index)
    .replace(/^[\s|]/, '')
    .trimEnd();
  for (const field of text.split(BARS, MOST_FIELDS)) {
    const at = field.indexOf('=');
    const value = field.slice(at + 1).trim();
    const name = field.slice(0, at);
    if (at > 0 && value !== '' && value !== 'null' && !(name in record)) record[name] = value;
  }
  return record;
}
