import { defineRules } from '../rule.ts';

/**
 * Postmark's descriptions of its bounce types, which stand where a reply would: they name examples of what a type may be,
 * and whom it blames is in no other word of theirs.
 */
export default defineRules({
  kind: 'provider',
  rules: [
    [/either blocked by the user, or classified as spam, bulk mail/i, 'spam-content'],
    [/could not temporarily deliver your message \(ex: Message is delayed due to network/i, 'connection'],
    [/bounce is a challenge asking for verification/i, 'challenge'],
    [/^The e-?mail was manually deactivated|^Registration not confirmed\b/i, 'suppressed'],
  ],
  sources: [{ url: 'https://postmarkapp.com/developer/api/bounce-api#bounce-types', checked: '2026-11' }],
});
