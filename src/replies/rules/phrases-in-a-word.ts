import { ENGLISH } from '../english.ts';
import { all, either, inTurn, none, oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { AGAIN, ATTEMPTS, GIVEN_UP, NOT_DELIVERED } from '../vocabulary/attempts.ts';
import { ONLY, ONLY_FROM, REQUIRED } from '../vocabulary/conditions.ts';
import { CONNECTION, FAILED, UNREACHABLE, WAITED } from '../vocabulary/connection.ts';
import { LINK, MALWARE, SPAM } from '../vocabulary/content.ts';
import { DOMAIN, LOOP, NOT_OURS, UNRESOLVED } from '../vocabulary/domain.ts';
import { ENCRYPTION, UNENCRYPTED } from '../vocabulary/encryption.ts';
import { BLACKLIST, GREYLISTED } from '../vocabulary/lists.ts';
import { AUTHENTICATION } from '../vocabulary/login.ts';
import { CLOSED, ROOM } from '../vocabulary/mailbox.ts';
import { ATTACHMENT, MESSAGE, SIZE } from '../vocabulary/message.ts';
import { GONE, NOT_THERE } from '../vocabulary/not-there.ts';
import { GROUP, PERSON } from '../vocabulary/people.ts';
import { COUNT, TOO_MANY } from '../vocabulary/rate.ts';
import { ADDRESS, BOX, RECIPIENTS, USER } from '../vocabulary/recipient.ts';
import { DOES_NOT_WANT, NOT_PERMITTED, REFUSED, TAKES_NO_MAIL } from '../vocabulary/refusal.ts';
import { BELONGS, REPUTATION, REVERSE_NAME, SENDER, UNVERIFIED, YOUR_HOST } from '../vocabulary/sender.ts';
import { MACHINE, OUT_OF_ORDER } from '../vocabulary/server.ts';
import { MAINTENANCE, SERVICE, TEMPORARILY } from '../vocabulary/service.ts';
import { DAYS, MINUTES, QUEUE } from '../vocabulary/time.ts';
import { BEYOND, TOO_LARGE } from '../vocabulary/too-large.ts';

/** What names its reason in one or two words, in the languages that mail servers answer in. Read before what only describes one. */
const rules: readonly Rule[] = [
  [all(GROUP, /(?<!\p{L})(?:extern|estern[io]|zewnętrzn|vnějš|внешн|зовнішн)|外部|외부/iu), 'policy'],
  [GREYLISTED, 'greylisted'],
  [MAINTENANCE, 'system-error'],
  [all(USER, BELONGS), 'user-unknown'],
  [all(/\b4\d\d\b/, MINUTES, AGAIN, none(either(TOO_MANY, OUT_OF_ORDER, FAILED, ROOM))), 'greylisted'],
  [
    inTurn(
      oneOf(
        /(?:ü|ue)ber|plus de|oltre|sup[ée]rieure?s? [àa]|superior\p{L}* a|m[áa]s de|mais de|meer dan|boven/iu,
        /powy[żz]ej|wi[ęe]cej ni[żz]|более|больше|свыше|[öo]ver/iu,
      ),
      / <number> ?(?:[MGk]B|[MKG]o|[МГК]Б|мегабайт)(?!\p{L})/iu,
    ),
    'message-too-large',
  ],
  [all(ATTEMPTS, either(GIVEN_UP, DAYS)), 'expired'],
  [all(NOT_DELIVERED, DAYS), 'expired'],
  [all(QUEUE, none(CONNECTION)), 'expired'],
  [UNENCRYPTED, 'tls'],
  [all(ENCRYPTION, either(REQUIRED, FAILED), none(either(ATTACHMENT, AUTHENTICATION))), 'tls'],
  [all(ENCRYPTION, ONLY, CONNECTION), 'tls'],
  [REVERSE_NAME, 'ptr'],
  [/\bDMARC\b/, 'dmarc-policy'],
  [all(/\b(?:SPF|DKIM)\b/, either(FAILED, REFUSED, NOT_THERE)), 'auth-failed'],
  [LOOP, 'loop'],
  // How many were sent, not how large one is.
  [
    /\blimit\w* (?:wysy[łl]\w+|odes[íi]lan\w+) |лимит\p{L}* (?:отправ|исходящ)|\bl[ií]mite (?:\p{L}+ )?(?:de|di) (?:mensajes|mensagens|messaggi)\b/iu,
    'rate-limited',
  ],
  // Of messages, and not of a message.
  [
    all(
      oneOf(
        inTurn(
          /limit\p{L}* (?:de |di |av |af |der |van )?/iu,
          oneOf(
            /wiadomości|сообщений|писем|листів|zpráv|mensajes|mensagens|messaggi|messages|berichten/iu,
            /nachrichten|meddelanden/iu,
          ),
        ),
        /nachrichtenlimit/iu,
      ),
      BEYOND,
    ),
    'rate-limited',
  ],
  [all(SIZE, BEYOND, none(either(BOX, ROOM))), 'message-too-large'],
  [all(either(MESSAGE, ATTACHMENT), TOO_LARGE), 'message-too-large'],
  [all(either(MESSAGE, ATTACHMENT), BEYOND, none(either(BOX, ROOM, USER, COUNT, TOO_MANY, SPAM))), 'message-too-large'],
  [all(LINK, either(BLACKLIST, REPUTATION, CLOSED), none(either(BOX, USER, ADDRESS))), 'link-blocked'],
  [all(MALWARE, either(ATTACHMENT, MESSAGE, REFUSED)), 'malware'],
  [all(ATTACHMENT, REFUSED), 'malware'],
  [all(REPUTATION, either(DOMAIN, SENDER), none(either(YOUR_HOST, MACHINE))), 'domain-reputation'],
  [REPUTATION, 'ip-reputation'],
  // A house that takes no mail from outside.
  [
    /\bexterne afzenders?|exp[ée]diteurs? externes?|mittenti? estern[io]|remitentes? externos?|внешних отправителей/iu,
    'policy',
  ],
  [all(SENDER, either(TAKES_NO_MAIL, BLACKLIST)), 'sender-rejected'],
  [all(SENDER, UNVERIFIED), 'sender-rejected'],
  [DOES_NOT_WANT, 'sender-rejected'],
  [all(SENDER, ONLY_FROM), 'policy'],
  [all(DOMAIN, NOT_OURS), 'relaying-denied'],
  [all(TOO_MANY, RECIPIENTS), 'too-many-recipients'],
  [all(COUNT, RECIPIENTS, none(either(MESSAGE, NOT_THERE))), 'too-many-recipients'],
  [all(NOT_PERMITTED, GROUP), 'policy'],
  [all(either(BOX, USER, ADDRESS, PERSON), GONE), 'mailbox-disabled'],
  [all(either(MACHINE, CONNECTION), either(UNREACHABLE, WAITED)), 'connection'],
  [all(either(SERVICE, MACHINE), TEMPORARILY, NOT_THERE), 'system-error'],
  [all(MINUTES, AGAIN, none(either(TOO_MANY, OUT_OF_ORDER, FAILED, ROOM, BOX, REFUSED, MACHINE))), 'greylisted'],
  [all(MACHINE, UNRESOLVED, none(either(SENDER, USER, DOMAIN, CONNECTION))), 'dns'],
  [
    all(
      ONLY_FROM,
      either(GROUP, PERSON, USER, /\bintern|membr|mitglied|社外|外部/iu),
      none(either(ENCRYPTION, SIZE, BOX)),
    ),
    'policy',
  ],
];

export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules,
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
