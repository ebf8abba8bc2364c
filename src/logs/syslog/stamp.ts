import type { Assumptions } from '../format.ts';
import { stampIn } from './stamp-forms.ts';
import type { Stamp } from './stamp-on.ts';

/** A byte order mark, perhaps as three characters, one for each byte; the service that docker compose puts before its lines; `<22>` and the version of RFC 5424 §6.2. */
const LEAD = /^(?:\uFEFF|\u00EF\u00BB\u00BF)?(?:[\w.-]{1,64} *\| +)?(?:<\d{1,3}>(?:1 )?)?/;
/** What container runtimes put between their own stamp and the line: `stdout F ` (Kubernetes, CRI). */
const STREAM = /^ (?:std(?:out|err) [FP] )?/;
/** No stamp is longer. */
const STAMP_LENGTH = 64;
/**
 * Where else a stamp may begin: behind what grep, an editor, a forum or a script has put before the line, a file's name, the
 * line's number, blanks, a severity, a colour, a quote, marks of Markdown or of a page.
 */
const ELSEWHERE =
  /(?<=[\s:|>"'([\]\-;,=*`#~]|\[[\d;]{0,8}m)(?:\d{4}[-/]\d\d[-/]\d\d[T _]\d\d:|[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d|@4[\da-f]{23} |1\d{9}\.\d{1,9} )/;
/** Characters in which it is looked for. */
const LOOKED_AT = 200;
/** A year, a day, a month or a day of the week, a second, TAI64N's `@`. */
const BEGINS_STAMP = /[\dA-Z@]/;
/** What ends behind a stamp: its bracket, the colour of a terminal. */
// oxlint-disable-next-line no-control-regex -- it is the escape character that is meant
const BEHIND = /^(?:\]|\u001B\[[\d;]{0,8}m)/;

/**
 * The stamp at the beginning of a syslog line: RFC 3164's without a year, RFC 3339, and what people's templates make of
 * them. A stamp without a year is the last such moment before `latest`, with a day's grace for clocks that differ.
 */
export function stampOf(line: string, assumptions: Assumptions): Stamp | undefined {
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  const stamp = withEnd(stampAt(line, lead, assumptions) ?? stampElsewhere(line, assumptions), line);
  if (stamp === undefined || stamp.assumed !== undefined) return stamp;
  // `docker logs --timestamps`: the container's stamp is the better one, since it has a year and a zone.
  const stream = STREAM.exec(line.slice(stamp.end, stamp.end + STAMP_LENGTH))?.[0].length ?? 0;
  const at = stamp.end + stream;
  // Of most lines the host follows: that no stamp begins as it does is seen at once.
  const inner = BEGINS_STAMP.test(line.charAt(at)) ? stampAt(line, at, assumptions) : undefined;
  if (inner !== undefined) return { ...stamp, start: inner.start, end: inner.end };
  return stream > 1 ? { ...stamp, end: stamp.end + stream - 1 } : stamp;
}

function withEnd(stamp: Stamp | undefined, line: string): Stamp | undefined {
  const behind = stamp === undefined ? 0 : (BEHIND.exec(line.slice(stamp.end, stamp.end + 16))?.[0].length ?? 0);
  // A bracket that was opened before it.
  if (stamp === undefined || behind === 0 || (behind === 1 && line[stamp.start - 1] !== '[')) return stamp;
  return { ...stamp, end: stamp.end + behind };
}

const stampAt = (line: string, at: number, assumptions: Assumptions): Stamp | undefined =>
  stampIn(line.slice(at, at + STAMP_LENGTH), at, assumptions);

function stampElsewhere(line: string, assumptions: Assumptions): Stamp | undefined {
  const at = ELSEWHERE.exec(line.slice(0, LOOKED_AT))?.index;
  return at === undefined ? undefined : stampAt(line, at, assumptions);
}
