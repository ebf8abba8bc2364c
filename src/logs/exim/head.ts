import { type Block, textBlocks, textOf } from '../block.ts';
import type { Assumptions } from '../format.ts';
import { BETWEEN } from '../syslog/between.ts';
import { newSyslogLine, type SyslogLine, syslogReader } from '../syslog/line.ts';
import { programOf } from '../syslog/program.ts';
import { stampReader } from '../syslog/stamp-reader.ts';
import { messageIdEnd } from './message-id.ts';
import { splitLines } from './split-lines.ts';

/** Where a line comes from and what it says. One object is used again and again. */
export interface EximLine {
  /** Seconds since 1970, UTC. */
  time: number;
  assumed: 'year' | 'zone' | 'year and zone' | undefined;
  /** Undefined in a file of Exim's own, which does not name its machine. */
  host: string | undefined;
  /** What Exim wrote, from `at` on: behind stamps, process id and what syslog puts in front. */
  text: string;
  at: number;
}

export interface HeadReader {
  begin(assumptions: Assumptions): void;
  /** `piece`: the rest of the line is still to come; `other`: another program's; undefined: no line of a log. */
  read(block: Block, start: number, end: number, into: EximLine): 'exim' | 'piece' | 'other' | undefined;
}

const ZERO = 0x30;
const BLANK = 0x20;
const HYPHEN = 0x2d;
const OPEN = 0x5b;
/** `exim`, `exim4`, `exim-out`: syslog_processname is `exim` unless somebody sets it. */
const PROGRAM = /^exim/i;

/**
 * Reads the head of a line: `2026-11-09 10:52:13.123 +0100 [4711] `, and what syslog puts before it, with or without Exim's
 * own stamp behind (syslog_timestamp).
 */
export function headReader(): HeadReader {
  const outer = stampReader();
  const inner = stampReader();
  const syslog = syslogReader(programOf);
  const split = splitLines();
  const place = newSyslogLine(programOf(''));

  const blockOf = textBlocks();

  const throughSyslog = (block: Block, lineEnd: number, into: EximLine): 'exim' | 'piece' => {
    const process = `${place.host} ${textOf(block, place.pidAt, place.pidEnd)}`;
    const whole = split.add(process, textOf(block, place.at, lineEnd));
    if (whole === undefined) return 'piece';
    into.host = place.host;
    into.time = outer.time;
    into.assumed = outer.assumed;
    into.text = whole;
    into.at = 0;
    const { block: alone, end } = blockOf(whole);
    if (!beginsOwnStamp(alone, 0) || !inner.read(alone, 0, end)) return 'exim';
    into.at = behindProcessId(whole, inner.end + 1);
    // Syslog's stamp is as good, where it leaves nothing out; Exim's own has at least its year.
    if (outer.assumed === undefined) return 'exim';
    into.time = inner.time;
    into.assumed = inner.assumed;
    return 'exim';
  };

  return {
    begin(assumptions) {
      outer.begin(assumptions);
      inner.begin(assumptions);
    },
    read(block, start, end, into) {
      if (!outer.read(block, start, end)) return isBetween(textOf(block, start, end).trim()) ? 'other' : undefined;
      const isOwn = beginsOwnStamp(block, start + outer.lead);
      const text = textOf(block, Math.min(outer.end + 1, end), end);
      const at = behindProcessId(text, 0);
      if (!isOwn || messageIdEnd(text, at) < 0) {
        const isSyslog = syslog.read(block, outer.end, place, end);
        if (isSyslog && PROGRAM.test(place.program.name) && (!isOwn || isTag(block, place)))
          return throughSyslog(block, end, into);
        if (!isOwn) return isSyslog ? 'other' : undefined;
      }
      into.time = outer.time;
      into.assumed = outer.assumed;
      into.host = undefined;
      into.text = text;
      into.at = at;
      return 'exim';
    },
  };
}

/** What exigrep puts over the lines of a message: `+++ 1r0aaa-0003Qx-1b has not completed +++`. */
const BY_EXIGREP = /^\+\+\+ \S+ .*\+\+\+$/;
const isBetween = (text: string): boolean => BETWEEN.test(text) || BY_EXIGREP.test(text);

/** `2026-11-09 `: Exim's own stamps have a blank before the time. */
const beginsOwnStamp = ({ bytes }: Block, at: number): boolean =>
  bytes[at + 10] === BLANK && bytes[at + 4] === HYPHEN && bytes[at + 7] === HYPHEN;

/** A tag with a process id: `exim: could not …` may as well be Exim's own text. */
const isTag = ({ bytes }: Block, { pidAt, pidEnd }: SyslogLine<unknown>): boolean =>
  pidEnd > pidAt && bytes[pidAt - 1] === OPEN;

/** `[4711] `, log_selector pid. */
function behindProcessId(text: string, at: number): number {
  if (text[at] !== '[') return at;
  let end = at + 1;
  while (text.charCodeAt(end) >= ZERO && text.charCodeAt(end) <= ZERO + 9) end += 1;
  return text.startsWith('] ', end) && end > at + 1 ? end + 2 : at;
}
