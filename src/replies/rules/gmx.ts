import { defineRules } from '../rule.ts';

/** GMX, WEB.DE, mail.com, IONOS. They use no enhanced codes; the page they name tells the reason. */
export default defineRules({
  kind: 'provider',
  providers: ['gmx-web-de', 'ionos', 'mail-com', 'strato'],
  rules: [
    // IONOS and STRATO name the filter in brackets.
    [/\(B-URL\)/, 'link-blocked'],
    [/\(B-ATTACH\w*\)/, 'malware'],
    [/\(B-(?:TEXT|SCORE|EX)\w*\)/, 'spam-content'],
    [/(?:Bad|invalid) DNS PTR resource record|No PTR resource record|c=rdns/i, 'ptr'],
    [/IP address is block ?listed|IP address is blacklisted|No SMTP service.{0,60}IP address/i, 'ip-blocked'],
    [/Reject due to SPF policy/i, 'auth-failed'],
    [/Reject due to DMARC policy/i, 'dmarc-policy'],
    [/Reject due to policy violations|Reject due to policy restrictions|c=hi\b|c=bip/i, 'policy'],
    [/Transaction failed.{0,40}Reject due to/i, 'policy'],
    [/mail bomb|(?<!space not enough or )Too many mails/i, 'rate-limited'],
    [/Rate limit reached|Mail send limit exceeded/i, 'rate-limited'],
    [
      /invalid DNS MX or A\/AAAA resource record|Bad DNS MX resource record|Sender address has null MX/i,
      'sender-rejected',
    ],
    [
      /exceeded storage allocation.{0,20}Quota exceeded|hat das Speichervolumen|zuviele Mails auf dem Server/i,
      'mailbox-full',
    ],
    [/Nemesis.{0,40}Service not available(?!.{0,80}connections)|(?<!indicated )no SMTP service/i, 'ip-blocked'],
    [/Benutzer nicht bekannt/i, 'user-unknown'],
    [/Requested action aborted: local error in processing/i, 'system-error'],
  ],
  own: [
    [/^(?!.*(?:limit|too fast|too many|null MX|polic|spam|blocked)).*mailbox unavailable/i, 'user-unknown'],
    [/too many connections/i, 'rate-limited'],
    [/Syntax error in parameters/i, 'policy'],
  ],
  sources: [
    { url: 'https://postmaster.gmx.net/en/error-messages', checked: '2026-11' },
    { url: 'https://smtp.codes/unitedinternet/', checked: '2026-11' },
    {
      url: 'https://www.strato.nl/faq/mail/waarom-krijg-ik-foutmeldingen-bij-het-werken-met-e-mail/',
      checked: '2026-11',
    },
  ],
});
