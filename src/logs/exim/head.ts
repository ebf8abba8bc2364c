import type { Assumptions } from '../format.ts';
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
  read(text: string, into: EximLine): 'exim' | 'piece' | 'other' | undefined;
}

const ZERO = 0x30;
const BLANK = 0x20;
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

  const throughSyslog = (text: string, into: EximLine): 'exim' | 'piece' => {
    const whole = split.add(`${place.host} ${text.slice(place.pidAt, place.pidEnd)}`, text.slice(place.at));
    if (whole === undefined) return 'piece';
    into.host = place.host;
    into.time = outer.time;
    into.assumed = outer.assumed;
    into.text = whole;
    into.at = 0;
    if (!beginsOwnStamp(whole, 0) || !inner.read(whole)) return 'exim';
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
    read(text, into) {
      if (!outer.read(text)) return undefined;
      const isOwn = beginsOwnStamp(text, 0);
      const start = behindProcessId(text, outer.end + 1);
      if (!isOwn || messageIdEnd(text, start) < 0) {
        const isSyslog = syslog.read(text, outer.end, place);
        if (isSyslog && PROGRAM.test(place.program.name) && (!isOwn || isTag(text, place)))
          return throughSyslog(text, into);
        if (!isOwn) return isSyslog ? 'other' : undefined;
      }
      into.time = outer.time;
      into.assumed = outer.assumed;
      into.host = undefined;
      into.text = text;
      into.at = start;
      return 'exim';
    },
  };
}

/** `2026-11-09 `: Exim's own stamps have a blank before the time. */
const beginsOwnStamp = (text: string, at: number): boolean =>
  text.charCodeAt(at + 10) === BLANK && text.charCodeAt(at + 4) === 0x2d && text.charCodeAt(at + 7) === 0x2d;

/** A tag with a process id: `exim: could not …` may as well be Exim's own text. */
const isTag = (text: string, { pidAt, pidEnd }: SyslogLine<unknown>): boolean =>
  pidEnd > pidAt && text[pidAt - 1] === '[';

/** `[4711] `, log_selector pid. */
function behindProcessId(text: string, at: number): number {
  if (text[at] !== '[') return at;
  let end = at + 1;
  while (text.charCodeAt(end) >= ZERO && text.charCodeAt(end) <= ZERO + 9) end += 1;
  return text.startsWith('] ', end) && end > at + 1 ? end + 2 : at;
}
