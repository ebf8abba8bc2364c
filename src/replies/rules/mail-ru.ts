import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['mail-ru', 'rambler-mail'],
  rules: [
    [/message sending for this account/i, 'sender-rejected'],
    [/invalid mailbox.{0,80} is unavailable: .{0,40}\b(?:quota|full|storage|space)\b/i, 'mailbox-full'],
    [/account is disabled|Local mailbox .{1,40} is unavailable: account|user is terminated/i, 'mailbox-disabled'],
    [/not accepted -- invalid mailbox.{0,80}user not found|invalid mailbox/i, 'user-unknown'],
    [/spam message (?:discarded\/)?rejected|Spam message rejected/i, 'spam-content'],
    [/We do not accept mail from (?:dynamic|hosts with dynamic)|generic dns PTR/i, 'ptr'],
    [/Access from ip address .{1,40} blocked/i, 'ip-blocked'],
    [/mail\.ru.{0,40}(?:ratelimit|rate limit)|ratelimit exceed/i, 'rate-limited'],
    [/Non-local .{0,20}sender|rejected due to DMARC/i, 'dmarc-policy'],
    // The page on being taken for spam, which most of the others name as well.
    [/help\.mail\.ru\/notspam|notspam-support/i, 'spam-content'],
  ],
  own: [
    [/mailbox (?:is )?full|overquota|over quota/i, 'mailbox-full'],
    [/try again later/i, 'rate-limited'],
  ],
  sources: [
    { url: 'https://smtpfieldmanual.com/provider/mailru', checked: '2026-11' },
    { url: 'https://help.mail.ru/developers/mailing_rules/technical', checked: '2026-11' },
  ],
});
