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
  CLOSED,
  DOES_NOT_WANT,
  DOMAIN,
  FAILED,
  GONE,
  GREYLISTED,
  LINK,
  LOOP,
  MACHINE,
  MALWARE,
  MESSAGE,
  NOT_OURS,
  NOT_THERE,
  PERSON,
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
  YOUR_HOST,
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
  [all(LINK, either(BLACKLIST, REPUTATION, CLOSED), none(either(BOX, USER, ADDRESS))), 'link-blocked'],
  [all(MALWARE, either(ATTACHMENT, MESSAGE, REFUSED)), 'malware'],
  [all(ATTACHMENT, REFUSED), 'malware'],
  [all(REPUTATION, either(DOMAIN, SENDER), none(either(YOUR_HOST, MACHINE))), 'domain-reputation'],
  [REPUTATION, 'ip-reputation'],
  [all(SENDER, either(TAKES_NO_MAIL, BLACKLIST)), 'sender-rejected'],
  [DOES_NOT_WANT, 'sender-rejected'],
  [all(DOMAIN, NOT_OURS), 'relaying-denied'],
  [all(YOUR_HOST, either(CLOSED, REFUSED, BLACKLIST)), 'ip-blocked'],
  [all(TOO_MANY, RECIPIENTS), 'too-many-recipients'],
  [all(either(BOX, USER, ADDRESS, PERSON), GONE), 'mailbox-disabled'],
  [all(MACHINE, UNREACHABLE), 'connection'],
];

export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules,
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
