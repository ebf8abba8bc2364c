import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['gmail', 'google-workspace'],
  rules: [
    [/answer\/69585\b/, 'spam-content'],
    [/p=NoSuchUser|account that you tried to reach does not exist/i, 'user-unknown'],
    [/p=DisabledUser|account that you tried to reach is (?:disabled|inactive)/i, 'mailbox-disabled'],
    [/p=OverQuota|account that you tried to reach is over quota|inbox is out of storage space/i, 'mailbox-full'],
    [/p=TooManyRecipients/i, 'too-many-recipients'],
    // 450 4.2.1, 550 5.2.1: the account is there and gets too much mail.
    [/p=ReceivingRate|user you are trying to contact is receiving mail (?:too quickly|at a rate)/i, 'rate-limited'],
    [/Google's message header size|bytes per individual header size|header name limit of/i, 'malformed'],
    [
      /p=MaxSizeError|exceeded Google's message size limits|exceeds Google's (?:message size )?limit/i,
      'message-too-large',
    ],
    [/(?:not accepted due to|violates the).{0,60}domain's DMARC|p=DmarcRejection/i, 'dmarc-policy'],
    [
      /does not have a PTR record|doesn't have a PTR record|PTR record setup|does not match the IP address of the hostname/i,
      'ptr',
    ],
    [/not meet (?:basic )?IPv6 sending guidelines/i, 'ptr'],
    [/SPF record (?:of the sending domain has one or more suspicious|with a hard fail)/i, 'auth-failed'],
    [
      /authenticate (?:with|their email with) (?:either )?(?:SPF|DKIM)|aligned with either the authenticated SPF or DKIM/i,
      'auth-failed',
    ],
    [/does not have authentication information|fails to pass (?:authentication|SPF) checks/i, 'auth-failed'],
    [/Unauthenticated email (?:from \S+ )?is not accepted/i, 'auth-failed'],
    [
      /sender is unauthenticated|p=IPv6AuthError|SPF authentication didn't pass|DKIM authentication didn't pass|DKIM does not pass/i,
      'auth-failed',
    ],
    [
      /require(?:s)? all bulk email senders to use TLS|wasn't sent over a TLS connection|TLS required for RCPT domain/i,
      'tls',
    ],
    [/low reputation of the sending domain/i, 'domain-reputation'],
    [/low reputation of the sending IP/i, 'ip-reputation'],
    [/unusual rate of (?:unsolicited )?mail.{0,40}(?:DKIM domain|SPF domain|From domain)/i, 'rate-limited', 'block'],
    [/unusual rate of (?:unsolicited )?mail.{0,80}URL domain/i, 'link-blocked'],
    [
      /detected an unusual (?:rate|amount) of|unusual rate of (?:unsolicited )?mail|p=UnsolicitedRateLimitError/i,
      'rate-limited',
      'block',
    ],
    [/p=UnsolicitedIPError|IP you're using to send mail is not authorized/i, 'ip-blocked'],
    [/likely unsolicited mail|p=UnsolicitedMessageError/i, 'spam-content'],
    [/nature of the content (?:and\/or|or) the links/i, 'spam-content'],
    [/likely suspicious|message is suspicious/i, 'ip-reputation'],
    [/p=BlockedMessage|content presents a potential security issue|illegal attachment/i, 'malware'],
    [
      /p=RfcMessageNonCompliant|not RFC (?:<number>|\d+) compliant|missing a valid (?:address in the From|Message-ID)|multiple addresses in From/i,
      'malformed',
    ],
    [/exceeded its quota for sending messages with the same Message-ID/i, 'rate-limited'],
    [/recipient address .{0,40}is not a valid RFC/i, 'user-unknown'],
    [/sender address .{0,40}is not a valid RFC/i, 'sender-rejected'],
    [/is not a valid RFC[- ]5321/i, 'malformed'],
    [/(?:to \(or from\)|sending to) has a policy that prohibited/i, 'policy'],
    [/p=MailLoop|exceeded \S+ hops/i, 'loop'],
    [/Mail relay denied|Invalid credentials for relay/i, 'relaying-denied'],
    [/IP not in whitelist for RCPT domain/i, 'ip-blocked'],
    [/Mail Sending denied/i, 'sender-rejected'],
    [
      /Daily (?:user sending|sending quota|SMTP relay)|Peak SMTP relay limit|sending limit exceeded|p=DailyUserSending/i,
      'rate-limited',
    ],
    [
      /Domain policy size per transaction exceeded|Multiple destination domains per transaction/i,
      'too-many-recipients',
    ],
    [/Try again later, closing connection.*(?:gsmtp|Google)/i, 'rate-limited'],
    [/Mail server (?:has )?temporarily rejected|Temporary System Problem/i, 'system-error'],
    [/address you are trying to (?:reach|contact).{0,20}(?:group|list).{0,60}(?:permission|not exist)/i, 'policy'],
    [/group you tried to contact.{0,60}may not exist|do(?:es)? not have permission to post/i, 'policy'],
  ],
  own: [
    [/^4\d\d 4\.7\.0 Try again later|^421 4\.7\.0 Connection expired/i, 'rate-limited'],
    [/^\d+ 5\.7\.26|^\d+ 4\.7\.26/, 'auth-failed'],
  ],
  sources: [
    { url: 'https://support.google.com/a/answer/3726730', checked: '2026-11' },
    { url: 'https://support.google.com/a/answer/14289100', checked: '2026-11' },
  ],
});
