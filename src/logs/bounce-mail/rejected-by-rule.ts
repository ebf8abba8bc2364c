import { headerOf, type MailContents } from './contents.ts';

const DISPOSITION = /^message\/(?:global-)?disposition-notification$/;

/**
 * Whether a notice about a mail's fate (RFC 8098) is in truth a refusal: the recipient's own Sieve script, or a full mailbox,
 * turned it away after it was taken in (RFC 5429 §2.1.1; Dovecot's delivery agent).
 */
export function rejectedByRule(mail: MailContents): boolean {
  const fields = mail.parts.find(({ type }) => DISPOSITION.test(type))?.text ?? '';
  if (!/^Disposition:[ \t]*automatic-action[^;\n]*;[ \t]*(?:deleted|denied|failed)/im.test(fields)) return false;
  return (
    /rejected/i.test(headerOf(mail, 'auto-submitted') ?? '') ||
    /\brejected\b|\brefused\b/i.test(headerOf(mail, 'subject') ?? '')
  );
}
