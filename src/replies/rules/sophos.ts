import { defineRules } from '../rule.ts';

/** Sophos Email: `XGEMAIL_0011`. */
export default defineRules({
  kind: 'provider',
  providers: ['sophos-email'],
  rules: [
    [/XGEMAIL_000[12]\b/, 'auth-failed'],
    [/XGEMAIL_0003\b/, 'dmarc-policy'],
    [/XGEMAIL_0004\b/, 'ip-blocked'],
    [/XGEMAIL_0005\b/, 'domain-blocked'],
    [/XGEMAIL_0006\b/, 'tls'],
    [/XGEMAIL_0007\b/, 'system-error'],
    [/XGEMAIL_000[89]\b/, 'sender-rejected'],
    [/XGEMAIL_0010\b/, 'relaying-denied'],
    [/XGEMAIL_0011\b/, 'user-unknown'],
    [/XGEMAIL_0012\b/, 'message-too-large'],
    [/XGEMAIL_0013\b/, 'too-many-recipients'],
    [/XGEMAIL_001[45]\b/, 'rate-limited'],
  ],
  sources: [
    {
      url: 'https://docs.sophos.com/central/customer/help/en-us/ManageYourProducts/EmailSecurity/SMTPErrorCodes/index.html',
      checked: '2026-11',
    },
  ],
});
