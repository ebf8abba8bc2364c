import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['yahoo-mail'],
  rules: [
    [/\[BL\d+\]|because the ip is in Spamhaus's list|IP addresses on Spamhaus/i, 'ip-blocked'],
    // 553, and 421 that says itself that trying again will not help: a refusal. The other deferrals are about rate and complaints.
    [/will be permanently deferred|^55\d.{0,20}\[TSS?\d+\]/i, 'ip-blocked'],
    [/\[(?:TSS?\d+|IPTS\d+|GL01)\]/, 'rate-limited'],
    [
      /Messages? (?:from \S+ )?temporarily deferred(?! due to unresolv)|temporarily deferred due to (?:user complaints|unexpected volume)/i,
      'rate-limited',
    ],
    [/\[PH01\]/, 'spam-content'],
    // AOL's, until 2018 and in old logs.
    [/\bRTR:RD\b|\bRP:RDN\b|\bDNS:NR\b/, 'ptr'],
    [/\bRTR:(?:BB|BL|DU|SC)\b|\bRLY:(?:B2|BL|IR)\b|\bCON:B1\b/, 'ip-blocked'],
    [/\bRTR:CH\b|\bHVU:B[3-9]\b|\bRLY:(?:BD|CH)/, 'spam-content'],
    [/\bHVU:(?:B1|B2)\b|errors\/554hvu/, 'link-blocked'],
    [/\bRLY:B1\b|\bDYN:T\d\b|errors\/421dyn/, 'rate-limited'],
    [/\bRLY:SN\b/, 'sender-rejected'],
    [/unresolvable RFC\.?5321/i, 'sender-rejected'],
    // Their page on it: SPF, DKIM or DMARC did not pass.
    [/yahoo requires all senders to authenticate|5\.7\.9 Message not accepted for policy reasons/i, 'auth-failed'],
    [/This user doesn't have a \S+ account|mailbox not found/i, 'user-unknown'],
    [/is no longer valid|This mailbox is disabled|account has been disabled or discontinued/i, 'mailbox-disabled'],
    [/User is receiving mail too quickly/i, 'rate-limited'],
    [/Max message per connection reached/i, 'rate-limited'],
    [/Headers are not RFC compliant/i, 'malformed'],
    [/temporary domain failure/i, 'system-error'],
  ],
  own: [
    [/Message not (?:allowed|accepted)|Email not accepted for policy reasons/i, 'policy'],
    [/5\.7\.9/, 'auth-failed'],
    [/delivery error: dd Requested mail action aborted/i, 'user-unknown'],
    [/Resources (?:temporarily )?(?:not available|restricted|unavailable)/i, 'rate-limited'],
  ],
  sources: [
    { url: 'https://senders.yahooinc.com/smtp-error-codes/', checked: '2026-11' },
    { url: 'https://help.yahoo.com/kb/SLN7253.html', checked: '2026-11' },
    { url: 'https://smtpfieldmanual.com/provider/yahoo', checked: '2026-11' },
  ],
});
