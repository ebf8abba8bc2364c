import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['mimecast'],
  rules: [
    [/(?:SPF|DKIM) Sender Invalid/i, 'auth-failed'],
    [/DMARC Sender Invalid/i, 'dmarc-policy'],
    [/Internal resources? (?:are |is )?temporarily unavailable/i, 'greylisted'],
    [/Local CT IP Reputation/i, 'ip-reputation'],
    [/IP Temporarily Blacklisted/i, 'ip-blocked'],
    [/Recipient Temporarily Unavailable|Account Service is temporarily unavailable/i, 'rate-limited'],
    [/Anti-?Spoofing policy|rejecting spoofed/i, 'policy'],
    [/Content Examination Policy/i, 'policy'],
    [/Host network not allowed/i, 'policy'],
    [
      /Administrative prohibition .{0,4}envelope|Envelope (?:blocked|rejected)|manually Blocked Senders|header-based Blocked|header based Blocked/i,
      'sender-rejected',
    ],
    [/Email rejected due to security policies/i, 'spam-content'],
    [/Open relay not allowed/i, 'relaying-denied'],
    [/Maximum email size exceeded/i, 'message-too-large'],
    [/This route requires (?:encryption|TLS|high-strength)|configuration is invalid for this certificate/i, 'tls'],
    [/Account (?:inbounds|outbounds) disabled/i, 'policy'],
    [/Unable to process (?:connection|command|an email) (?:at this time)?|Message ended early/i, 'system-error'],
    [/exceeding outbound thread limit/i, 'rate-limited'],
    [/Submitter failed to authenticate|Incorrect authentication data/i, 'relaying-denied'],
    [/Journal message past expiration/i, 'policy'],
    [/mimecast.{0,60}#451.{0,30}Invalid Recipient/i, 'user-unknown'],
  ],
  sources: [
    {
      url: 'https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes',
      checked: '2026-11',
    },
    { url: 'https://smtpfieldmanual.com/spam-filter/mimecast', checked: '2026-11' },
  ],
});
