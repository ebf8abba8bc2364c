import { addressDomain } from '../../protocols/address-parts.ts';
import { newDraft } from '../draft.ts';
import type { Draft, EventKind } from '../event.ts';
import type { Assumptions } from '../format.ts';
import { headerOf, type MailContents } from './contents.ts';
import { type MailTime, mailTime } from './date.ts';

/** An event that a mail tells. */
export function mailEvent(kind: EventKind, source: string, recipient: string | undefined, time: MailTime): Draft {
  const event = newDraft(source, kind, time.seconds, time.zoned ? undefined : 'zone');
  event.recipient = recipient;
  event.recipientDomain = addressDomain(recipient ?? '');
  return event;
}

/**
 * When it happened: the first of these dates that can be read, then the mail's own, then when it came in. A mail
 * without any was written before the file was.
 */
export function timeOf(
  mail: MailContents,
  { latest, zone }: Assumptions,
  ...written: readonly (string | undefined)[]
): MailTime {
  // What stands behind the last semicolon of Received is when (RFC 5321 §4.4).
  const received = headerOf(mail, 'received')?.split(';').at(-1);
  for (const text of [...written, headerOf(mail, 'date'), received]) {
    const time = text === undefined ? undefined : mailTime(text, zone);
    if (time !== undefined) return time.zoned || zone === undefined ? time : { ...time, zoned: true };
  }
  return { seconds: latest, zoned: false };
}
