import { readMail } from '../../src/delivery/reading/mail-formats.ts';
import { contentsOf } from '../../src/logs/bounce-mail/contents.ts';
import type { MailEvent } from '../../src/logs/event.ts';
import { logFormats } from '../../src/logs/formats/all.ts';
import { classify } from '../../src/replies/classify.ts';

const mails = logFormats.filter((format) => format.shape === 'mail');

/** What a mail tells by itself. */
export function eventsOfMail(mail: string | Uint8Array): MailEvent[] {
  const events: MailEvent[] = [];
  const sink = { event: (event: MailEvent) => void events.push(event), unread: () => undefined };
  readMail(contentsOf(Buffer.from(mail)), { mails, records: [] }, { sink, assumptions: { latest: 1_800_000_000 } });
  return events;
}

/** Kind, recipient and class of each of its events. */
export const outcomesOfMail = (mail: string | Uint8Array): unknown[] =>
  eventsOfMail(mail).map((event) => [event.kind, event.recipient, classify(event).class]);
