import { ENGLISH } from '../english.ts';
import { all, either } from '../pattern.ts';
import { defineRules } from '../rule.ts';
import type { Rule } from '../rule.ts';
import {
  ADDRESS,
  AUTHENTICATION,
  BLACKLIST,
  BOX,
  BUSY,
  CLOSED,
  CONNECTION,
  DOMAIN,
  EXCEEDED,
  FAILED,
  FULL,
  HEADER,
  LOGIN,
  MACHINE,
  MALWARE,
  MESSAGE,
  NEGATION,
  NOT_THERE,
  NO_SERVICE,
  OUT_OF_ORDER,
  REFUSED,
  RELAYING,
  REQUIRED,
  ROOM,
  SENDER,
  SERVICE,
  SPAM,
  STOPPED,
  SYNTAX,
  SYSTEM,
  TAKES_NO_MAIL,
  TEMPORARILY,
  TOO_LARGE,
  TOO_MANY,
  UNRESOLVED,
  USER,
} from '../vocabulary.ts';

/**
 * A thing and what is wrong with it, in the languages that mail servers answer in, in whatever order. Read after the phrases
 * of each language. Whose fault it is comes before what the fault is: a refused sender is not a refused message.
 */
const rules: readonly Rule[] = [
  [/\b(?:SPF|DKIM)\b/, 'auth-failed'],
  [all(BOX, BUSY), 'system-error'],
  [all(/\b(?:TLS|STARTTLS|SSL)\b/, REQUIRED), 'tls'],
  [all(BOX, TEMPORARILY, NOT_THERE), 'system-error'],
  [all(DOMAIN, TAKES_NO_MAIL), 'null-mx'],
  [all(RELAYING, either(REFUSED, NEGATION)), 'relaying-denied'],
  [all(SYSTEM, ROOM, EXCEEDED), 'system-error'],
  [all(/\b421\b/, SERVICE, NOT_THERE), 'system-error'],
  [all(/\bExchange\b/, STOPPED), 'system-error'],
  [all(/\bSMTP\b/i, NO_SERVICE), 'ip-blocked'],
  [all(either(BOX, ROOM), either(FULL, EXCEEDED)), 'mailbox-full'],
  [all(SENDER, BLACKLIST), 'sender-rejected'],
  [BLACKLIST, 'ip-blocked'],
  [all(SENDER, either(NOT_THERE, REFUSED)), 'sender-rejected'],
  [all(CONNECTION, either(FAILED, REFUSED)), 'connection'],
  [all(MESSAGE, TOO_LARGE), 'message-too-large'],
  [all(DOMAIN, either(NOT_THERE, UNRESOLVED)), 'domain-unknown'],
  [LOGIN, 'relaying-denied'],
  [all(either(BOX, USER, ADDRESS), CLOSED), 'mailbox-disabled'],
  [all(either(BOX, USER, ADDRESS), NOT_THERE), 'user-unknown'],
  [TOO_MANY, 'rate-limited'],
  [MALWARE, 'malware'],
  [SPAM, 'spam-content'],
  [all(AUTHENTICATION, either(FAILED, REFUSED, NOT_THERE, REQUIRED)), 'relaying-denied'],
  [all(either(BOX, USER, ADDRESS), REFUSED), 'user-unknown'],
  [HEADER, 'malformed'],
  [all(MACHINE, OUT_OF_ORDER), 'system-error'],
  [all(TEMPORARILY, either(OUT_OF_ORDER, FAILED)), 'system-error'],
  [SYNTAX, 'protocol'],
  [all(/\be-?mail/iu, NOT_THERE), 'user-unknown'],
];

export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules,
  sources: [
    { url: 'http://www.webpc.pl/artykuly/?id=17', checked: '2026-11' },
    { url: 'https://www.serversmtp.com/fr/erreur-smtp/', checked: '2026-11' },
  ],
});
