import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['comcast'],
  rules: [
    [/\bBL0[01]{5}\b|\bBL00\d{1,2}\b/, 'ip-blocked'],
    [/\bES0000[01]\d\b/, 'ip-blocked'],
    [/\bRL0000\d\d\b|\bRL00\d\b/, 'rate-limited', 'block'],
    [/\bDM0000\d\d\b|Message rejected due to DMARC/, 'dmarc-policy'],
    [/\bPX0000\d\d\b/, 'ip-blocked'],
    [/Not our Customer|recipient mailbox unallocated/i, 'user-unknown'],
    [/Account Closed, Please Remove/i, 'mailbox-disabled'],
    [/extended quota violation/i, 'mailbox-full'],
    [/Recipient temporarily unavailable/i, 'system-error'],
    [/Reverse DNS failure/i, 'ptr'],
    [/Too many sessions opened/i, 'rate-limited'],
    [/invalid sender domain.{0,60}comcast/i, 'sender-rejected'],
    [/Try again later - .{0,20}(?:SPF|DMARC)/i, 'auth-failed'],
  ],
  sources: [
    { url: 'http://postmaster.comcast.net/mail-error-codes.html', checked: '2026-11' },
    { url: 'https://www.xfinity.com/support/articles/email-errors', checked: '2026-11' },
  ],
});
