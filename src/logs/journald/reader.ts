import type { EntryReader, EventSink, JsonObject } from '../format.ts';
import { numberAt } from '../json/at.ts';
import { recordText } from '../json/record-text.ts';
import { epochOf } from '../json/time.ts';
import { textBlocks } from '../block.ts';
import { postfixReader } from '../postfix/reader.ts';
import { fieldText } from './field.ts';

const MICROSECONDS = 1_000_000;

/** Makes the line of each entry that syslog would have written, in RFC 3339, and has Postfix's reader read it. */
export function journalReader(sink: EventSink): EntryReader {
  const lines = postfixReader({
    event: (event) => sink.event({ ...event, source: 'journald' }),
    unread: (why, text) => sink.unread(why, text),
  });
  const stamp = stampWriter();
  const blockOf = textBlocks();
  return {
    begin: (assumptions) => lines.begin(assumptions),
    entry(record) {
      const program = fieldText(record['SYSLOG_IDENTIFIER']) ?? fieldText(record['_COMM']);
      const microseconds = numberAt(record, '__REALTIME_TIMESTAMP');
      if (microseconds === undefined) return false;
      // What the kernel and systemd itself say.
      if (program === undefined) return true;
      const message = fieldText(record['MESSAGE']);
      if (message === undefined) return withoutMessage(record, program);
      const time = stamp(microseconds);
      if (time === undefined) {
        sink.unread('an entry without a time that can be read', recordText(record));
        return true;
      }
      const pid = fieldText(record['SYSLOG_PID']) ?? fieldText(record['_PID']) ?? '';
      const host = fieldText(record['_HOSTNAME']) ?? 'localhost';
      const line = `${time} ${oneWord(host)} ${oneWord(program)}[${oneWord(pid)}]: ${oneLine(message)}`;
      const { block, end } = blockOf(line);
      if (lines.line(block, 0, end) === 'unknown') sink.unread('no line of Postfix', line);
      return true;
    },
    end: () => lines.end(),
    open: () => lines.open(),
  };

  function withoutMessage(record: JsonObject, program: string): true {
    if (program.includes('/'))
      sink.unread('an entry without MESSAGE: journalctl shows long ones only with --all', recordText(record));
    return true;
  }
}

/** What a line of syslog cannot have in its names. */
const oneWord = (text: string): string => (NO_WORD.test(text) ? text.replaceAll(/[\s:[\]]+/g, '_') : text) || '-';
const NO_WORD = /[\s:[\]]/;

/** Nobody writes a line of another program into a message of his own. */
const oneLine = (message: string): string =>
  message.includes('\n') || message.includes('\r') ? message.replaceAll(/[\r\n]+/g, ' ') : message;

/** RFC 3339 in microseconds; entries follow closely upon each other, so the second is written once. */
function stampWriter(): (microseconds: number) => string | undefined {
  let lastSecond = -1;
  let text = '';
  return (microseconds) => {
    const second = Math.floor(microseconds / MICROSECONDS);
    // No other unit is meant here: what is no time in seconds is none.
    if (epochOf(second) !== second) return undefined;
    if (second !== lastSecond) {
      lastSecond = second;
      text = new Date(second * 1000).toISOString().slice(0, -5);
    }
    return `${text}.${String(Math.floor(microseconds % MICROSECONDS)).padStart(6, '0')}Z`;
  };
}
