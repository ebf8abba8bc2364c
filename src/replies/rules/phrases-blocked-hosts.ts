import { ENGLISH } from '../english.ts';
import { all, either, inTurn, none } from '../pattern.ts';
import { defineRules } from '../rule.ts';
import { AGAIN } from '../vocabulary/attempts.ts';
import { DOMAIN, UNRESOLVED } from '../vocabulary/domain.ts';
import { BLACKLIST, GREYLISTED } from '../vocabulary/lists.ts';
import { CLOSED, EXCEEDED, ROOM } from '../vocabulary/mailbox.ts';
import { NOT_THERE } from '../vocabulary/not-there.ts';
import { HOURLY } from '../vocabulary/rate.ts';
import { BOX, USER } from '../vocabulary/recipient.ts';
import { NOT_PERMITTED, REFUSED, TAKES_NO_MAIL } from '../vocabulary/refusal.ts';
import { SENDER, UNVERIFIED, YOUR_ADDRESS, YOUR_HOST } from '../vocabulary/sender.ts';
import { MINUTES } from '../vocabulary/time.ts';
import { BEYOND } from '../vocabulary/too-large.ts';

const AUTHENTICATED = /\b(?:SPF|DKIM|DMARC|PTR|DNS)\b|ungewöhnlich/;

/** Whose address is refused, and whose quota is used up, in other languages: told before what it is refused for, which is spam mostly. */
export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    [all(/\brelay(?:ing)?\b/i, either(NOT_PERMITTED, /\bno se (?:permite|autoriza)\b/i)), 'relaying-denied'],
    // Whose domain it is that a list has, and not an address.
    [
      inTurn(
        /(?<!\p{L})(?:votre|ihre|su|tu|suo|tuo|seu|sua|uw|ваш) (?:nom de |nome de )?/iu,
        /(?:domaine|domain|dominio|domínio|домен)(?!\p{L}).{0,30}/iu,
        /liste noire|sperrliste|schwarze\w? liste|black-?list|lista (?:negra|nera)|ч[её]рн\p{L}{1,3} спис/iu,
      ),
      'domain-blocked',
    ],
    // A message, and whose it is does not matter: no mailbox is blocked.
    [
      /\b(?:mensaje|messaggio|mensagem)\b.{0,40}\b(?:bloquead|bloccat)[oa]\b(?!.{0,60}\b(?:IP|reput\w*|spam|virus)\b)/i,
      'policy',
    ],
    [all(ROOM, HOURLY, either(EXCEEDED, BEYOND), none(BOX)), 'rate-limited'],
    // Whom nobody knows yet, and who shall come again.
    [all(SENDER, MINUTES, AGAIN), 'greylisted'],
    [/(?:\bIP|आईपी).{0,24}(?:ब्लॉक|محظور|חסומ)|(?:ब्लॉक|محظور|חסומ).{0,24}(?:\bIP\b|आईपी)/, 'ip-blocked'],
    // The domain of the recipient, which is another thing than the recipient.
    [
      all(
        inTurn(
          /(?<!\p{L})/iu,
          /dom(?:ä|ae|ai)ne?|dom[ií]ni[oe]?|domaine|domein|domen[aęy]?|dom[ée]na|домен\p{L}*/iu,
          / (?:(?:des|der|del|de|du|do|da|di|van) (?:la |l'|el |het |de )?)?/iu,
          /empf|dest|ontv|gead|odb|adres|p[řr][íi]j|получ|отрим|одерж|адрес/iu,
        ),
        either(NOT_THERE, UNRESOLVED),
      ),
      'domain-unknown',
    ],
    [all(SENDER, DOMAIN, either(NOT_THERE, UNRESOLVED)), 'sender-rejected'],
    [all(SENDER, either(NOT_THERE, UNVERIFIED), none(either(USER, MINUTES, AUTHENTICATED))), 'sender-rejected'],
    [all(YOUR_ADDRESS, either(CLOSED, REFUSED), none(/\bIP\b/)), 'sender-rejected'],
    [all(/<ip>/, either(REFUSED, CLOSED, TAKES_NO_MAIL), none(either(BOX, USER, AUTHENTICATED))), 'ip-blocked'],
    [
      inTurn(
        /(?<!\p{L})(?:servi[dz]or|serveur|server|host|rechner|сервер)\p{L}* (?:<ip> )?(?:(?!Exchange)\p{L}+ )?/iu,
        /bloquead|bloqu[ée]|bloccat|gesperrt|blockiert|ausgesperrt|geblokkeerd|заблокир|zablokow/iu,
      ),
      'ip-blocked',
    ],
    [
      all(YOUR_HOST, either(CLOSED, REFUSED, BLACKLIST), none(either(BOX, USER, GREYLISTED, AUTHENTICATED))),
      'ip-blocked',
    ],
  ],
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
