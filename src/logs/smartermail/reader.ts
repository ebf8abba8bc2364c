import { ownCopy } from '../../core/own-copy.ts';
import { textOf } from '../block.ts';
import type { Draft, MailEvent } from '../event.ts';
import type { Assumptions, EventSink, LineReader } from '../format.ts';
import { givenUp, tried } from '../mta/attempts.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { type OpenMail, openMails } from '../mta/open-mails.ts';
import { addDelay, addRecipient, addReply } from '../mta/said.ts';
import { BETWEEN } from '../syslog/between.ts';
import { newTextLine } from '../syslog/text-line.ts';
import { addPeer, type Peer } from '../transcript/peer.ts';
import type { Outcome } from '../transcript/session.ts';
import { smarterLine } from './line.ts';
import { callAnew, expect, openRounds, type Round, serverOf } from './rounds.ts';
import { type Told, toldBy } from './told.ts';

const RCPT = /^RCPT TO:\s*<([^>]+)>/i;
/** The server's own verdict, before any other was asked. */
const OWN_VERDICT = /^This message cannot be delivered\b/;

export function smarterReader(sink: EventSink): LineReader {
  const line = newTextLine();
  const mails = openMails();
  const rounds = openRounds();
  const { newEvent, hand } = mailEvents('smartermail', line, sink);
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };

  return {
    begin(next) {
      assumptions = next;
    },
    line(block, start, end) {
      const text = textOf(block, start, end);
      const read = smarterLine(text, assumptions, line);
      if (read === undefined) return BETWEEN.test(text.trim()) ? 'known' : 'unknown';
      const told = toldBy(read.text);
      if (told === undefined) return 'known';
      if (told.kind === 'started') return started(read.id, told.from);
      if (told.kind === 'completed' && told.how === 'other') return 'unknown';
      const round = rounds.find(read.id) ?? rounds.begin(mails.ensure(read.id, undefined, line.time));
      tells(round, told);
      mails.seen(round.mail, line.time);
      return 'event';
    },
    end() {
      for (const round of rounds.all()) answeredFor(round);
    },
    open: () => mails.size(),
  };

  function started(id: string, from: string): 'event' {
    const before = rounds.find(id);
    if (before !== undefined) finish(before);
    // The end of a number is used again; nobody waits for the message that had it before.
    const known = mails.find(id, undefined);
    const isNew = known === undefined || known.waiting.size === 0;
    const mail = isNew ? mails.open(id, undefined, line.time) : known;
    mail.envelopeFrom ??= ownCopy(from);
    if (isNew) {
      mail.arrivedAt = line.time;
      hand(mail, newEvent('accepted'));
    }
    rounds.begin(mail);
    mails.seen(mail, line.time);
    return 'event';
  }

  function tells(round: Round, told: Exclude<Told, { kind: 'started' }>): void {
    switch (told.kind) {
      case 'local':
        round.local.add(ownCopy(told.to.toLowerCase()));
        break;
      case 'remote':
        expect(round, told.to);
        break;
      case 'mx':
        round.mx = ownCopy(told.host);
        break;
      case 'calling':
        broken(round);
        callAnew(round);
        break;
      case 'connected':
        round.ip = ownCopy(told.ip);
        round.port = told.port;
        round.sourceIp = ownCopy(told.sourceIp);
        break;
      case 'sent':
        sent(round, told.text);
        break;
      case 'received':
        received(round, told.text);
        break;
      case 'remark':
        round.remark = ownCopy(told.text);
        break;
      case 'failed':
        broken(round);
        break;
      case 'completed':
        completed(round, told);
        break;
      default:
        finish(round);
    }
  }

  function sent(round: Round, text: string): void {
    round.smtp.sent(text);
    const recipient = RCPT.exec(text)?.[1];
    if (recipient !== undefined) expect(round, recipient);
  }

  function received(round: Round, text: string): void {
    const reply = round.replies.add(text);
    if (reply === undefined) return;
    for (const outcome of round.smtp.received(reply)) came(round, outcome);
    // What follows is the message, and no command.
    if (reply.startsWith('354')) round.smtp.sent('.');
  }

  /** What is for good is told once more, by a line of its own. */
  function came(round: Round, outcome: Outcome): void {
    const whom = outcome.recipient === undefined ? [...round.left.values()] : [outcome.recipient];
    for (const recipient of whom) {
      if (outcome.kind === 'deferred') tell(round, { ...outcome, recipient }, serverOf(round));
      else round.answered.set(ownCopy(recipient.toLowerCase()), { outcome, server: serverOf(round) });
    }
  }

  /** Whoever was named, and not answered for: the connection broke before. */
  function broken(round: Round): void {
    for (const outcome of round.smtp.broken()) came(round, { ...outcome, reply: round.remark });
  }

  function completed(round: Round, { from, to, how }: Extract<Told, { kind: 'completed' }>): void {
    const { mail } = round;
    mail.envelopeFrom ??= ownCopy(from);
    const key = to.toLowerCase();
    const answer = round.answered.get(key);
    round.answered.delete(key);
    round.left.delete(key);
    const event = begun(mail, how === 'Delivered' ? 'delivered' : 'bounced', to);
    if (how === 'Delivered' && round.local.has(key)) event.hop = 'local';
    if (answer?.server.ip !== undefined) addPeer(event, answer.server);
    const isOwn = OWN_VERDICT.test(round.remark);
    if (answer !== undefined && answer.outcome.kind === event.kind) {
      addReply(event, answer.outcome.reply);
      if (event.kind === 'bounced') event.command = answer.outcome.command;
    } else if (event.kind === 'bounced') {
      event.kind = isOwn ? 'dropped' : mail.waiting.has(to) ? 'expired' : 'bounced';
      if (round.remark !== '') event.diagnostic = round.remark;
    }
    if (event.kind === 'expired') givenUp(mail, event);
    else if (event.kind === 'dropped') mail.waiting.delete(to);
    else tried(mail, event);
    hand(mail, event);
  }

  /** Of whom nothing more is said, he waits for another round. */
  function finish(round: Round): void {
    broken(round);
    answeredFor(round);
    for (const recipient of round.left.values())
      tell(round, { kind: 'deferred', recipient, reply: round.remark, command: '' }, undefined);
    rounds.end(round);
  }

  function answeredFor(round: Round): void {
    for (const [key, { outcome, server }] of round.answered)
      tell(round, { ...outcome, recipient: round.left.get(key) ?? key }, server);
    round.answered.clear();
  }

  function tell(round: Round, outcome: Outcome & { readonly recipient: string }, server: Peer | undefined): void {
    const { mail } = round;
    round.left.delete(outcome.recipient.toLowerCase());
    const event = begun(mail, outcome.kind, outcome.recipient);
    if (server?.ip !== undefined) addPeer(event, server);
    addReply(event, outcome.reply);
    if (outcome.kind !== 'delivered' && outcome.command !== '') event.command = outcome.command;
    tried(mail, event);
    hand(mail, event);
  }

  function begun(mail: OpenMail, kind: MailEvent['kind'], recipient: string): Draft {
    const event = newEvent(kind);
    addRecipient(event, recipient);
    addDelay(event, mail);
    return event;
  }
}
