import { ownCopy } from '../../core/own-copy.ts';
import type { Draft, MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { givenUp, tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import { addRecipient, addReply, hopTo, peerCalled } from '../mta/said.ts';
import { durationOf } from '../exim/duration.ts';
import { type FieldsOf, toldBy } from './lines.ts';
import { opensmtpdSessions } from './sessions.ts';

/** Its processes have had names of their own: `relay: …` came from `transfer` until 5.4. */
export const PROGRAM = /^(?:smtpd|opensmtpd|transfer|delivery|pony|queue|smtp)$/i;

const KINDS: Readonly<Record<string, MailEvent['kind']>> = {
  ok: 'delivered',
  tempfail: 'deferred',
  permfail: 'bounced',
  loop: 'bounced',
  expire: 'expired',
  /** By the administrator: smtpctl remove. */
  remove: 'dropped',
};

export function opensmtpdReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, reader } = mailLog('opensmtpd', PROGRAM, sink);
  const sessions = opensmtpdSessions();

  return reader(() => {
    const told = toldBy(line.text);
    if (told === undefined) return 'known';
    switch (told.kind) {
      case 'attempt':
        return attempted(told.envelope, told.result, told.fields, line.text.slice(0, 16));
      case 'message':
        return accepted(told.message, told.session, told.fields);
      case 'envelope':
        return accepted(told.envelope.slice(0, MESSAGE_LENGTH), told.session, told.fields);
      default:
        sessions.learn(told);
        return 'known';
    }
  });

  /** Since 6.4 a line tells the size, and another of each recipient; before, one told both. */
  function accepted(message: string, session: string, fields: FieldsOf): 'event' {
    const mail = mails.ensure(message, line.host, line.time);
    mail.arrivedAt ??= line.time;
    const size = fields('size');
    if (size !== undefined && Number(size) >= 0) mail.size ??= Number(size);
    const from = senderIn(fields);
    if (from !== undefined) mail.envelopeFrom ??= ownCopy(from);
    const login = sessions.login(session);
    if (login !== undefined) mail.tags = { sasl: login };
    mails.seen(mail, line.time);
    // A message without a sender is still to be told of, recipient by recipient.
    if (from === undefined) return 'event';
    const event = newEvent('accepted');
    const to = fields('to');
    if (to !== undefined && to !== '') addRecipient(event, to);
    hand(mail, event);
    return 'event';
  }

  function attempted(envelope: string, result: string, fields: FieldsOf, session: string): 'event' | 'unknown' {
    const kind = KINDS[result.toLowerCase()];
    const to = fields('to');
    if (kind === undefined || to === undefined) return 'unknown';
    const id = envelope.slice(0, MESSAGE_LENGTH);
    const mail = mails.ensure(id, line.host, line.time);
    const from = senderIn(fields);
    if (from !== undefined) mail.envelopeFrom ??= ownCopy(from);
    const event = newEvent(kind);
    if (to !== '') addRecipient(event, to);
    const delay = durationOf(fields('delay') ?? '');
    if (delay !== undefined) event.delay = { total: delay };
    if (kind === 'expired' || kind === 'dropped') givenUp(mail, event);
    else {
      addReply(event, replyIn(fields('stat') ?? ''));
      addPeer(event, fields, session);
      tried(mail, event);
    }
    mails.seen(mail, line.time);
    hand(mail, event);
    return 'event';
  }

  function addPeer(event: Draft, fields: FieldsOf, session: string): void {
    const relay = fields('relay');
    const source = fields('source');
    // Into a mailbox, by the user whose it is.
    if (fields('user') !== undefined) event.hop = 'local';
    if (relay === undefined) return;
    const peer = peerOf(relay);
    event.relay = peer;
    event.hop = hopTo(peer.ip);
    if (source !== undefined && source !== '-' && source !== '') event.sourceIp = bare(source);
    const tls = sessions.tls(fields('session') ?? session);
    // Only where somebody was spoken to.
    if (tls !== undefined && (tls !== false || event.code !== undefined)) event.tls = tls;
  }
}

/** Digits of an envelope's id that are its message's. */
const MESSAGE_LENGTH = 8;

/** `Error (temporary failure: "mail.lmtp: LMTP server error: 452 4.2.2 Mailbox full")`: what the mailbox's server said. */
const BY_LMTP = /\bLMTP server error: ([245]\d\d[ -].*?)"?\)?$/;
const replyIn = (stat: string): string => BY_LMTP.exec(stat)?.[1] ?? stat;

/** `<>`, and `<@>` where the queue says it. */
function senderIn(fields: FieldsOf): string | undefined {
  const from = fields('from');
  return from === '@' ? '' : from;
}

/** `192.0.2.1 (mx.example)`, `[2001:db8::1] (mx.example)`; a domain whose hosts were not found. */
function peerOf(relay: string): NonNullable<MailEvent['relay']> {
  const match = /^(\S+) \(([^)]*)\)$/.exec(relay);
  if (match === null) return peerCalled(bare(relay));
  const ip = bare(match[1] ?? '');
  const host = match[2] ?? '';
  return host === '' || host === ip ? { ip } : { host, ip };
}

const bare = (ip: string): string => ip.replace(/^\[(?:IPv6:)?(.*)\]$/i, '$1');
