import { defineRules } from '../rule.ts';

/** What servers say of their own disks and of the session, in words that elsewhere speak of mailboxes and addresses. */
export default defineRules({
  kind: 'server',
  rules: [
    // A full disk of the server is not the mailbox's.
    [/\bmail ?system (?:storage |disk |space )?is full\b/i, 'system-error'],
    [
      /^(?!.*(?:mailbox|recipient|\buser|<address>|account|your message|quota)).*\b(?:out of|insufficient|not enough|no more|no free) disk space\b/i,
      'system-error',
    ],
    [
      /\bmailbox (?:access|lock(?:ing)?|read|write) (?:error|failure|failed)\b|\bspool (?:fail|error|write)/i,
      'system-error',
    ],
    [/Command died with status \S+ .{0,80}\bno such user\b/i, 'user-unknown'],
    [/\bmax(?:\.|imum)?(?: number of)? concurrent (?:sessions|connections)\b/i, 'rate-limited'],
    [/Client host rejected: .{0,60}(?:slow down|that many messages)/i, 'rate-limited'],
    // Postfix at DATA: a client that does not wait for answers, and a bounce to several, which no server sends.
    [/Data command rejected: .{0,40}pipelining/i, 'protocol'],
    [/Data command rejected: Multi-recipient bounce/i, 'sender-rejected'],
    // qmail's whole answer to a bare line feed is the address of a page about it.
    [/docs\/smtplf\b/i, 'malformed'],
    [/\bsubject (?:line |header |field )?is (?:mandatory|required|missing|empty|blank)\b/i, 'malformed'],
    // qmail's file of the domains it takes, in whatever language the sentence is.
    [/\brcpthosts\b/i, 'relaying-denied'],
    [
      /^(?:\w+; ?)?(?:[45][\d.]+[- ]+)*(?:you )?must be authenticated\W*$|\bunauthenticated senders? (?:are )?not allowed/i,
      'relaying-denied',
    ],
    // Whose domain it is stands in front of what is wrong with it.
    [
      /\breturn e-?mail (?:address|domain)\b|\bMX\b.{0,20}\byour FROM\b|\byour (?:mail )?from (?:address|domain)\b.{0,40}\b(?:MX|DNS|resolv\w+|exist)/i,
      'sender-rejected',
    ],
    [/<address> (?:has |is )?(?:black|block|deny)-?list(?:ed|ing) <address>/i, 'sender-rejected'],
    [/\bsender domain is newly (?:registered|observed)\b/i, 'domain-blocked'],
    [/\bcomposite authentication\b/i, 'auth-failed'],
    [/\bno longer uses? (?:this|that) (?:e-?mail )?address\b/i, 'mailbox-disabled'],
    [/\btoo much recipients?\b/i, 'too-many-recipients'],
    [/\bthis (?:kind|type|sort) of attachments?\b/i, 'malware'],
  ],
  sources: [
    { url: 'https://www.postfix.org/postconf.5.html', checked: '2026-11' },
    { url: 'https://cr.yp.to/docs/smtplf.html', checked: '2026-11' },
    {
      url: 'https://docs.sendgrid.com/for-developers/sending-email/smtp-errors-and-troubleshooting',
      checked: '2026-11',
    },
  ],
});
