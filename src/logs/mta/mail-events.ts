import { newDraft } from '../draft.ts';
import type { Draft, MailEvent } from '../event.ts';
import type { EventSink } from '../format.ts';
import type { TextLine } from '../syslog/text-line.ts';
import type { OpenMail } from './open-mails.ts';
import { addRecipient } from './said.ts';

/** Makes the events of a log of text lines, and hands them on with all that is known of their message. */
export interface MailEvents {
  /** Of the line that is being read. */
  newEvent(kind: MailEvent['kind']): Draft;
  hand(mail: OpenMail, event: Draft): void;
  /** Tells that a recipient was taken in when his message came, which his first line shows; nothing where that is not told. */
  handTakenIn(mail: OpenMail, recipient: string): void;
}

export function mailEvents(source: string, line: TextLine, sink: EventSink): MailEvents {
  const newEvent: MailEvents['newEvent'] = (kind) => newDraft(source, kind, line.time, line.assumed);
  const hand: MailEvents['hand'] = ({ ids, envelopeFrom, size, tags }, event) => {
    event.ids = ids;
    if (envelopeFrom !== undefined) event.envelopeFrom = envelopeFrom;
    if (size !== undefined) event.size = size;
    event.tags = tags;
    sink.event(event);
  };
  return {
    newEvent,
    hand,
    handTakenIn(mail, recipient) {
      if (mail.arrivedAt === undefined) return;
      const event = newEvent('accepted');
      event.time = mail.arrivedAt;
      addRecipient(event, recipient);
      hand(mail, event);
    },
  };
}
