import { ownCopy } from '../../core/own-copy.ts';
import type { MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import { addRecipient, addReply, hopTo } from '../mta/said.ts';
import { type ZoneMtaLine, zoneMtaLine } from './line.ts';

const PROGRAM = /^(?:zone-?mta|node)\b/i;

/** Each recipient is a delivery of its own, and its lines say all there is to know of it. */
export function zoneMtaReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, reader } = mailLog('zone-mta', PROGRAM, sink);

  return reader(() => {
    const told = zoneMtaLine(line.text);
    if (told === undefined) return 'known';
    const mail = mails.ensure(told.id, line.host, line.time);
    learn(mail, told);
    tell(mail, told);
    mails.seen(mail, line.time);
    return 'event';
  });

  function learn(mail: OpenMail, { envelopeFrom, messageId, zone }: ZoneMtaLine): void {
    // Each recipient may have one of his own (VERP).
    mail.envelopeFrom = ownCopy(envelopeFrom);
    if (messageId !== undefined && mail.ids.message === undefined)
      mail.ids = { ...mail.ids, message: ownCopy(messageId) };
    if (zone !== undefined && zone !== 'default' && mail.tags['ip-pool'] === undefined)
      mail.tags = { ...mail.tags, 'ip-pool': ownCopy(zone) };
  }

  function tell(mail: OpenMail, told: ZoneMtaLine): void {
    const event = newEvent(kindOf(told, mail.waiting.has(told.recipient)));
    addRecipient(event, told.recipient);
    const { host, ip, source, category, said } = told;
    // Where nobody was reached, it is the recipient's domain that stands there.
    if (ip !== undefined || event.kind === 'delivered') {
      event.relay = { host, ...(ip === undefined ? {} : { ip }) };
      event.hop = hopTo(ip);
    }
    if (source !== undefined) event.sourceIp = source;
    if (category !== undefined) event.espClass = category;
    addReply(event, said);
    tried(mail, event);
    hand(mail, event);
  }
}

/** A refusal that is temporary, of somebody who has waited, is the end of the waiting. */
function kindOf({ status, said }: ZoneMtaLine, hasWaited: boolean): MailEvent['kind'] {
  if (status === 'ACCEPTED') return 'delivered';
  if (status === 'DEFERRED') return 'deferred';
  return hasWaited && !/^5\d\d\b/.test(said) ? 'expired' : 'bounced';
}
