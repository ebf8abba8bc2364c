import { defineRules } from '../rule.ts';

/** outlook.com, hotmail.com, live.com and msn.com. */
export default defineRules({
  kind: 'provider',
  providers: ['outlook-com'],
  rules: [
    // Before the sentence, and the number (S3115), that these share with the block list.
    [/\bRP-00[13]\b/, 'rate-limited', 'block'],
    [/\bRP-002\b/, 'rate-limited'],
    [/exceeded the maximum number of connections|number of messages per connection/i, 'rate-limited'],
    [/\(S3140\)|\(S3150\)|\(S3114\)|network is on our block list|messages from .{1,40} weren't sent/i, 'ip-blocked'],
    [/\(S3115\)|\(S3113\)/, 'ip-blocked'],
    [/\(S8002\)|MailFrom domain is listed in Spamhaus/i, 'domain-blocked'],
    [/\(S2017062302\)|\(S(?:775|844)\)|rate limited due to IP reputation/i, 'ip-reputation'],
    [/\(S(?:9\d\d|7\d\d)\)/, 'ip-reputation'],
    [/\b(?:DY-00[12]|SC-00[24]|OU-002)\b/, 'ip-blocked'],
    [/\b(?:SC-001|SC-003|OU-001)\b/, 'spam-content'],
    [/exceeded their limit for the number of messages they can receive|5\.2\.122/i, 'rate-limited'],
    [/5\.7\.515|does not meet the required authentication level/i, 'auth-failed'],
    [/Requested action not taken: mailbox unavailable/i, 'user-unknown'],
  ],
  own: [
    [/5\.5\.0/, 'user-unknown'],
    [/domain <?\S+>? mismatches client ip|mismatches client ip/i, 'auth-failed'],
  ],
  sources: [
    { url: 'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting', checked: '2026-11' },
    { url: 'https://smtpfieldmanual.com/provider/microsoft', checked: '2026-11' },
  ],
});
