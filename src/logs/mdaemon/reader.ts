import { ownCopy } from '../../core/own-copy.ts';
import { textOf } from '../block.ts';
import type { Assumptions, EventSink, LineReader } from '../format.ts';
import { tried } from '../mta/attempts.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { type OpenMail, openMails } from '../mta/open-mails.ts';
import { addRecipient, addReply } from '../mta/said.ts';
import { BETWEEN } from '../syslog/between.ts';
import { newTextLine } from '../syslog/text-line.ts';
import { addPeer } from '../transcript/peer.ts';
import { replyLines } from '../transcript/replies.ts';
import { type Outcome, smtpSession } from '../transcript/session.ts';
import { mdaemonLine } from './line.ts';
import { type MdaemonSession, mdaemonSessions } from './sessions.ts';
import { type Told, toldBy } from './told.ts';

/** `----------` between sessions, `--- Session Transcript ---` in notices. */
const RULE = /^-{3,}(?: .* -{3,})?$/;
/** Recipients of one message. Stops a line that is a list. */
const MOST_RECIPIENTS = 1000;
/** RFC 3030 §2: what is answered to the last piece is answered to the message. */
const LAST_PIECE = /^BDAT \d+ LAST\b/i;

export function mdaemonReader(sink: EventSink): LineReader {
  const line = newTextLine();
  const mails = openMails();
  const sessions = mdaemonSessions(broken);
  const { newEvent, hand } = mailEvents('mdaemon', line, sink);
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };

  return {
    begin(next) {
      assumptions = next;
    },
    line(block, start, end) {
      const text = textOf(block, start, end).trimEnd();
      const read = mdaemonLine(text, assumptions, line);
      if (read === undefined) return RULE.test(text) || BETWEEN.test(text.trim()) ? 'known' : 'unknown';
      const told = toldBy(read.text);
      if (told === undefined) return 'known';
      if (told.kind !== 'begin') return tells(sessions.of(read.session), told);
      sessions.begin(read.session === '' ? told.session : read.session);
      return 'known';
    },
    end() {
      for (const session of sessions.all()) broken(session);
    },
    open: () => mails.size(),
  };

  function tells(session: MdaemonSession, told: Told): 'event' | 'known' {
    if (told.kind === 'inbound') session.isOutbound = false;
    if (told.kind === 'message' || told.kind === 'calling') session.isOutbound ??= true;
    if (session.isOutbound !== true) return 'known';
    switch (told.kind) {
      case 'message':
        session.message = ownCopy(told.id);
        break;
      case 'field':
        learn(session, told);
        break;
      case 'calling':
        broken(session);
        call(session);
        break;
      case 'connected':
        session.ip = ownCopy(told.ip);
        session.port = told.port;
        session.sourceIp = ownCopy(told.sourceIp);
        break;
      case 'secured':
        session.smtp.tls = told.version === undefined ? {} : { version: ownCopy(`TLSv${told.version}`) };
        break;
      case 'sent':
        session.smtp.sent(LAST_PIECE.test(told.text) ? '.' : told.text);
        break;
      case 'received':
        received(session, told.text);
        break;
      case 'remark':
        // Before, it is fields of the message that stand there.
        if (session.hasCalled) session.remark = ownCopy(told.text);
        break;
      case 'waits':
        waits(session);
        break;
      default:
        broken(session);
    }
    return 'event';
  }

  function call(session: MdaemonSession): void {
    session.hasCalled = true;
    session.smtp = smtpSession();
    session.replies = replyLines('\n');
    session.ip = undefined;
    session.port = undefined;
    session.sourceIp = undefined;
    session.remark = '';
  }

  function learn(session: MdaemonSession, { name, value }: Extract<Told, { kind: 'field' }>): void {
    if (name === 'from') session.from = ownCopy(value);
    else if (name === 'to')
      session.recipients = value
        .split(/[,;] */, MOST_RECIPIENTS)
        .filter((one) => one.includes('@'))
        .map(ownCopy);
    else if (name === 'message-id') session.messageId = ownCopy(value.replace(/^<(.*)>$/, '$1'));
    else if (/^\d{1,15}$/.test(value)) session.size = Number(value);
  }

  function received(session: MdaemonSession, text: string): void {
    const reply = session.replies.add(text);
    if (reply === undefined) return;
    for (const outcome of session.smtp.received(reply)) came(session, outcome);
    // What follows is the message, and no command.
    if (reply.startsWith('354')) session.smtp.sent('.');
  }

  /** Whoever was named, and not answered for: the connection broke before. */
  function broken(session: MdaemonSession): void {
    for (const outcome of session.smtp.broken()) came(session, { ...outcome, reply: session.remark });
  }

  /** Of whom nothing was told, there was nobody to speak to about him. */
  function waits(session: MdaemonSession): void {
    broken(session);
    for (const recipient of untold(session))
      came(session, { kind: 'deferred', recipient, reply: session.remark, command: '' });
  }

  function came(session: MdaemonSession, outcome: Outcome): void {
    const all = outcome.recipient === undefined ? untold(session) : [outcome.recipient];
    const mail = mailOf(session);
    for (const recipient of all.length === 0 ? [''] : all) {
      const event = newEvent(outcome.kind);
      if (recipient !== '') addRecipient(event, recipient);
      session.told.add(ownCopy(recipient.toLowerCase()));
      const { smtp, ip, port, sourceIp } = session;
      if (ip !== undefined) addPeer(event, { host: smtp.host, ip, port, sourceIp, tls: smtp.tls });
      addReply(event, outcome.reply);
      if (outcome.kind !== 'delivered' && outcome.command !== '') event.command = outcome.command;
      tried(mail, event);
      hand(mail, event);
    }
    mails.seen(mail, line.time);
  }

  function mailOf(session: MdaemonSession): OpenMail {
    const known = mails.ensure(session.message, undefined, line.time);
    // The log begins in the middle of a session: it is not known which message that is.
    const mail = session.message === '' ? { ...known, ids: {}, waiting: new Map() } : known;
    mail.envelopeFrom = session.smtp.envelopeFrom ?? session.from;
    mail.size = session.size ?? session.smtp.size;
    if (session.messageId !== undefined) mail.ids = { ...mail.ids, message: session.messageId };
    return mail;
  }
}

const untold = ({ recipients, told }: MdaemonSession): readonly string[] =>
  recipients.filter((one) => !told.has(one.toLowerCase()));
