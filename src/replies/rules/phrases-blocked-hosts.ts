import { ENGLISH } from '../english.ts';
import { all, either, none } from '../pattern.ts';
import { defineRules } from '../rule.ts';
import {
  BLACKLIST,
  BOX,
  CLOSED,
  DOMAIN,
  NOT_THERE,
  REFUSED,
  SENDER,
  UNRESOLVED,
  USER,
  YOUR_HOST,
} from '../vocabulary.ts';

/** Whose address is refused, in other languages: told before what it is refused for, which is spam mostly. */
export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    [all(SENDER, DOMAIN, either(NOT_THERE, UNRESOLVED)), 'sender-rejected'],
    [
      all(YOUR_HOST, either(CLOSED, REFUSED, BLACKLIST), none(either(BOX, USER, /\b(?:SPF|DKIM|DMARC|PTR|DNS)\b/))),
      'ip-blocked',
    ],
  ],
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
