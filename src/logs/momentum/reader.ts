import { ownCopy } from '../../core/own-copy.ts';
import { textOf } from '../block.ts';
import type { Draft, MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { openMails, type OpenMail } from '../mta/open-mails.ts';
import { tried } from '../mta/attempts.ts';
import { addRecipient, addReply, hopTo } from '../mta/said.ts';
import { newTextLine } from '../syslog/text-line.ts';
import { type MomentumRecord, momentumRecord } from './record.ts';

/** Messages whose recipient is remembered: each has one. Stops a log of receptions alone; the oldest are let go. */
const MOST_REMEMBERED = 500_000;
/** RFC 3463 §3.5: delivery time expired. Momentum says so itself: `554 5.4.7 [internal] exceeded max time without delivery`. */
const EXPIRED = /^5\d\d[ -]5\.4\.7\b/;

/** Each message has one recipient, whom only the line of its reception names. */
export function momentumReader(sink: EventSink): LineReader {
  const line = newTextLine();
  const mails = openMails();
  const { newEvent, hand } = mailEvents('momentum', line, sink);
  const recipients = new Map<string, string>();

  return {
    begin: () => undefined,
    line(block, start, end) {
      const text = textOf(block, start, end);
      if (text.trim() === '') return 'known';
      const record = momentumRecord(text);
      if (record === undefined) return 'unknown';
      line.time = record.time;
      if (record.kind === 'M') return 'known';
      const mail = mails.ensure(record.id, undefined, record.time);
      if (record.kind === 'R') received(mail, record);
      else attempted(mail, record);
      mails.seen(mail, record.time);
      return 'event';
    },
    end: () => undefined,
    open: () => mails.size(),
  };

  function received(mail: OpenMail, { id, time, fields }: MomentumRecord): void {
    const [to = '', toDomain = '', from = '', fromDomain = '', , size = '', protocol, group = '', binding = ''] =
      fields;
    const recipient = `${to}@${toDomain}`;
    if (recipients.size >= MOST_REMEMBERED)
      for (const oldest of recipients.keys()) {
        recipients.delete(oldest);
        break;
      }
    recipients.set(ownCopy(id), ownCopy(recipient));
    mail.arrivedAt = time;
    mail.envelopeFrom = from === '' && fromDomain === '' ? '' : ownCopy(`${from}@${fromDomain}`);
    if (Number(size) > 0) mail.size = Number(size);
    mail.tags = {
      ...tagsOf(group, binding),
      ...(protocol === 'internal' ? { notification: 'bounce' } : {}),
    };
    const event = newEvent('accepted');
    addRecipient(event, recipient);
    hand(mail, event);
  }

  function attempted(mail: OpenMail, { id, kind, fields }: MomentumRecord): void {
    const [domain = '', , group = '', binding = ''] = fields;
    const [retries = '', delay = '', ip = '', said = ''] = fields.slice(kind === 'T' || kind === 'P' ? 5 : 4);
    const event = newEvent(kindOf(kind, said));
    const recipient = recipients.get(id);
    if (recipient === undefined) event.recipientDomain = domain.toLowerCase();
    else addRecipient(event, recipient);
    if (mail.arrivedAt === undefined) mail.tags = tagsOf(group, binding);
    if (ip !== '') {
      event.relay = { ip };
      event.hop = kind === 'X' ? 'relay' : hopTo(ip);
    }
    if (delay !== '' && Number(delay) >= 0) event.delay = { total: Number(delay) };
    addReply(event, said);
    tried(mail, event);
    // It counts for itself, and knows of what was before the log.
    if (/^\d{1,9}$/.test(retries)) event.attempt = Number(retries) + 1;
    hand(mail, event);
    if (event.kind !== 'deferred') recipients.delete(id);
  }
}

function kindOf(kind: MomentumRecord['kind'], said: string): MailEvent['kind'] {
  if (kind === 'T') return 'deferred';
  if (kind !== 'P') return 'delivered';
  return EXPIRED.test(said) ? 'expired' : 'bounced';
}

/** `default` is what those have who told Momentum nothing of their own. */
const tagsOf = (group: string, binding: string): Draft['tags'] => ({
  ...(group === '' || group === 'default' ? {} : { 'ip-pool': ownCopy(group) }),
  ...(binding === '' || binding === 'default' ? {} : { vmta: ownCopy(binding) }),
});
