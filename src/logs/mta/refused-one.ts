/**
 * Whom a reply may be about. Who hands a message over for all its recipients at once fails for all of them when one is refused;
 * where the reply names one, it says nothing of the others.
 */
export function whomItIsAbout(reply: string, recipients: readonly string[]): ReadonlySet<string> {
  const text = reply.toLowerCase();
  const named = recipients.filter((recipient) => recipient !== '' && text.includes(recipient.toLowerCase()));
  return new Set(named.length === 0 ? recipients : named);
}
