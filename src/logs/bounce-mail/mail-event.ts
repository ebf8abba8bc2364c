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
export const timeOf = (
  mail: MailContents,
  assumptions: Assumptions,
  ...written: readonly (string | undefined)[]
): MailTime => firstTime([...written, ...ownDates(mail)], assumptions) ?? unknownTime(assumptions);

/** What a mail that says nowhere when it was written is dated by. */
export const unknownTime = ({ latest }: Assumptions): MailTime => ({ seconds: latest, zoned: false });

/** When a mail was written, then when it came in: what stands behind the last semicolon of Received (RFC 5321 §4.4). */
export const ownDates = (mail: MailContents): readonly (string | undefined)[] => [
  headerOf(mail, 'date'),
  headerOf(mail, 'received')?.split(';').at(-1),
];

/** The first of these dates that can be read. */
export function firstTime(dates: readonly (string | undefined)[], { zone }: Assumptions): MailTime | undefined {
  for (const text of dates) {
    const time = text === undefined ? undefined : mailTime(text, zone);
    if (time !== undefined) return time.zoned || zone === undefined ? time : { ...time, zoned: true };
  }
  return undefined;
}
