import { type Block, textOf } from '../block.ts';
import type { Assumptions } from '../format.ts';
import { readLocalTime } from '../local-time.ts';
import { dateOf } from '../syslog/calendar.ts';
import { type TextLine, textLineReader } from '../syslog/text-line.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `[30/Nov/2026 17:57:14] `: in the server's own file. */
const STAMP = /^\uFEFF?\[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}) (\d\d:\d\d:\d\d)\] (.*)$/;
/** With which a line of the mail log begins, wherever it stands. */
const BEGINS = /(?:^| )((?:Recv|Sent): .*)$/;

/** Reads lines of the server's own file, and those it sends to a syslog, where the tag is the log's name: `mail`. */
export function kerioLineReader(): {
  begin(assumptions: Assumptions): void;
  /** False where the line has no stamp. */
  read(block: Block, start: number, end: number, into: TextLine): boolean;
} {
  const syslog = textLineReader((tag) => tag === 'mail' || tag === 'Recv' || tag === 'Sent');
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };
  return {
    begin(next) {
      assumptions = next;
      syslog.begin(next);
    },
    read(block, start, end, into) {
      const match = STAMP.exec(textOf(block, start, end));
      if (match === null) {
        if (!syslog.read(block, start, end, into)) return false;
        const isTag = into.program === 'Recv' || into.program === 'Sent';
        const text = isTag ? `${into.program}: ${into.text}` : into.text;
        into.text = BEGINS.exec(text)?.[1] ?? text;
        return true;
      }
      const [, day, month = '', year, clock = '', text = ''] = match;
      const date = dateOf(Number(year), MONTHS.indexOf(month), Number(day));
      if (!readLocalTime(date, clock, assumptions, into)) return false;
      into.host = undefined;
      into.text = text.trimEnd();
      return true;
    },
  };
}
