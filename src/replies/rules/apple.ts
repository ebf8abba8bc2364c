import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['icloud-mail'],
  rules: [
    [/\[HME1\]|failing both SPF and DKIM/i, 'auth-failed'],
    [/rejected due to \S+ DMARC policy|’s DMARC policy|'s DMARC policy/i, 'dmarc-policy'],
    [/\[CS01\]|\[CS02\]/, 'policy'],
    [/\[HCM1\]|\[BS02\] |\[BS01\]/, 'ip-reputation'],
    [/domain present in the Spamhaus DBL/i, 'domain-blocked'],
    [/rejected due to listing in Spamhaus/i, 'ip-blocked'],
    [/deferred due to excessive volume/i, 'rate-limited'],
    [/inactive email address/i, 'mailbox-disabled'],
    [/unknown or illegal alias|recipient no longer on server/i, 'user-unknown'],
    [/user is over ?quota/i, 'mailbox-full'],
    [/message content rejected due to spam/i, 'spam-content'],
  ],
  own: [
    [/not accepting connections/i, 'ip-blocked'],
    [/too many errors/i, 'rate-limited'],
    [/try again later/i, 'rate-limited'],
  ],
  sources: [
    { url: 'https://support.apple.com/102322', checked: '2026-11' },
    { url: 'https://smtpfieldmanual.com/provider/apple', checked: '2026-11' },
  ],
});
