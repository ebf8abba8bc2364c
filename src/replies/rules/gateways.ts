import { defineRules } from '../rule.ts';

/** Filters in front of companies: Proofpoint, Barracuda, Cisco, Symantec (MessageLabs), Trend Micro, Sophos, Fortinet … */
export default defineRules({
  kind: 'provider',
  providers: [
    'proofpoint',
    'proofpoint-essentials',
    'barracuda',
    'cisco-secure-email',
    'messagelabs',
    'hornetsecurity',
    'sophos-email',
    'trend-micro-email-security',
  ],
  rules: [
    // Proofpoint
    [/(?:support|ipcheck)\.proofpoint|Blocked - see https?:\/\/\S*proofpoint/i, 'ip-blocked'],
    [/User email address is marked as invalid/i, 'user-unknown'],
    [/This is not a valid email address/i, 'user-unknown'],
    [/Sender\/IP blocked|pphosted.{0,40}blocked/i, 'ip-blocked'],
    // Cloudmark
    [/CMAE|Cloudmark.{0,30}(?:Authority|content|spam)/i, 'spam-content'],
    // amavis, of an attachment it takes no risk with
    [/Message content rejected.{0,60}\bBANNED\b/i, 'malware'],
    // Barracuda
    [/barracudacentral|BarracudaNetworks\.com\/reputation|barracuda reputation/i, 'ip-blocked'],
    [
      /rejected due to spam URL in content|\b(?:URL|link)s? reputation|reputation of (?:\w+ ){0,2}(?:URL|link)s?\b/i,
      'link-blocked',
    ],
    [/rejecting banned content/i, 'spam-content'],
    [/Policy Rejection- (?:Quota Exceeded|.{0,20}\brate\b)/i, 'rate-limited'],
    [/Policy Rejection- .{0,20}\bip has been black-?listed/i, 'ip-blocked'],
    [/Policy Rejection- (?:Abuse|.{0,40})/i, 'policy'],
    [/rejecting spoofed message/i, 'auth-failed'],
    [/permanent failure for one or more recipients .{0,40}:blocked/i, 'ip-blocked'],
    [/License Expired/i, 'system-error'],
    // Cisco
    [/poor domain reputation\b/i, 'domain-reputation'],
    [
      /^(?!.*\bdomain\b.{0,50}\breputation)(?:.*sending MTA['’]s poor reputation|.*senderbase\.org|.*talosintelligence)/i,
      'ip-reputation',
    ],
    [/poor reputation of a domain used in message transfer/i, 'domain-reputation'],
    [/5\.1\.0 (?:Address|Mailbox) rejected/i, 'user-unknown'],
    [
      /too many recipients received (?:this hour|from the sender)|too many messages received|^4\d\d.{0,20}too many messages/i,
      'rate-limited',
    ],
    // MessageLabs, now Symantec Email Security.cloud
    [/Connection rejected by policy \[|\[7\.7\]/i, 'ip-reputation'],
    [
      /mail rejected because your IP is in the PBL|your IP address (?:<ip> |\(.{0,20}\) )?has been (?:blocked|blacklisted)/i,
      'ip-blocked',
    ],
    [/your domain has been (?:blocked|blacklisted)/i, 'domain-blocked'],
    [/your email address (?:\S+ )?has been (?:blocked|blacklisted)|badmailfrom/i, 'sender-rejected'],
    [/Message filtered\. Refer to the Troubleshooting/i, 'spam-content'],
    [/you are trying to use me .{0,60}as a relay/i, 'relaying-denied'],
    [
      /SPF \(Sender Policy Framework\) domain authentication fail|SPF domain authentication fail|DKIM domain authentication fail/i,
      'auth-failed',
    ],
    [/DMARC domain authentication fail/i, 'dmarc-policy'],
    [/Stray linefeeds/i, 'malformed'],
    [/TLS\/SSLv?3? Connection required/i, 'tls'],
    [/Recipient mailbox is not allowed/i, 'user-unknown'],
    // Trend Micro
    [/Recipient address rejected: (?:BLOCK-SEND-ER|BLOCK-RCPT)/, 'sender-rejected'],
    [/Recipient address rejected: Invalid-Recipient/, 'user-unknown'],
    [/Recipient address rejected: NO-DOMAIN/, 'relaying-denied'],
    [/Trend ?Micro.{0,40}RBL|mail-abuse\.com.{0,40}RBL|\brbl-plus\.mail-abuse/i, 'ip-blocked'],
    [/blocked by Trend Micro Email Reputation/i, 'ip-blocked'],
    [/deferred using Trend ?Micro|trendmicro.{0,40}(?:reputation|QIL)|mail-abuse\.com/i, 'ip-reputation'],
    // Postini
    [/^571 Message Refused\b/i, 'spam-content'],
    // Others
    [/greylisted for .{1,20} by ZEROSPAM/i, 'greylisted'],
    [/Not in recipient list/i, 'user-unknown'],
    [/requires an upgrade to Enhanced Protection/i, 'mailbox-disabled'],
    [/FakeMail User/i, 'ip-blocked'],
    [/(?:spamexperts|antispamcloud).{0,60}(?:rejected|block)/i, 'spam-content'],
    [/hornetsecurity.{0,60}(?:spam|block)|Message content rejected, UBE/i, 'spam-content'],
    [/Forti(?:Guard|Spamshield).{0,40}URL/i, 'link-blocked'],
    [/FortiGuard.{0,40}(?:spam|IP)|fortiguard\.com/i, 'ip-blocked'],
  ],
  sources: [
    { url: 'https://www.proofpoint.com/us/postmaster', checked: '2026-11' },
    { url: 'https://knowledge.broadcom.com/external/article/169652', checked: '2026-11' },
    { url: 'https://smtpfieldmanual.com/spam-filter/barracuda', checked: '2026-11' },
  ],
});
