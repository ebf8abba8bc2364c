import { textOf } from '../block.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { Assumptions, EventSink, LineReader } from '../format.ts';
import { tried } from '../mta/attempts.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { openMails } from '../mta/open-mails.ts';
import { addRecipient, addReply } from '../mta/said.ts';
import { newTextLine } from '../syslog/text-line.ts';
import { addPeer } from '../transcript/peer.ts';
import type { Outcome } from '../transcript/session.ts';
import { type LoggedSession, loggedSessions } from '../transcript/sessions.ts';
import { type ActivityRow, activityRow } from './row.ts';

/** `[11/09/26 00:00:00]****** LOG FILE STARTED ******` */
const STARTED = /^\uFEFF?(?:\[\d\d\/\d\d\/\d\d[^\]]*\]\*+.*)?$/;

export function mailenableReader(sink: EventSink): LineReader {
  const line = newTextLine();
  const mails = openMails();
  const sessions = loggedSessions('\n');
  const { newEvent, hand } = mailEvents('mailenable', line, sink);
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };

  return {
    begin(next) {
      assumptions = next;
    },
    line(block, start, end) {
      const text = textOf(block, start, end).trimEnd();
      const row = activityRow(text, assumptions, line);
      if (row === undefined) return STARTED.test(text) ? 'known' : 'unknown';
      return row.direction === 'SMTP-OU' ? talked(row) : 'known';
    },
    end: () => undefined,
    open: () => mails.size(),
  };

  function talked({ message, socket, ip, command, details, reply }: ActivityRow): 'event' | 'known' {
    const key = `${message} ${socket}`;
    if (command === 'CONN') {
      broken(message, sessions.find(key));
      sessions.end(key);
    }
    const session = sessions.of(key);
    session.ip ??= ownCopy(ip);
    if (command === 'QUIT') {
      broken(message, session);
      sessions.end(key);
      return 'event';
    }
    const isData = command === 'DATA' || command === 'DATE';
    // Go on: what is said to the message itself, stands in a row of its own.
    if (isData && reply.startsWith('354')) return 'event';
    if (command !== 'CONN') session.smtp.sent(isData ? '.' : details === '' ? command : details);
    if (reply !== '') for (const outcome of session.smtp.received(reply)) came(message, session, outcome);
    return 'event';
  }

  /** Whoever was named, and not answered for: the connection broke before. */
  function broken(message: string, session: LoggedSession | undefined): void {
    if (session !== undefined) for (const outcome of session.smtp.broken()) came(message, session, outcome);
  }

  function came(message: string, { smtp, ip }: LoggedSession, outcome: Outcome): void {
    const mail = mails.ensure(message.replace(/\.MAI$/i, ''), undefined, line.time);
    if (smtp.envelopeFrom !== undefined) mail.envelopeFrom = smtp.envelopeFrom;
    if (smtp.size !== undefined) mail.size = smtp.size;
    const event = newEvent(outcome.kind);
    if (outcome.recipient !== undefined) addRecipient(event, outcome.recipient);
    addPeer(event, { host: smtp.host, ip, tls: smtp.tls });
    addReply(event, outcome.reply);
    if (outcome.kind !== 'delivered' && outcome.command !== '') event.command = outcome.command;
    tried(mail, event);
    mails.seen(mail, line.time);
    hand(mail, event);
  }
}
