import { ENGLISH } from '../english.ts';
import { all, either, none } from '../pattern.ts';
import { defineRules } from '../rule.ts';
import {
  ADDRESS,
  BLACKLIST,
  BOX,
  CLOSED,
  DOMAIN,
  NOT_THERE,
  REFUSED,
  SENDER,
  UNRESOLVED,
  UNVERIFIED,
  USER,
  YOUR_HOST,
} from '../vocabulary.ts';

/** Whose address is refused, in other languages: told before what it is refused for, which is spam mostly. */
export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    [all(SENDER, DOMAIN, either(NOT_THERE, UNRESOLVED)), 'sender-rejected'],
    [all(SENDER, ADDRESS, either(NOT_THERE, UNVERIFIED), none(USER)), 'sender-rejected'],
    [
      /(?<!\p{L})(?:servi[dz]or|serveur|server|host|rechner|сервер)\p{L}* (?:<ip> )?(?:(?!Exchange)\p{L}+ )?(?:bloquead|bloqu[ée]|bloccat|gesperrt|blockiert|ausgesperrt|geblokkeerd|заблокир|zablokow)/iu,
      'ip-blocked',
    ],
    [
      all(
        YOUR_HOST,
        either(CLOSED, REFUSED, BLACKLIST),
        none(either(BOX, USER, /\b(?:SPF|DKIM|DMARC|PTR|DNS)\b|ungewöhnlich/)),
      ),
      'ip-blocked',
    ],
  ],
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
