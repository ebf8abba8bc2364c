import { standsAt } from '../span.ts';
import { ownCopy } from '../../core/own-copy.ts';
import { spanCache, spanNames } from '../span-cache.ts';
import { oddHead, SEVERITY } from './odd-head.ts';
import { digitsEnd } from './process-id.ts';

/** Where the parts of a syslog line stand, behind its stamp. One object is used again and again. */
export interface SyslogLine<Program> {
  /** Empty where the line names none. */
  host: string;
  /** What the reader makes of the tag. */
  program: Program;
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

/** A host and a tag before a process id, as they were last read: few of them begin most lines. */
interface Head<Program> {
  readonly text: string;
  readonly host: string;
  readonly program: Program;
}
/** A power of two, and the longest that is remembered. */
const HEADS = 256;
const LONGEST_HEAD = 64;

/** The beginning of a line without its message. */
export const newSyslogLine = <Program>(program: Program): SyslogLine<Program> => ({
  host: '',
  program,
  pidAt: 0,
  pidEnd: 0,
  at: 0,
});

/**
 * Reads hosts and programs of syslog lines, from the end of the stamp on, as far as `lineEnd`; false where there are none.
 */
export function syslogReader<Program>(programOf: (tag: string) => Program): {
  read(text: string, stampEnd: number, into: SyslogLine<Program>, lineEnd?: number): boolean;
} {
  const hosts = spanNames();
  const programs = spanCache(programOf);
  // Few machines write into one file.
  let host = '';
  const heads: (Head<Program> | undefined)[] = Array.from({ length: HEADS });

  /** `host tag[pid]: `, where the same host and tag have been read before. */
  const likeBefore = (text: string, stampEnd: number, into: SyslogLine<Program>, lineEnd: number): boolean => {
    const start = stampEnd + 1;
    const most = Math.min(start + LONGEST_HEAD, lineEnd);
    let hash = 0;
    let open = start;
    for (; open < most; open += 1) {
      const code = text.charCodeAt(open);
      if (code === OPEN) break;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    const slot = (hash ^ (hash >>> 8)) & (HEADS - 1);
    const head = heads[slot];
    if (head !== undefined && head.text.length === open - start && text.slice(start, open) === head.text) {
      const close = digitsEnd(text, open + 1, lineEnd);
      if (close + 3 < lineEnd && isMessageAt(text, close)) {
        into.host = head.host;
        into.program = head.program;
        into.pidAt = open + 1;
        into.pidEnd = close;
        into.at = close + 3;
        return true;
      }
    }
    if (!plain(text, stampEnd, into, lineEnd)) return false;
    if (open < most && into.pidAt === open + 1)
      heads[slot] = { text: ownCopy(text.slice(start, open)), host: into.host, program: into.program };
    return true;
  };

  /** `host tag[pid]: `, `host tag: ` */
  const plain = (text: string, stampEnd: number, into: SyslogLine<Program>, lineEnd: number): boolean => {
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
    into.program = programs(text, tagAt, end);
    into.at = Math.min(colon + 2, lineEnd);
    if (text.charCodeAt(into.at) === OPEN && text.startsWith(SOLARIS, into.at)) {
      const close = text.indexOf('] ', into.at);
      if (close > 0 && close < lineEnd) into.at = close + 2;
    }
    return true;
  };

  return {
    read(text, stampEnd, into, lineEnd = text.length) {
      if (likeBefore(text, stampEnd, into, lineEnd)) return true;
      const head = oddHead(text, stampEnd, lineEnd);
      if (head === undefined) return false;
      into.host = head.hostEnd > head.hostAt ? hosts(text, head.hostAt, head.hostEnd) : '';
      into.program = programs(text, head.tagAt, head.tagEnd);
      into.pidAt = head.pidAt;
      into.pidEnd = head.pidEnd;
      into.at = head.at;
      return true;
    },
  };
}

/** `]: `, and a message that does not begin as Solaris's do. */
const isMessageAt = (text: string, close: number): boolean =>
  text.charCodeAt(close) === CLOSE &&
  text.charCodeAt(close + 1) === COLON &&
  text.charCodeAt(close + 2) === BLANK &&
  text.charCodeAt(close + 3) !== OPEN;
