import type { StampReader } from './stamp-reader.ts';

/** Where the parts of a syslog line stand, behind its stamp. One object is used again and again. */
export interface SyslogLine {
  host: string;
  /** `postfix/smtp`, without process id. */
  program: string;
  pid: string;
  /** Where the message begins. */
  at: number;
}

/** RFC 5424 §6: procid, msgid, structured data. */
const STRUCTURED = /^(\S+) \S+ (?:-|(?:\[(?:[^\]\\]|\\.)*\])+) ?/;
/** No host name, and no program's, is longer (RFC 5424 §6.2.5). */
const LONGEST_NAME = 255;

/** Reads hosts and programs of syslog lines; few differ, so what was cut out once is used again. */
export function syslogReader(): { read(line: string, stamp: StampReader, into: SyslogLine): boolean } {
  let host = '';
  let tag = '';
  let program = '';
  let pid = '';

  const readTag = (text: string): void => {
    tag = Buffer.from(text).toString();
    const bracket = tag.lastIndexOf('[');
    const end = tag.endsWith(':') ? tag.length - 1 : tag.length;
    program = bracket > 0 ? tag.slice(0, bracket) : tag.slice(0, end);
    pid = bracket > 0 ? tag.slice(bracket + 1, tag.indexOf(']', bracket)) : '';
  };

  return {
    read(line, stamp, into) {
      const start = stamp.end + 1;
      const hostEnd = line.indexOf(' ', start);
      if (hostEnd < 0 || hostEnd - start > LONGEST_NAME) return false;
      if (hostEnd - start !== host.length || !line.startsWith(host, start))
        host = Buffer.from(line.slice(start, hostEnd)).toString();
      const tagEnd = line.indexOf(' ', hostEnd + 1);
      const stop = tagEnd < 0 ? line.length : tagEnd;
      if (stop - hostEnd > LONGEST_NAME) return false;
      if (stop - hostEnd - 1 !== tag.length || !line.startsWith(tag, hostEnd + 1))
        readTag(line.slice(hostEnd + 1, stop));
      into.host = host;
      into.program = program;
      into.pid = pid;
      into.at = Math.min(stop + 1, line.length);
      if (tag.endsWith(':')) return true;
      const structured = line.startsWith('<') ? STRUCTURED.exec(line.slice(into.at, into.at + 1024)) : null;
      if (structured === null) return false;
      into.pid = structured[1] ?? '';
      into.at += structured[0].length;
      return true;
    },
  };
}
