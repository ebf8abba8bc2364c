import { textOf } from '../block.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import type { Assumptions, EventSink, LineReader } from '../format.ts';
import { givenUp, tried } from '../mta/attempts.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { type OpenMail, openMails } from '../mta/open-mails.ts';
import { addDelay, addRecipient, addReply } from '../mta/said.ts';
import { BETWEEN } from '../syslog/between.ts';
import { newTextLine } from '../syslog/text-line.ts';
import { addPeer } from '../transcript/peer.ts';
import type { Outcome } from '../transcript/session.ts';
import { type LoggedSession, loggedSessions } from '../transcript/sessions.ts';
import { type HmailLine, hmailLine } from './line.ts';
import { openRounds, type Round } from './rounds.ts';
import { type Told, toldBy } from './told.ts';

const SECURED = /handshake completed\. Session Id: (\d+),.*? Version: ([^,]+), Cipher: ([^,]+),/;
const LOGGED = /^(SENT|RECEIVED): (.*)$/;

export function hmailReader(sink: EventSink): LineReader {
  const line = newTextLine();
  const mails = openMails();
  const rounds = openRounds();
  const sessions = loggedSessions('[nl]');
  const { newEvent, hand } = mailEvents('hmailserver', line, sink);
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };
  /** Whether what is said to other servers is logged: only then is it known who was not spoken to. */
  let logsSmtp = false;

  return {
    begin(next) {
      assumptions = next;
    },
    line(block, start, end) {
      const text = textOf(block, start, end);
      const read = hmailLine(text, assumptions, line);
      if (read === undefined) return text.trim() === '' || BETWEEN.test(text.trim()) ? 'known' : 'unknown';
      if (read.source === 'SMTPC') return talked(read);
      if (read.source === 'SMTPD') logsSmtp = true;
      if (read.source === 'TCPIP') secured(read.text);
      const told = read.source === 'APPLICATION' ? toldBy(read.text) : undefined;
      return told === undefined ? 'known' : tells(told);
    },
    end() {
      for (const { mail, open } of rounds.all())
        for (const event of open) {
          tried(mail, event);
          hand(mail, event);
        }
    },
    open: () => mails.size(),
  };

  function secured(text: string): void {
    const match = SECURED.exec(text);
    const session = match === null ? undefined : sessions.find(match[1] ?? '');
    if (match !== null && session !== undefined)
      session.smtp.tls = { version: ownCopy(match[2] ?? ''), cipher: ownCopy(match[3] ?? '') };
  }

  function talked({ session: id, ip, text }: HmailLine): 'event' | 'known' {
    logsSmtp = true;
    const match = LOGGED.exec(text);
    if (match === null) return 'known';
    const [, who, said = ''] = match;
    let session = sessions.of(id);
    // Numbers begin anew with the service.
    if (who === 'RECEIVED' && said.startsWith('220') && session.smtp.envelopeFrom !== undefined)
      session = sessions.renew(id);
    session.ip ??= ownCopy(ip);
    if (who === 'SENT') {
      session.smtp.sent(said);
      return 'event';
    }
    const reply = session.add(said);
    if (reply === undefined) return 'event';
    for (const outcome of session.smtp.received(reply)) came(session, outcome);
    if (reply.startsWith('221')) sessions.end(id);
    return 'event';
  }

  /** Who was refused before anybody was named, is known where only one message of this sender is under way. */
  function came(session: LoggedSession, outcome: Outcome): void {
    const from = session.smtp.envelopeFrom ?? '';
    const { recipient } = outcome;
    const [round, another] = recipient === undefined ? rounds.of(from) : [rounds.to(from, recipient)];
    // Of several messages, what the server says of each later has to do.
    if (another !== undefined) return;
    const mail = round?.mail ?? nobodys(from);
    const whom = recipient === undefined ? [...(round?.left.values() ?? [''])] : [recipient];
    for (const one of whom.length === 0 ? [''] : whom) {
      const event = outcomeOf(mail, outcome.kind, one);
      const { smtp, ip, port } = session;
      addPeer(event, { host: smtp.host, ip, port, tls: smtp.tls }, round?.isRelayed);
      addReply(event, outcome.reply);
      if (outcome.kind !== 'delivered') event.command = outcome.command;
      if (session.smtp.size !== undefined) event.size = session.smtp.size;
      tried(mail, event);
      hand(mail, event);
      if (round === undefined) continue;
      mails.seen(mail, line.time);
      round.left.delete(one.toLowerCase());
      if (outcome.kind === 'deferred') round.deferred.set(ownCopy(one.toLowerCase()), ownCopy(one));
      else round.deferred.delete(one.toLowerCase());
    }
  }

  /** A message whose number the log does not tell. */
  function nobodys(from: string): OpenMail {
    const mail = mails.ensure('', undefined, line.time);
    return { ...mail, ids: {}, envelopeFrom: ownCopy(from), arrivedAt: undefined, waiting: new Map() };
  }

  function tells(told: Told): 'event' | 'known' {
    if (told.kind === 'delivering') return delivering(told);
    const round = rounds.find(told.message);
    if (round === undefined) return 'known';
    switch (told.kind) {
      case 'relaying':
        round.isRelayed = true;
        return 'event';
      case 'no-servers':
        round.unreachable.set(domainIn(told.address), ownCopy(told.why));
        return 'event';
      case 'postponed':
        round.open = [...round.left.values()].map((one) => untold(round, one));
        rounds.pause(round);
        return 'event';
      case 'given-up':
        return over(round, 'expired', [...round.left.values(), ...round.deferred.values()], undefined);
      case 'deleted':
        return over(round, 'dropped', [...round.left.values()], told.why);
      default:
        return completed(round);
    }
  }

  function delivering({ message, from, to }: Extract<Told, { kind: 'delivering' }>): 'event' {
    const mail = mails.ensure(message, undefined, line.time);
    const before = rounds.find(message);
    if (before !== undefined) settle(before, new Set(to.map((one) => one.toLowerCase())));
    if (mail.arrivedAt === undefined) {
      mail.arrivedAt = line.time;
      mail.envelopeFrom = ownCopy(from);
      for (const recipient of to) {
        const event = newEvent('accepted');
        addRecipient(event, recipient);
        hand(mail, event);
      }
    }
    rounds.begin(mail, to);
    mails.seen(mail, line.time);
    return 'event';
  }

  /** Who is not waited for any longer was delivered to: into a mailbox, since no other server was spoken to. */
  function settle(round: Round, waiting: ReadonlySet<string>): void {
    for (const event of round.open) {
      if (!waiting.has((event.recipient ?? '').toLowerCase())) inMailbox(event);
      tried(round.mail, event);
      hand(round.mail, event);
    }
    round.open = [];
  }

  function completed(round: Round): 'event' {
    // It waits for its next round.
    if (round.open.length > 0 || round.deferred.size > 0) {
      rounds.pause(round);
      return 'event';
    }
    if (logsSmtp)
      for (const recipient of round.left.values()) {
        const event = outcomeOf(round.mail, 'delivered', recipient);
        inMailbox(event);
        tried(round.mail, event);
        hand(round.mail, event);
      }
    rounds.end(round);
    return 'event';
  }

  function over(
    round: Round,
    kind: 'expired' | 'dropped',
    recipients: readonly string[],
    why: string | undefined,
  ): 'event' {
    for (const recipient of recipients) {
      const event = outcomeOf(round.mail, kind, recipient);
      event.diagnostic = round.unreachable.get(domainIn(recipient)) ?? why;
      givenUp(round.mail, event);
      hand(round.mail, event);
    }
    rounds.end(round);
    mails.seen(round.mail, line.time);
    return 'event';
  }

  function untold(round: Round, recipient: string): Draft {
    const event = outcomeOf(round.mail, 'deferred', recipient);
    event.diagnostic = round.unreachable.get(domainIn(recipient));
    if (round.isRelayed) event.hop = 'relay';
    return event;
  }

  function outcomeOf(mail: OpenMail, kind: Draft['kind'], recipient: string): Draft {
    const event = newEvent(kind);
    if (recipient !== '') addRecipient(event, recipient);
    addDelay(event, mail);
    return event;
  }
}

function inMailbox(event: Draft): void {
  event.kind = 'delivered';
  event.hop = 'local';
  event.diagnostic = undefined;
}

const domainIn = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
