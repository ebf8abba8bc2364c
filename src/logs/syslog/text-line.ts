import { type Block, byteAt, textOf } from '../block.ts';
import type { Assumptions } from '../format.ts';
import { newSyslogLine, syslogReader } from './line.ts';
import { stampReader } from './stamp-reader.ts';

/** A line of a log that is read as a text. One object is used again and again. */
export interface TextLine {
  /** Seconds since 1970, UTC. */
  time: number;
  assumed: 'year' | 'zone' | 'year and zone' | undefined;
  /** Undefined where the line names none. */
  host: string | undefined;
  /** The tag: `sendmail`; empty where the line has a stamp and a message only. */
  program: string;
  process: string;
  text: string;
}

export const newTextLine = (): TextLine => ({
  time: 0,
  assumed: undefined,
  host: undefined,
  program: '',
  process: '',
  text: '',
});

/** Reads lines of programs that write little enough for a text of each; `isOurs` says by the tag whose they are. */
export function textLineReader(isOurs: (tag: string) => boolean): {
  begin(assumptions: Assumptions): void;
  /** False where the line begins with no stamp. */
  read(block: Block, start: number, end: number, into: TextLine): boolean;
} {
  const stamp = stampReader();
  const syslog = syslogReader((tag) => tag);
  const place = newSyslogLine('');
  return {
    begin: (assumptions) => stamp.begin(assumptions),
    read(block, start, end, into) {
      if (!stamp.read(block, start, end)) return false;
      into.time = stamp.time;
      into.assumed = stamp.assumed;
      if (syslog.read(block, stamp.end, place, end) && isOurs(place.program)) {
        into.host = place.host === '' ? undefined : place.host;
        into.program = place.program;
        into.process = textOf(block, place.pidAt, place.pidEnd);
        into.text = textOf(block, place.at, end);
        return true;
      }
      into.host = undefined;
      into.program = '';
      into.process = '';
      into.text = textOf(block, Math.min(byteAfterBlanks(block, stamp.end, end), end), end);
      return true;
    },
  };
}

const BLANK = 0x20;
function byteAfterBlanks(block: Block, from: number, end: number): number {
  let at = byteAt(block, BLANK, from, end);
  while (at < end && block.bytes[at] === BLANK) at += 1;
  return at;
}
