import { ownCopy } from '../../core/own-copy.ts';
import type { Draft, MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { givenUp, tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import { addRecipient, addReply, hopTo } from '../mta/said.ts';
import { type Fields, type HarakaLine, harakaLine } from './lines.ts';
import { newRecipients } from './recipients.ts';

const PROGRAM = /^(?:haraka|node)\b/i;
/** What is printed before the settings of the log are read, or past it; and what tells of no message, where stamps are off. */
const WITHOUT_STAMP =
  /^(?:\[[A-Z]{2,12}\] \[-\] |Returning boolean |loaded (?:TLD files|\d+ Public Suffixes)|log ?level: |log format: |Starting up Haraka |Reloading file: |Setting log |Haraka is )/i;
/** What Haraka puts before the other side's reply. */
const UPSTREAM = /^(?:Upstream error: )/;
const TOO_MANY = /^Too many failures \((.*)\)$/;

export function harakaReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, reader } = mailLog('haraka', PROGRAM, sink, WITHOUT_STAMP);
  const recipients = newRecipients();
  const secured = new Map<string, NonNullable<Exclude<Draft['tls'], false>>>();

  return reader(() => {
    const told = harakaLine(line.text);
    return told === undefined ? 'known' : tells(told);
  });

  function tells({ transaction, delivery, told }: HarakaLine): 'event' | 'known' {
    const mail = mails.ensure(transaction, line.host, line.time);
    switch (told.kind) {
      case 'recipient':
        recipients.add(transaction, told.recipient);
        mail.envelopeFrom ??= ownCopy(told.sender ?? '');
        break;
      case 'message':
        accepted(mail, told.fields);
        break;
      case 'secured':
        secure(delivery, told.fields);
        break;
      case 'delivered':
        delivered(mail, delivery, told.fields);
        break;
      case 'answered':
        if (told.isFinal) recipients.done(transaction, told.recipient);
        else recipients.deferred(delivery, told.recipient);
        emit(mail, told.isFinal ? 'bounced' : 'deferred', told.recipient, (event) => addReply(event, told.said));
        break;
      case 'over':
        recipients.over(delivery);
        break;
      case 'gaveUp':
        gaveUp(mail, delivery, told.recipients);
        break;
      default:
        failed(mail, delivery, told.said, told.kind);
    }
    mails.seen(mail, line.time);
    return 'event';
  }

  function accepted(mail: OpenMail, fields: Fields): void {
    const messageId = fields.get('mid')?.replace(/^<(.*)>$/, '$1');
    if (messageId !== undefined && messageId !== '') mail.ids = { ...mail.ids, message: ownCopy(messageId) };
    const size = Number(fields.get('size') ?? Number.NaN);
    if (size >= 0) mail.size = size;
    if (mail.arrivedAt !== undefined) return;
    mail.arrivedAt = line.time;
    hand(mail, newEvent('accepted'));
  }

  function secure(delivery: string, fields: Fields): void {
    const [version, cipher] = [fields.get('version'), fields.get('cipher')];
    if (secured.size >= MOST_SECURED) secured.clear();
    secured.set(ownCopy(delivery), {
      ...(version === undefined ? {} : { version: ownCopy(version) }),
      ...(cipher === undefined ? {} : { cipher: ownCopy(cipher) }),
      verified: fields.get('verified') === 'true',
    });
  }

  /** One line for all that one host has taken. */
  function delivered(mail: OpenMail, delivery: string, fields: Fields): void {
    const domain = fields.get('domain')?.toLowerCase();
    const taken = Number(/^\d+/.exec(fields.get('rcpts') ?? '')?.[0] ?? 1);
    const host = fields.get('host');
    const place = fields.get('ip') ?? '';
    // A socket of this machine's: `ip=/run/dovecot/lmtp`.
    const isSocket = place.startsWith('/');
    const ip = isSocket ? undefined : place;
    const port = Number(fields.get('port') ?? Number.NaN);
    const total = Number(fields.get('delay') ?? Number.NaN);
    const fill = (event: Draft): void => {
      if (event.recipientDomain === '' && domain !== undefined) event.recipientDomain = domain;
      event.relay = {
        ...(host === undefined || host === '' ? {} : { host }),
        ...(ip === undefined || ip === '' ? {} : { ip }),
        ...(port > 0 && !isSocket ? { port } : {}),
      };
      const hop = hopTo(ip, port);
      event.hop = isSocket || (hop === 'relay' && fields.get('mode') === 'LMTP') ? 'local' : hop;
      event.tls = fields.get('tls') === 'Y' ? (secured.get(delivery) ?? {}) : false;
      if (total >= 0) event.delay = { total };
      addReply(event, fields.get('response') ?? '');
    };
    const known = recipients.of({ transaction: mail.id, delivery, domain, count: taken });
    const unnamed = Array.from<undefined>({ length: Math.min(taken, MOST_UNNAMED) });
    recipients.over(delivery);
    for (const recipient of known ?? unnamed) {
      if (recipient !== undefined) recipients.done(mail.id, recipient);
      emit(mail, 'delivered', recipient, fill);
    }
  }

  function failed(mail: OpenMail, delivery: string, said: string, kind: 'deferred' | 'bounced'): void {
    const tooMany = TOO_MANY.exec(said)?.[1];
    const text = (tooMany ?? said).replace(UPSTREAM, '');
    const known = recipients.of({ transaction: mail.id, delivery }) ?? [undefined];
    for (const recipient of known) {
      if (recipient !== undefined && kind === 'bounced') recipients.done(mail.id, recipient);
      emit(mail, tooMany === undefined ? kind : 'expired', recipient, (event) => addReply(event, text));
    }
  }

  function gaveUp(mail: OpenMail, delivery: string, putOff: readonly string[]): void {
    recipients.over(delivery);
    for (const recipient of putOff) {
      recipients.done(mail.id, recipient);
      const event = newEvent('expired');
      addRecipient(event, recipient);
      givenUp(mail, event);
      hand(mail, event);
    }
  }

  function emit(mail: OpenMail, kind: MailEvent['kind'], recipient: string | undefined, fill: (event: Draft) => void) {
    const event = newEvent(kind);
    if (recipient !== undefined) addRecipient(event, recipient);
    fill(event);
    if (recipient !== undefined) tried(mail, event);
    hand(mail, event);
  }
}

/** Connections remembered. Stops a log of invented ids. */
const MOST_SECURED = 10_000;
/** Recipients of one delivery who are not named. Stops a line that claims a billion. */
const MOST_UNNAMED = 1000;
