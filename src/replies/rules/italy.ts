import { defineRules } from '../rule.ts';

/** Libero, Virgilio, Tiscali, Aruba, TIM. */
export default defineRules({
  kind: 'provider',
  providers: ['libero-mail', 'tiscali-mail', 'aruba', 'tim-mail'],
  rules: [
    [/\bIP (?:has been )?blacklisted.{0,40}(?:libero|italiaonline)/i, 'ip-blocked'],
    [/\bsmtp-\d+\.iol\b.{0,60}(?:access denied|not accepted)|IOL .{0,20}block/i, 'ip-blocked'],
    [
      /mailbox (?:is )?inactive|casella (?:inattiva|sospesa|disattivata)|utenza (?:sospesa|disattivata)/i,
      'mailbox-disabled',
    ],
    [/your IP .{0,40}poor reputation .{0,20}Cloudmark/i, 'ip-reputation'],
    [/unusual invalid recipients/i, 'ip-reputation'],
  ],
  sources: [
    {
      url: 'https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email',
      checked: '2026-11',
    },
  ],
});
