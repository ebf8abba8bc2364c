import { ownCopy } from '../../core/own-copy.ts';
import type { MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { makeRoom } from '../make-room.ts';
import { givenUp, tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import { addDelay, addRecipient } from '../mta/said.ts';
import { addAnswer } from './answer.ts';
import { type BarracudaLine, barracudaLine } from './line.ts';

const PROGRAM = /^(?:scan|inbound\/pass\d|(?:out|in)bound\/smtp)$/;
/** Allowed, tagged, whitelisted, encrypted, redirected, attachments stubbed: it is sent on. */
const LETS_THROUGH: ReadonlySet<number> = new Set([0, 4, 7, 8, 9, 10]);
/** Of a SEND line. */
const ACTIONS: readonly (MailEvent['kind'] | undefined)[] = [undefined, 'delivered', 'bounced', 'deferred', 'expired'];
/** Messages remembered, and recipients of one. Stops a log of invented ids, and a message to the whole world. */
const MOST = 50_000;
const MOST_RECIPIENTS = 1000;

export function barracudaReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, reader } = mailLog('barracuda-esg', PROGRAM, sink);
  const recipients = new Map<string, string[]>();

  return reader(() => {
    const told = barracudaLine(line.text);
    if (told?.kind === 'scan') return LETS_THROUGH.has(told.action) ? letThrough(told) : 'known';
    return told?.kind === 'send' ? sent(told) : 'known';
  });

  function letThrough({ id, from, to, size }: Extract<BarracudaLine, { kind: 'scan' }>): 'event' {
    const mail = mails.ensure(id, line.host, line.time);
    mail.arrivedAt ??= line.time;
    mail.envelopeFrom ??= ownCopy(from);
    mail.size ??= size;
    makeRoom(recipients, MOST, (oldest) => void recipients.delete(oldest));
    const known = recipients.get(mail.id) ?? [];
    recipients.set(mail.id, known);
    if (known.length < MOST_RECIPIENTS && !known.includes(to)) known.push(ownCopy(to));
    const event = newEvent('accepted');
    if (to !== '') addRecipient(event, to);
    hand(mail, event);
    mails.seen(mail, line.time);
    return 'event';
  }

  function sent(told: Extract<BarracudaLine, { kind: 'send' }>): 'event' | 'unknown' {
    const kind = ACTIONS[told.action];
    if (kind === undefined) return 'unknown';
    const mail = mails.ensure(told.id, line.host, line.time);
    for (const recipient of recipients.get(mail.id) ?? ['']) tell(mail, kind, recipient, told);
    if (kind !== 'deferred') recipients.delete(mail.id);
    mails.seen(mail, line.time);
    return 'event';
  }

  function tell(
    mail: OpenMail,
    kind: MailEvent['kind'],
    recipient: string,
    { said, peer, isEncrypted }: Extract<BarracudaLine, { kind: 'send' }>,
  ): void {
    const event = newEvent(kind);
    if (recipient !== '') addRecipient(event, recipient);
    if (kind === 'expired') givenUp(mail, event);
    if (said !== '' || kind !== 'expired') addAnswer(event, said, peer);
    if (isEncrypted && kind !== 'expired') event.tls = {};
    addDelay(event, mail);
    if (kind !== 'expired') tried(mail, event);
    hand(mail, event);
  }
}
