import { textBlocks, textOf } from '../block.ts';
import type { MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { sendmailReader } from '../sendmail/reader.ts';
import { stampReader } from '../syslog/stamp-reader.ts';
import { asSendmail, fortimailLine } from './line.ts';

const MILLISECONDS = 1000;

/** Has the lines of the sendmail within read by the reader of sendmail’s log. */
export function fortimailReader(sink: EventSink): LineReader {
  const blockOf = textBlocks();
  const outer = stampReader();
  /** Of the stamp before the fields, where that is the one which counts. */
  let assumed: MailEvent['timeAssumed'];
  const inner = sendmailReader({
    event: (event) => sink.event({ ...event, source: 'fortimail', timeAssumed: event.timeAssumed ?? assumed }),
    unread: (why, text) => sink.unread(why, text),
  });
  return {
    begin(assumptions) {
      outer.begin(assumptions);
      inner.begin(assumptions);
    },
    line(block, start, end) {
      const text = textOf(block, start, end);
      const line = fortimailLine(text);
      if (line === undefined) return text.trim() === '' ? 'known' : 'unknown';
      if (!line.isMail) return 'known';
      let { stamp } = line;
      assumed = undefined;
      if (stamp === undefined) {
        if (!outer.read(block, start, end)) return 'unknown';
        assumed = outer.assumed;
        stamp = new Date(outer.time * MILLISECONDS).toISOString();
      }
      const written = asSendmail(line, stamp);
      if (written === undefined) return 'known';
      const { block: own, end: ownEnd } = blockOf(written);
      return inner.line(own, 0, ownEnd);
    },
    end: () => inner.end(),
    open: () => inner.open(),
  };
}
