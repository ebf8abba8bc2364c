import { defineRules } from '../rule.ts';

/** Tencent: QQ Mail, Foxmail, Exmail. */
export default defineRules({
  kind: 'provider',
  providers: ['tencent-qq-mail'],
  rules: [
    [/(?:Ip|Sender|Domain|Connection) frequency limited/i, 'rate-limited'],
    [/Mail content denied|Spam is embedded in the email|suspected spam(?! ip)/i, 'spam-content'],
    [/Suspected spam ip|Connection denied|Suspected bounce attacks/i, 'ip-blocked'],
    [/Mailbox unavailable or access deni(?:n)?ed/i, 'user-unknown'],
    [/is a deactivated mailbox/i, 'mailbox-disabled'],
    [/Mail is rejected by recipients/i, 'policy'],
    [/Domain may not exist or DNS check failed/i, 'sender-rejected'],
    [/SPF check failed|DKIM check failed/i, 'auth-failed'],
    [/Dmarc check failed/i, 'dmarc-policy'],
    [/该用户不存在|收件人不存在/, 'user-unknown'],
    [/收件人空间不足|邮箱空间已满/, 'mailbox-full'],
    [/域名被拒收/, 'policy'],
  ],
  own: [[/拒收/, 'policy']],
  sources: [{ url: 'https://service.mail.qq.com/detail/122', checked: '2026-11' }],
});
