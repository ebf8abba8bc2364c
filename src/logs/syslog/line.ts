/** Where the parts of a syslog line stand, behind its stamp. One object is used again and again. */
export interface SyslogLine {
  host: string;
  /** `smtp` of `postfix/smtp`; all of it where there is no slash. */
  program: string;
  hasSlash: boolean;
  pidAt: number;
  pidEnd: number;
  /** Where the message begins. */
  at: number;
}

/** RFC 5424 §6: procid, msgid, structured data. */
const STRUCTURED = /^(\S+) \S+ (?:-|(?:\[(?:[^\]\\]|\\.)*\])+) ?/;
/** No host name, and no program's, is longer (RFC 5424 §6.2.5). */
const LONGEST_NAME = 255;

/** Reads hosts and programs of syslog lines, from the end of the stamp on; false where there are none. */
export function syslogReader(): { read(line: string, stampEnd: number, into: SyslogLine): boolean } {
  // Few machines write into one file: their names are cut out once.
  let host = '';
  return {
    read(line, stampEnd, into) {
      const start = stampEnd + 1;
      const hostEnd = line.indexOf(' ', start);
      if (hostEnd < 0 || hostEnd - start > LONGEST_NAME) return false;
      if (hostEnd - start !== host.length || !line.startsWith(host, start))
        host = Buffer.from(line.slice(start, hostEnd)).toString();
      into.host = host;
      const tagAt = hostEnd + 1;
      const colon = line.indexOf(': ', tagAt);
      const tagEnd = colon < 0 && line.endsWith(':') ? line.length - 1 : colon;
      const blank = line.indexOf(' ', tagAt);
      // `postfix/smtp 123 - - message` has no colon behind its tag.
      if (tagEnd < 0 || tagEnd - tagAt > LONGEST_NAME || (blank >= 0 && blank < tagEnd))
        return line.startsWith('<') && structured(line, tagAt, blank, into);
      const bracket = line.indexOf('[', tagAt);
      const hasPid = bracket >= 0 && bracket < tagEnd;
      nameProgram(line, tagAt, hasPid ? bracket : tagEnd, into);
      into.pidAt = hasPid ? bracket + 1 : tagEnd;
      into.pidEnd = hasPid ? tagEnd - 1 : tagEnd;
      into.at = Math.min(tagEnd + 2, line.length);
      return true;
    },
  };
}

function structured(line: string, tagAt: number, blank: number, into: SyslogLine): boolean {
  const match = blank < 0 ? null : STRUCTURED.exec(line.slice(blank + 1, blank + 1025));
  if (match === null) return false;
  nameProgram(line, tagAt, blank, into);
  into.pidAt = blank + 1;
  into.pidEnd = into.pidAt + (match[1] ?? '').length;
  into.at = blank + 1 + match[0].length;
  return true;
}

function nameProgram(line: string, from: number, to: number, into: SyslogLine): void {
  const slash = line.lastIndexOf('/', to);
  into.hasSlash = slash >= from;
  into.program = line.slice(into.hasSlash ? slash + 1 : from, to);
}
