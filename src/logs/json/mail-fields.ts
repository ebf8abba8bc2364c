import type { Draft } from '../event.ts';
import { addressOf, countOf, ipOf, textOf } from './fields.ts';

/** What a service says of the mail itself, as it stands there; absent where it says nothing. */
export interface MailFields {
  readonly from?: unknown;
  readonly envelopeFrom?: unknown;
  readonly size?: unknown;
  readonly sourceIp?: unknown;
  readonly mailboxProvider?: unknown;
}

export function addMail(event: Draft, fields: MailFields): void {
  const from = addressOf(fields.from);
  if (from !== undefined) event.from = from;
  const envelopeFrom = addressOf(fields.envelopeFrom);
  if (envelopeFrom !== undefined) event.envelopeFrom = envelopeFrom;
  const size = countOf(fields.size);
  if (size !== undefined) event.size = size;
  const sourceIp = ipOf(fields.sourceIp);
  if (sourceIp !== undefined) event.sourceIp = sourceIp;
  const mailboxProvider = textOf(fields.mailboxProvider);
  if (mailboxProvider !== undefined) event.mailboxProvider = mailboxProvider;
}
