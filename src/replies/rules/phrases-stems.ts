import { ENGLISH } from '../english.ts';
import { all, either } from '../pattern.ts';
import { defineRules } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { NEGATION, REQUIRED } from '../vocabulary/conditions.ts';
import { CONNECTION, FAILED } from '../vocabulary/connection.ts';
import { HEADER, MALWARE, SPAM, SYNTAX } from '../vocabulary/content.ts';
import { DOMAIN, RELAYING, UNRESOLVED } from '../vocabulary/domain.ts';
import { BLACKLIST } from '../vocabulary/lists.ts';
import { AUTHENTICATION, LOGIN } from '../vocabulary/login.ts';
import { CLOSED, EXCEEDED, FULL, ROOM } from '../vocabulary/mailbox.ts';
import { MESSAGE } from '../vocabulary/message.ts';
import { NOT_THERE } from '../vocabulary/not-there.ts';
import { TOO_MANY } from '../vocabulary/rate.ts';
import { ADDRESS, BOX, USER } from '../vocabulary/recipient.ts';
import { REFUSED, TAKES_NO_MAIL } from '../vocabulary/refusal.ts';
import { SENDER } from '../vocabulary/sender.ts';
import { BUSY, MACHINE, OUT_OF_ORDER, STOPPED, SYSTEM } from '../vocabulary/server.ts';
import { NO_SERVICE, SERVICE, TEMPORARILY } from '../vocabulary/service.ts';
import { TOO_LARGE } from '../vocabulary/too-large.ts';

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
