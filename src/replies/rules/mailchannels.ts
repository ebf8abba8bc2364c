import { defineRules } from '../rule.ts';

/** MailChannels, in front of hosting companies on either side: a tag in brackets tells the reason. */
export default defineRules({
  kind: 'provider',
  rules: [
    [/\[(?:SS|CS|CSR)\] (?:.{0,120}\bmailchannels\b|Message blocked)/i, 'spam-content'],
    [/\[RBL\] .{0,160}\bmailchannels\b/i, 'ip-blocked'],
    [/\[IB_FEB\]/, 'malware'],
    [/\[S09\] Try again later/i, 'greylisted'],
    [/\[S10\] Blocked/i, 'ip-blocked'],
    [/Recipient policy mismatch/i, 'policy'],
  ],
  sources: [
    { url: 'https://docs.mailchannels.com/outbound/smtp-errors', checked: '2026-11' },
    { url: 'https://docs.mailchannels.com/inbound/smtp-errors', checked: '2026-11' },
  ],
});
