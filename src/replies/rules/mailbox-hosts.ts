import { defineRules } from '../rule.ts';

/** Zoho, Fastmail, Rackspace, OVH, Infomaniak, ImprovMX, Titan, Migadu … */
export default defineRules({
  kind: 'provider',
  providers: ['zoho-mail', 'fastmail', 'rackspace-email', 'ovh-mail', 'improvmx', 'infomaniak'],
  rules: [
    [/detected by Zoho Mail/i, 'malware'],
    [/Reason: Email flagged as Spam/i, 'spam-content'],
    [/Mailbox delivery failure policy error/i, 'user-unknown'],
    [/Mailbox delivery restricted by policy|MailPolicy violation|Email policy violation detected/i, 'policy'],
    [/541 5\.4\.1 Mail rejected by destination domain/i, 'policy'],
    [/Please try again later\. \(#<id>\)/i, 'greylisted'],
    [/Blacklisted by .{0,20}emailsrvr|rackspace.{0,40}(?:block|blacklist)/i, 'ip-blocked'],
    [/spam\.ovh|ovh\.net.{0,40}(?:spam|block)/i, 'spam-content'],
  ],
  own: [[/Relaying disallowed/i, 'relaying-denied']],
  sources: [{ url: 'https://smtpfieldmanual.com/provider/zoho', checked: '2026-11' }],
});
