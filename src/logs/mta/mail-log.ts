import { textOf } from '../block.ts';
import type { Assumptions, EventSink, LineReader } from '../format.ts';
import { BETWEEN } from '../syslog/between.ts';
import { newTextLine, type TextLine, textLineReader } from '../syslog/text-line.ts';
import { type MailEvents, mailEvents } from './mail-events.ts';
import { type OpenMails, openMails } from './open-mails.ts';

/** What readers of mail servers' logs of text lines have in common. */
export interface MailLog extends MailEvents {
  /** The line that is being read. */
  readonly line: TextLine;
  readonly mails: OpenMails;
  /** A reader that hands on lines with a stamp: what they come to, `tells` says. */
  reader(tells: () => ReturnType<LineReader['line']>, begin?: (assumptions: Assumptions) => void): LineReader;
}

/**
 * `program`: the tags that are ours; the tag of a line without one is empty. `aside`: what stands between them without a
 * stamp.
 */
export function mailLog(source: string, program: RegExp, sink: EventSink, aside = BETWEEN): MailLog {
  const line = newTextLine();
  const lines = textLineReader((tag) => program.test(tag));
  const mails = openMails();
  return {
    line,
    mails,
    ...mailEvents(source, line, sink),
    reader: (tells, begin) => ({
      begin(assumptions) {
        begin?.(assumptions);
        lines.begin(assumptions);
      },
      line(block, start, end) {
        if (lines.read(block, start, end, line)) return tells();
        const text = textOf(block, start, end).trim();
        return BETWEEN.test(text) || aside.test(text) ? 'known' : 'unknown';
      },
      end: () => undefined,
      open: () => mails.size(),
    }),
  };
}
