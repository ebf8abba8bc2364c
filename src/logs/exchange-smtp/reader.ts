import { textOf } from '../block.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { makeRoom } from '../make-room.ts';
import { tried } from '../mta/attempts.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { type OpenMail, openMails, unnumberedMail } from '../mta/open-mails.ts';
import { addRecipient, addReply } from '../mta/said.ts';
import { newTextLine } from '../syslog/text-line.ts';
import { addPeer } from '../transcript/peer.ts';
import { type ReplyLines, replyLines } from '../transcript/replies.ts';
import { type Outcome, type SmtpSession, smtpSession } from '../transcript/session.ts';
import { type ExchangeLine, exchangeLine } from './line.ts';

interface Session {
  readonly smtp: SmtpSession;
  readonly replies: ReplyLines;
  /** Undefined until somebody speaks: a log of receive connectors looks the same, and is about mail that comes in. */
  isOurs: boolean | undefined;
  mail: OpenMail | undefined;
}

/** Connections at the same time. Stops a log in which none ends. */
const MOST_SESSIONS = 5000;
const REPLY = /^\d{3}(?:[ -]|$)/;
/** What waits for an answer of its own, or for several; whatever else is said (logins, proxies) decides nothing. */
const COMMAND = /^(?:EHLO|HELO|STARTTLS|MAIL FROM|RCPT TO|DATA|BDAT|RSET|QUIT)\b/i;
const LAST_PART = /^BDAT \d+ LAST\b/i;
const MESSAGE = /^sending message(?: with RecordId (\d+)(?: and InternetMessageId <?([^<>\s]+)>?)?)?/i;
const TLS = /TLS protocol SP_PROT_TLS(\d)(?:_(\d))?_CLIENT negotiation succeeded/;
/** `198.51.100.7:25`, `[2001:db8::7]:25`. */
const ENDPOINT = /^(?:\[([\da-fA-F:.]+)(?:%\d+)?\]|([\d.]+)):(\d{1,5})$/;

export function exchangeSmtpReader(sink: EventSink): LineReader {
  const line = newTextLine();
  const mails = openMails();
  const { newEvent, hand } = mailEvents('exchange-smtp', line, sink);
  const sessions = new Map<string, Session>();

  return {
    begin: () => undefined,
    line(block, start, end) {
      const text = textOf(block, start, end);
      const read = exchangeLine(text);
      if (read === undefined) return /^(?:\uFEFF?#|\s*$)/.test(text) ? 'known' : 'unknown';
      line.time = read.time;
      return tells(read);
    },
    end: () => undefined,
    open: () => mails.size(),
  };

  function tells(read: ExchangeLine): 'event' | 'known' {
    const session = sessionOf(read.session);
    switch (read.event) {
      case '>':
        session.isOurs ??= !REPLY.test(read.data);
        return session.isOurs ? sent(session, read.data) : 'known';
      case '<':
        session.isOurs ??= REPLY.test(read.data);
        return session.isOurs ? received(session, read) : 'known';
      case '-':
        for (const outcome of session.smtp.broken()) came(session, read, outcome);
        sessions.delete(read.session);
        return 'known';
      default:
        return noted(session, read);
    }
  }

  function sent({ smtp }: Session, command: string): 'event' | 'known' {
    if (!COMMAND.test(command)) return 'known';
    smtp.sent(LAST_PART.test(command) ? '.' : command);
    return 'event';
  }

  function received(session: Session, read: ExchangeLine): 'event' {
    const reply = session.replies.add(read.data);
    if (reply === undefined) return 'event';
    for (const outcome of session.smtp.received(reply)) came(session, read, outcome);
    // The message itself is not logged, nor its end.
    if (reply.startsWith('354')) session.smtp.sent('.');
    return 'event';
  }

  function noted(session: Session, { data, context }: ExchangeLine): 'event' | 'known' {
    const tls = TLS.exec(`${data} ${context}`);
    if (tls !== null) session.smtp.tls = { version: ownCopy(`TLSv1.${tls[2] ?? '0'}`) };
    const message = MESSAGE.exec(context);
    if (message === null) return 'known';
    const record = message[1] ?? /^\d{1,19}$/.exec(data)?.[0];
    const mail = record === undefined ? unnumberedMail(line.time) : mails.ensure(record, undefined, line.time);
    const id = message[2];
    if (id !== undefined) mail.ids = { ...mail.ids, message: ownCopy(id) };
    session.mail = mail;
    return 'event';
  }

  function came(session: Session, { connector, local, remote }: ExchangeLine, outcome: Outcome): void {
    const { smtp } = session;
    const mail = (session.mail ??= unnumberedMail(line.time));
    if (smtp.envelopeFrom !== undefined) mail.envelopeFrom = smtp.envelopeFrom;
    if (smtp.size !== undefined) mail.size = smtp.size;
    if (connector !== '' && mail.tags['connector'] === undefined)
      mail.tags = { ...mail.tags, connector: ownCopy(connector) };
    // Before anybody is named, it is a connection that failed, and no message.
    if (outcome.recipient === undefined) return;
    const event = newEvent(outcome.kind);
    addRecipient(event, outcome.recipient);
    addPeers(event, local, remote, smtp);
    addReply(event, outcome.reply);
    if (outcome.kind !== 'delivered' && outcome.command !== '') event.command = outcome.command;
    tried(mail, event);
    hand(mail, event);
    if (mail.id !== '') mails.seen(mail, line.time);
  }

  function sessionOf(id: string): Session {
    const known = sessions.get(id);
    if (known !== undefined) return known;
    makeRoom(sessions, MOST_SESSIONS, (oldest) => void sessions.delete(oldest));
    const session: Session = { smtp: smtpSession(), replies: replyLines('\n'), isOurs: undefined, mail: undefined };
    sessions.set(ownCopy(id), session);
    return session;
  }
}

function addPeers(event: Draft, local: string, remote: string, { host, tls }: SmtpSession): void {
  const [, six, four, port] = ENDPOINT.exec(remote) ?? [];
  const [, ownSix, ownFour] = ENDPOINT.exec(local) ?? [];
  const [ip, own] = [six ?? four, ownSix ?? ownFour];
  addPeer(event, {
    host,
    ip: ip === undefined ? undefined : ownCopy(ip),
    port: port === undefined ? undefined : Number(port),
    sourceIp: own === undefined ? undefined : ownCopy(own),
    tls,
  });
}
