import { ENGLISH } from '../english.ts';
import { all, either, none } from '../pattern.ts';
import { defineRules } from '../rule.ts';
import type { Rule } from '../rule.ts';
import {
  ADDRESS,
  ATTACHMENT,
  BEYOND,
  BLACKLIST,
  BOX,
  DOMAIN,
  FAILED,
  GONE,
  GREYLISTED,
  LINK,
  LOOP,
  MACHINE,
  MALWARE,
  MESSAGE,
  NOT_THERE,
  RECIPIENTS,
  REFUSED,
  REPUTATION,
  REVERSE_NAME,
  ROOM,
  SENDER,
  SIZE,
  TAKES_NO_MAIL,
  TOO_LARGE,
  TOO_MANY,
  UNREACHABLE,
  USER,
} from '../vocabulary.ts';

/** What names its reason in one or two words, in the languages that mail servers answer in. Read before what only describes one. */
const rules: readonly Rule[] = [
  [GREYLISTED, 'greylisted'],
  [REVERSE_NAME, 'ptr'],
  [/\bDMARC\b/, 'dmarc-policy'],
  [all(/\b(?:SPF|DKIM)\b/, either(FAILED, REFUSED, NOT_THERE)), 'auth-failed'],
  [LOOP, 'loop'],
  [all(SIZE, BEYOND, none(either(BOX, ROOM))), 'message-too-large'],
  [all(either(MESSAGE, ATTACHMENT), TOO_LARGE), 'message-too-large'],
  [all(LINK, either(BLACKLIST, REPUTATION)), 'link-blocked'],
  [all(MALWARE, either(ATTACHMENT, MESSAGE, REFUSED)), 'malware'],
  [all(ATTACHMENT, REFUSED), 'malware'],
  [all(REPUTATION, DOMAIN), 'domain-reputation'],
  [all(REPUTATION, SENDER), 'domain-reputation'],
  [REPUTATION, 'ip-reputation'],
  [all(SENDER, either(TAKES_NO_MAIL, BLACKLIST)), 'sender-rejected'],
  [all(TOO_MANY, RECIPIENTS), 'too-many-recipients'],
  [all(either(BOX, USER, ADDRESS), GONE), 'mailbox-disabled'],
  [all(MACHINE, UNREACHABLE), 'connection'],
];

export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules,
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
