import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['yandex-360'],
  rules: [
    // Said to a server it does not know yet.
    [/Sorry, the service is currently unavailable\. Please come back later/i, 'greylisted'],
    [/rejected under suspicion of SPAM|ya\.cc\/1IrBc/i, 'spam-content'],
    [/Policy rejection on the target address/i, 'policy'],
    [/recipient has exceeded (?:their )?message rate limit/i, 'rate-limited'],
    [/Mailbox size limit exceeded/i, 'mailbox-full'],
    [/Sender address rejected: Access denied.{0,40}ya\.cc/i, 'sender-rejected'],
    [/temporar(?:il)?y? (?:unavailable|failure).{0,20}ya\.cc/i, 'system-error'],
    [/5\.7\.1 No such user!/i, 'user-unknown'],
  ],
  sources: [
    { url: 'https://yandex.com/support/mail/bounces/yandex.html', checked: '2026-11' },
    { url: 'https://smtpfieldmanual.com/provider/yandex', checked: '2026-11' },
  ],
});
