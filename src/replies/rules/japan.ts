import { defineRules } from '../rule.ts';

/** docomo, au, SoftBank, Yahoo! JAPAN: they refuse an unknown address and a filtered one with the same words. */
export default defineRules({
  kind: 'provider',
  providers: ['docomo-mail', 'kddi-mail', 'softbank-mail', 'yahoo-japan-mail'],
  rules: [
    [/VS98-IP\d+/, 'ip-reputation'],
    [/Recipient address is not (?:allowed|accepted).{0,30}(?:docomo|au\.com|ezweb)/i, 'policy'],
    [/5\.2\.0 Message Filtered/i, 'policy'],
    [/\bUnknown user <address>|Invalid recipient: <address>/i, 'user-unknown'],
    [/Message Submission .{0,30}(?:limit|exceed)/i, 'rate-limited'],
    [/too much mail data/i, 'mailbox-full'],
  ],
  own: [
    // SoftBank, of a sender's domain that is not in DNS.
    [/^553 <host> does not exist/i, 'sender-rejected'],
    [/Message Filtered/i, 'policy'],
    [/Host does not accept mail|may not be mail exchanger/i, 'policy'],
    [/421 .{0,40}(?:too many|Service not available)/i, 'rate-limited'],
  ],
  sources: [{ url: 'https://libsisimai.org/en/rhost/', checked: '2026-11' }],
});
