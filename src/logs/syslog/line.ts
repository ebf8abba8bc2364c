import { type Block, byteAt, plainTextOf } from '../block.ts';
import { hashOf, type Literal, literal, literalOf, standsAt } from '../literal.ts';
import { spanCache, spanNames } from '../span-cache.ts';
import { FACILITY, oddHead, SEVERITY } from './odd-head.ts';
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
const POINT = 0x2e;
const OPEN = 0x5b;
const CLOSE = 0x5d;
/** What Solaris puts before the message: `[ID 197553 mail.info] ` */
const SOLARIS = literal('[ID ');

/** What Postfix writes behind a queue id: where it stands behind a tag, the tag is left out. */
const OF_POSTFIX = [literal('to=<'), literal('from=<'), literal('message-id='), literal('client=')];
function isOfPostfix(block: Block, at: number): boolean {
  for (const beginning of OF_POSTFIX) if (standsAt(block, at, beginning)) return true;
  return false;
}

/** A host and a tag before a process id, as they were last read: few of them begin most lines. */
interface Head<Program> {
  readonly text: Literal;
  readonly host: string;
  readonly program: Program;
}
/** A power of two, and the longest that is remembered. */
const HEADS = 1024;
const LONGEST_HEAD = 64;
/** `authpriv.warning` is shorter. */
const LONGEST_FACILITY = 32;

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
  read(block: Block, stampEnd: number, into: SyslogLine<Program>, lineEnd: number): boolean;
} {
  const hosts = spanNames();
  const programs = spanCache(programOf);
  const heads: (Head<Program> | undefined)[] = Array.from({ length: HEADS });

  /** `host tag[pid]: `, where the same host and tag have been read before. */
  const likeBefore = (block: Block, stampEnd: number, into: SyslogLine<Program>, lineEnd: number): boolean => {
    const start = stampEnd + 1;
    const most = Math.min(start + LONGEST_HEAD, lineEnd);
    const open = byteAt(block, OPEN, start, most);
    const slot = hashOf(block, start, open) & (HEADS - 1);
    const head = heads[slot];
    if (head !== undefined && head.text.length === open - start && standsAt(block, start, head.text)) {
      const close = digitsEnd(block, open + 1, lineEnd);
      if (close + 3 < lineEnd && isMessageAt(block, close)) {
        into.host = head.host;
        into.program = head.program;
        into.pidAt = open + 1;
        into.pidEnd = close;
        into.at = block.bytes[close + 3] === BLANK ? behindBlanks(block, close + 3, lineEnd) : close + 3;
        return true;
      }
    }
    if (!plain(block, stampEnd, into, lineEnd)) return false;
    if (open < most && into.pidAt === open + 1)
      heads[slot] = {
        text: literalOf(block.bytes.subarray(start, open)),
        host: into.host,
        program: into.program,
      };
    return true;
  };

  /** `host tag[pid]: `, `host tag: ` */
  const plain = (block: Block, stampEnd: number, into: SyslogLine<Program>, lineEnd: number): boolean => {
    const { bytes } = block;
    const start = stampEnd + 1;
    const hostEnd = byteAt(block, BLANK, start, lineEnd);
    // What ends in a colon is no host but a tag.
    if (hostEnd <= start || hostEnd >= lineEnd || bytes[hostEnd - 1] === COLON) return false;
    const host = hosts(block, start, hostEnd);
    if (SEVERITY.test(host)) return false;
    const tagAt = hostEnd + 1;
    let end = tagAt;
    while (end < lineEnd && bytes[end] !== OPEN && bytes[end] !== COLON && bytes[end] !== BLANK) end += 1;
    if (end === tagAt || end >= lineEnd || bytes[end] === BLANK) return false;
    let colon = end;
    into.pidAt = into.pidEnd = end;
    if (bytes[end] === OPEN) {
      into.pidAt = colon = end + 1;
      while (colon < lineEnd && bytes[colon] !== CLOSE && bytes[colon] !== BLANK) colon += 1;
      into.pidEnd = colon;
      colon += 1;
    }
    if (colon >= lineEnd || bytes[colon] !== COLON) return false;
    if (colon + 1 < lineEnd && bytes[colon + 1] !== BLANK) return false;
    // No tag but a queue id, behind which Postfix tells.
    if (bytes[end] === COLON && isOfPostfix(block, colon + 2)) return false;
    // Few tags have a point: only of those is a text made.
    if (bytes[end] === COLON && end - tagAt < LONGEST_FACILITY && byteAt(block, POINT, tagAt, end) < end)
      if (FACILITY.test(plainTextOf(block, tagAt, end))) return false;
    into.host = host;
    into.program = programs(block, tagAt, end);
    into.at = behindBlanks(block, Math.min(colon + 2, lineEnd), lineEnd);
    if (standsAt(block, into.at, SOLARIS)) {
      const close = byteAt(block, CLOSE, into.at, lineEnd);
      if (close + 1 < lineEnd && bytes[close + 1] === BLANK) into.at = close + 2;
    }
    return true;
  };

  return {
    read(block, stampEnd, into, lineEnd) {
      if (likeBefore(block, stampEnd, into, lineEnd)) return true;
      const head = oddHead(plainTextOf(block, stampEnd, Math.min(lineEnd, stampEnd + HEAD_LENGTH)));
      if (head === undefined) return false;
      into.host = head.hostEnd > head.hostAt ? hosts(block, stampEnd + head.hostAt, stampEnd + head.hostEnd) : '';
      into.program = programs(block, stampEnd + head.tagAt, stampEnd + head.tagEnd);
      into.pidAt = stampEnd + head.pidAt;
      into.pidEnd = stampEnd + head.pidEnd;
      into.at = stampEnd + head.at;
      return true;
    },
  };
}

/** A template with a blank before `%msg%`, which begins with one already. */
function behindBlanks({ bytes }: Block, from: number, end: number): number {
  let at = from;
  while (bytes[at] === BLANK && at < end) at += 1;
  return at;
}

/** Looked at; no head is longer. */
const HEAD_LENGTH = 1024;

/** `]: `, and a message that does not begin as Solaris's do. */
const isMessageAt = ({ bytes }: Block, close: number): boolean =>
  bytes[close] === CLOSE && bytes[close + 1] === COLON && bytes[close + 2] === BLANK && bytes[close + 3] !== OPEN;
