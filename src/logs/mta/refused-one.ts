import type { Draft } from '../event.ts';
import { addReply } from './said.ts';

/**
 * Writes a reply down where it may be about this recipient. Who hands a message over for all its recipients at once fails for
 * all of them when one is refused; where the reply names one, it says nothing of the others.
 */
export function addReplyAbout(event: Draft, reply: string, recipients: readonly string[]): void {
  const text = reply.toLowerCase();
  const named = recipients.filter((recipient) => recipient !== '' && text.includes(recipient.toLowerCase()));
  if (named.length === 0 || named.includes(event.recipient ?? '')) addReply(event, reply);
}
