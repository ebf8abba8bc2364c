import { standsAt } from '../span.ts';
import { spanCache, spanNames } from '../span-cache.ts';
import { oddHead, SEVERITY } from './odd-head.ts';
import { type Program, programOf } from './program.ts';

/** Where the parts of a syslog line stand, behind its stamp. One object is used again and again. */
export interface SyslogLine {
  /** Empty where the line names none. */
  host: string;
  /** `smtp` of `postfix/smtp`; all of it where there is no slash. */
  program: string;
  hasSlash: boolean;
  pidAt: number;
  pidEnd: number;
  /** Where the message begins. */
  at: number;
}

const BLANK = 0x20;
const COLON = 0x3a;
const OPEN = 0x5b;
const CLOSE = 0x5d;
/** What Solaris puts before the message: `[ID 197553 mail.info] ` */
const SOLARIS = '[ID ';

/**
 * Reads hosts and programs of syslog lines, from the end of the stamp on, as far as `lineEnd`; false where there are none.
 */
export function syslogReader(): {
  read(text: string, stampEnd: number, into: SyslogLine, lineEnd?: number): boolean;
} {
  const hosts = spanNames();
  const programs = spanCache(programOf);
  // Few machines write into one file.
  let host = '';

  const name = (program: Program, into: SyslogLine): void => {
    into.program = program.name;
    into.hasSlash = program.hasSlash;
  };

  /** `host tag[pid]: `, `host tag: ` */
  const plain = (text: string, stampEnd: number, into: SyslogLine, lineEnd: number): boolean => {
    const start = stampEnd + 1;
    let tagAt = start + host.length;
    if (host === '' || text.charCodeAt(tagAt) !== BLANK || !standsAt(text, start, host)) {
      tagAt = text.indexOf(' ', start);
      // What ends in a colon is no host but a tag.
      if (tagAt <= start || tagAt >= lineEnd || text.charCodeAt(tagAt - 1) === COLON) return false;
      const found = hosts(text, start, tagAt);
      if (SEVERITY.test(found)) return false;
      host = found;
    }
    tagAt += 1;
    let end = tagAt;
    let code = 0;
    for (; end < lineEnd; end += 1) {
      code = text.charCodeAt(end);
      if (code === OPEN || code === COLON || code === BLANK) break;
    }
    if (end === tagAt || end >= lineEnd || code === BLANK) return false;
    let colon = end;
    into.pidAt = into.pidEnd = end;
    if (code === OPEN) {
      into.pidAt = end + 1;
      for (colon = end + 1; colon < lineEnd; colon += 1) {
        code = text.charCodeAt(colon);
        if (code === CLOSE || code === BLANK) break;
      }
      into.pidEnd = colon;
      colon += 1;
    }
    if (text.charCodeAt(colon) !== COLON || (colon + 1 < lineEnd && text.charCodeAt(colon + 1) !== BLANK)) return false;
    into.host = host;
    name(programs(text, tagAt, end), into);
    into.at = Math.min(colon + 2, lineEnd);
    if (text.charCodeAt(into.at) === OPEN && text.startsWith(SOLARIS, into.at)) {
      const close = text.indexOf('] ', into.at);
      if (close > 0 && close < lineEnd) into.at = close + 2;
    }
    return true;
  };

  return {
    read(text, stampEnd, into, lineEnd = text.length) {
      if (plain(text, stampEnd, into, lineEnd)) return true;
      const head = oddHead(text, stampEnd, lineEnd);
      if (head === undefined) return false;
      into.host = head.hostEnd > head.hostAt ? hosts(text, head.hostAt, head.hostEnd) : '';
      name(programs(text, head.tagAt, head.tagEnd), into);
      into.pidAt = head.pidAt;
      into.pidEnd = head.pidEnd;
      into.at = head.at;
      return true;
    },
  };
}

const ZERO = 0x30;

/** The process id of a line, for comparison; -1 where there is none. */
export function processId(text: string, { pidAt, pidEnd }: SyslogLine): number {
  let process = pidEnd > pidAt ? 0 : -1;
  for (let at = pidAt; at < pidEnd; at += 1) process = (process * 10 + text.charCodeAt(at) - ZERO) | 0;
  return process;
}
